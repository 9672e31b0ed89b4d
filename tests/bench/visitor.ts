/**
 * A visitor without a browser: keeps cookies, follows redirects, fills in the forms a page holds. What it sends is what a
 * browser without script sends.
 */
import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";

export interface Answer {
  readonly status: number;
  /** Path and query where it ended after redirects. */
  readonly path: string;
  readonly text: string;
}

/** One form of a page: where it goes and what it holds before anything is typed. */
export interface PageForm {
  readonly action: string;
  readonly method: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Its buttons that carry a name, as `name=value`. */
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly disabled: boolean }[];
}

export class Visitor {
  readonly #cookies: Map<string, string>;

  /** `cookies`, by name, are those of somebody who came before. */
  constructor(
    readonly origin: string,
    cookies: Iterable<readonly [string, string]> = [],
  ) {
    this.#cookies = new Map(cookies);
  }

  /** The same person at another address: a server that was started again on another port. */
  at(origin: string): Visitor {
    return new Visitor(origin, this.#cookies);
  }

  /** What its cookies say, for requests that are made another way. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async raw(path: string, init: RequestInit & { duplex?: "half" } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("Origin", this.origin);
    if (!headers.has("Accept-Language")) headers.set("Accept-Language", "en");
    if (this.#cookies.size > 0) headers.set("Cookie", this.cookie);
    const response = await fetch(new URL(path, this.origin), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const value = pair.slice(at + 1);
      if (value === "" || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
    return response;
  }

  async #follow(path: string, response: Response): Promise<Answer> {
    let here = path;
    let answer = response;
    for (let hops = 0; answer.status >= 300 && answer.status < 400 && hops < 5; hops++) {
      const target = new URL(answer.headers.get("Location") ?? "", new URL(here, this.origin));
      await answer.arrayBuffer();
      here = target.pathname + target.search;
      answer = await this.raw(here);
    }
    return { status: answer.status, path: here, text: await answer.text() };
  }

  async get(path: string): Promise<Answer> {
    return this.#follow(path, await this.raw(path));
  }

  async post(path: string, fields: Readonly<Record<string, string>> | URLSearchParams): Promise<Answer> {
    return this.#follow(path, await this.raw(path, { method: "POST", body: new URLSearchParams(fields) }));
  }

  /** Sends a file as the page's script does: its bytes as the body of one request. */
  async upload(path: string, file: string): Promise<Response> {
    return this.raw(path, {
      method: "PUT",
      headers: { "Content-Type": "application/octet-stream", "Content-Length": String(statSync(file).size) },
      body: Readable.toWeb(createReadStream(file)) as unknown as ReadableStream,
      duplex: "half",
    });
  }

  /** Sends the form of the page, with what is in it but for `changes`, as if the named button was pressed. */
  async submit(page: Answer, form: PageForm, changes: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const fields = new URLSearchParams([...form.fields]);
    for (const [name, value] of Object.entries(changes)) fields.set(name, value);
    const target = form.action === "" ? page.path : form.action;
    return this.post(target, fields);
  }
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)"|(?=[\\s>/]|$))`, "i").exec(tag);
  return found ? decode(found[1] ?? "") : null;
};
const decode = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The forms of a page as the server wrote it, controls tied by a `form` attribute left out. */
export function formsOf(html: string): PageForm[] {
  const forms: PageForm[] = [];
  for (const [, head = "", body = ""] of html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)) {
    const fields = new Map<string, string>();
    for (const [tag] of body.matchAll(/<input\b[^>]*>/gi)) {
      const name = attribute(tag, "name");
      const type = attribute(tag, "type") ?? "text";
      if (!name || type === "file" || type === "submit") continue;
      if ((type === "checkbox" || type === "radio") && attribute(tag, "checked") === null) continue;
      fields.set(name, attribute(tag, "value") ?? (type === "checkbox" ? "on" : ""));
    }
    for (const [, tag = "", options = ""] of body.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/gi)) {
      const name = attribute(tag, "name");
      if (!name) continue;
      const choices = [...options.matchAll(/<option\b[^>]*>/gi)].map(([option]) => option);
      const chosen = choices.find((option) => attribute(option, "selected") !== null) ?? choices[0];
      if (chosen) fields.set(name, attribute(chosen, "value") ?? "");
    }
    for (const [, tag = "", text = ""] of body.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/gi)) {
      const name = attribute(tag, "name");
      if (name) fields.set(name, decode(text));
    }
    const buttons = [...body.matchAll(/<button\b[^>]*>/gi)]
      .map(([tag]) => ({
        name: attribute(tag, "name") ?? "",
        value: attribute(tag, "value") ?? "",
        disabled: attribute(tag, "disabled") !== null,
      }))
      .filter(({ name }) => name !== "");
    forms.push({
      action: attribute(head, "action") ?? "",
      method: (attribute(head, "method") ?? "get").toLowerCase(),
      fields,
      buttons,
    });
  }
  return forms;
}

/** The form of the page that has a button of this name and value. Throws when there is none. */
export function formWithButton(page: Answer, name: string, value: string): PageForm {
  const found = formsOf(page.text).find((form) =>
    form.buttons.some((button) => button.name === name && button.value === value),
  );
  if (!found) throw new Error(`No form with the button ${name}=${value} on ${page.path} (status ${page.status})`);
  return found;
}
