/** Sends requests as somebody who means no good: each has a bound of its own, and none follows where it is sent. */

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly ms: number;
}

export interface Ask {
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>> | URLSearchParams;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends nothing that says where the request comes from. */
  readonly withoutOrigin?: boolean;
}

/** Longer than any answer may take; a PDF is the slowest. */
const BOUND_MS = 20_000;

export class Attacker {
  constructor(
    readonly origin: string,
    readonly cookie: string | null,
  ) {}

  /** @throws when there is no whole answer within the bound: a hang. */
  async ask(address: string, { method, form, body, headers = {}, withoutOrigin = false }: Ask = {}): Promise<Told> {
    const began = performance.now();
    const sent = form === undefined ? body : new URLSearchParams(form);
    const response = await fetch(this.origin + address, {
      method: method ?? (sent === undefined ? "GET" : "POST"),
      headers: {
        "Accept-Language": "en",
        ...(this.cookie === null ? {} : { Cookie: this.cookie }),
        ...(withoutOrigin ? {} : { Origin: this.origin }),
        ...headers,
      },
      redirect: "manual",
      signal: AbortSignal.timeout(BOUND_MS),
      ...(sent === undefined ? {} : { body: sent, duplex: "half" }),
    } as RequestInit);
    const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
    return { status: response.status, headers: response.headers, text, ms: performance.now() - began };
  }
}

/** What an answer may be, whatever was sent. */
const EXPECTED: ReadonlySet<number> = new Set([
  200, 201, 202, 204, 302, 303, 304, 400, 403, 404, 405, 409, 410, 411, 413, 414, 415, 422, 429,
]);

export const isExpected = ({ status }: Told): boolean => EXPECTED.has(status);

/** Does `work` for each, so many at a time: while one answer is read the next is made. */
export async function inTurns<T>(all: Iterable<T>, work: (one: T) => Promise<void>, atATime = 3): Promise<void> {
  const rest = [...all].reverse();
  const turn = async (): Promise<void> => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) await work(next);
  };
  await Promise.all(Array.from({ length: atATime }, turn));
}
