/** Someone who reads the supplier table: asks for its pages over kept-alive connections and goes on from what they say. */
import http from "node:http";
import { paths } from "../../app/lib/paths";
import type { Draw } from "./list-draw";

/** The data of a page as its script asks for it, that of a search, or a whole page as the server makes it. */
export type Kind = "data" | "search" | "page";

/** Where a reader is: the query of the page, and the place its link to the next page names. */
export interface Place {
  readonly query: string;
  readonly next: string | null;
}

export interface ReadAnswer {
  readonly kind: Kind;
  readonly ok: boolean;
  readonly place: Place;
}

const SORTS = ["", "sort=name", "sort=score", "sort=spend", "sort=name&direction=desc", "sort=score&direction=asc"];
const BANDS = ["high", "raised", "low", "none"];
const LEVELS = ["assessed", "indicative", "placed", "listed"];
const COUNTRIES = ["CN", "DE", "IN", "TR", "BD", "VN", "IT", "PL", "US", "unknown"];
const SECTORS = ["10", "13", "14", "25", "46", "49", "62", "78", "81"];
/** Of the requests, those for a whole page. */
const WHOLE = 0.1;

export class Reader {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
  #words: readonly string[] = [];

  private constructor(
    readonly origin: string,
    readonly cookie: string,
    readonly slug: string,
  ) {}

  /** Reads some pages first, for the words people will search. */
  static async open(origin: string, cookie: string, slug: string): Promise<Reader> {
    const reader = new Reader(origin, cookie, slug);
    const words = new Set<string>();
    for (const query of ["", "sort=name", "sort=spend", "sort=name&direction=desc", "band=low", "country=CN"]) {
      const { text } = await reader.#get(`${paths.suppliers(slug)}.data?${query}`);
      for (const [word] of text.matchAll(/\p{L}{4,12}/gu)) words.add(word.toLowerCase());
    }
    reader.#words = [...words];
    return reader;
  }

  first(): Place {
    return { query: "", next: null };
  }

  /** Turns the page, sorts, filters, searches or starts anew; then asks for that page. */
  async goOn({ query, next }: Place, draw: Draw): Promise<ReadAnswer> {
    const chance = draw.next();
    let asked: string;
    if (chance < 0.4 && next !== null) asked = `${query}${query && "&"}after=${next}`;
    else if (chance < 0.6) asked = draw.pick(SORTS);
    else if (chance < 0.8) asked = filters(draw);
    else if (chance < 0.9) asked = `q=${encodeURIComponent(this.#word(draw))}`;
    else asked = "";
    const kept = chance < 0.4 && next !== null ? query : asked;
    const whole = draw.chance(WHOLE);
    const kind = whole ? "page" : kept.startsWith("q=") ? "search" : "data";
    const { status, text } = await this.#get(`${paths.suppliers(this.slug)}${whole ? "" : ".data"}?${asked}`);
    const found = /nextCursor\\?",\\?"([0-9a-z]{1,10})\\?"/.exec(text)?.[1] ?? null;
    return { kind, ok: status === 200, place: { query: kept, next: found } };
  }

  /** A whole word of a name, or the beginning of one. */
  #word(draw: Draw): string {
    const word = draw.pick(this.#words);
    return draw.chance(0.5) ? word : word.slice(0, 3 + draw.whole(3));
  }

  #get(path: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve) => {
      const headers = { Cookie: this.cookie, "Accept-Language": "en" };
      const request = http.get(new URL(path, this.origin), { agent: this.#agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") }),
        );
        answer.on("error", () => resolve({ status: 0, text: "" }));
      });
      request.on("error", () => {
        // The server closes a connection that was idle for five seconds, sometimes just as it is used again: asked anew.
        if (request.reusedSocket) void this.#get(path).then(resolve);
        else resolve({ status: 0, text: "" });
      });
    });
  }
}

/** One to three values of one or two filters, in one of the orders. */
function filters(draw: Draw): string {
  const lists = [
    ["band", BANDS],
    ["level", LEVELS],
    ["country", COUNTRIES],
    ["sector", SECTORS],
  ] as const;
  const asked = new URLSearchParams(draw.pick(SORTS));
  for (let count = 1 + draw.whole(2); count > 0; count--) {
    const [name, values] = draw.pick(lists);
    for (let more = 1 + draw.whole(3); more > 0; more--) asked.append(name, draw.pick(values));
  }
  return asked.toString();
}
