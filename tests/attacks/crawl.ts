/** Walks through a workspace as a member sees it, and keeps every page, every address with a query, and every form. */
import { formsOf } from "../bench/visitor";
import type { Attacker, Told } from "./attacker";

export interface Found {
  /** Where it stood. */
  readonly on: string;
  readonly action: string;
  readonly method: "get" | "post";
  readonly fields: Readonly<Record<string, string>>;
}

export interface Crawl {
  readonly pages: ReadonlyMap<string, Told>;
  readonly forms: readonly Found[];
}

/** So many forms that ask for the same are kept; of pages that say the same but for their values one is looked at. */
const ALIKE = 2;
const MOST_PAGES = 150;

/** What pages look alike by: ids and values of queries left out. */
export const shapeOf = (address: string): string => {
  const [path = "", query = ""] = address.split("?");
  const names = [...new URLSearchParams(query).keys()].sort();
  return `${path.replace(/\/(?=[0-9a-z]*\d)[0-9a-z]{10,}(?=\/|$)/g, "/*")}?${names.join("&")}`;
};

export async function crawl(who: Attacker, starts: readonly string[], within: string): Promise<Crawl> {
  const pages = new Map<string, Told>();
  const forms: Found[] = [];
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let address = waiting.shift(); address !== undefined && pages.size < MOST_PAGES; address = waiting.shift()) {
    if (seen.has(shapeOf(address))) continue;
    seen.add(shapeOf(address));
    const told = await who.ask(address);
    pages.set(address, told);
    if (!(told.headers.get("content-type") ?? "").startsWith("text/html")) continue;
    const html = Buffer.from(told.text, "latin1").toString();
    forms.push(...formsIn(html, address));
    for (const [, link = ""] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const plain = link.replaceAll("&amp;", "&");
      if (plain.startsWith(within)) waiting.push(plain);
    }
  }
  return { pages, forms: distinct(forms) };
}

/** The forms of a page, one for each button that says something of its own. */
function formsIn(html: string, address: string): Found[] {
  return formsOf(html).flatMap(({ action, method, fields, buttons }) => {
    const target = action === "" ? address : action.replaceAll("&amp;", "&");
    const own = Object.fromEntries(fields);
    const sent = buttons.length === 0 ? [own] : buttons.map(({ name, value }) => ({ ...own, [name]: value }));
    return sent.map((all) => ({
      on: address,
      action: target,
      method: method === "post" ? ("post" as const) : ("get" as const),
      fields: all,
    }));
  });
}

/** What the fields of a form say that tells it from another at the same address: what is to be done. */
const intentOf = ({ action, fields }: Found): string =>
  `${shapeOf(action)} ${Object.keys(fields).sort().join()} ${fields["intent"] ?? ""}`;

function distinct(forms: readonly Found[]): Found[] {
  const counted = new Map<string, number>();
  return forms.filter((form) => {
    const seen = (counted.get(intentOf(form)) ?? 0) + 1;
    counted.set(intentOf(form), seen);
    return seen <= ALIKE;
  });
}
