/**
 * Suppliers that belong together as far as the list says it: those of one stated owner, and sites of one firm (the same name with
 * another number or city). For a view by groups; decides nothing. Pure; the order in which the list stands does not matter.
 */
import { namesOf } from "../matching/name";
import { cleaned, tokensOf } from "../matching/script";
import { commonShare } from "../matching/vocabulary";

export interface GroupLine {
  /** The supplier's number in its list. */
  readonly no: number;
  readonly name: string;
  /** Name of the owner, as stated. */
  readonly parent: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly city: string | null;
}

export interface SupplierGroup {
  readonly key: string;
  /** What holds it together: an owner that is stated, or one name. */
  readonly by: "owner" | "name";
  /** The name of the owner or of the firm, as the list writes it most often. */
  readonly head: string;
  /** Numbers of its suppliers, two and more, rising. */
  readonly members: readonly number[];
}

/** Words that tell one site from another, or the owner from what it owns, and no firm from another. */
const NO_FIRM = new Set(
  "factory unit division branch phase workshop yard warehouse office site store shop depot department group holding".split(
    " ",
  ),
);
const FEWEST_LETTERS = 3;

interface Read {
  readonly line: GroupLine;
  /** Words of the firm's own name, without numbers, legal form and site; empty where they name no firm. */
  readonly firm: string;
  /** The same of its stated owner. */
  readonly owner: string;
}

/** Words that name a firm, written with blanks; "" where only trades, places and site words are left ("Textile Factory No. 2"). */
function firmWords(name: string, country: string | null, city: string | null): string {
  const [first] = namesOf({ name, country });
  if (!first) return "";
  const words = [...first.words];
  const ofCity = new Set(city ? tokensOf(cleaned(city)).map(({ text }) => text) : []);
  // A city behind the name says which site; before it, it is mostly a part of the name.
  while (words.length > 1 && ofCity.has(words.at(-1)!)) words.pop();
  const firm = words.filter((word) => !NO_FIRM.has(word));
  const isNamed = firm.some((word) => word.length >= FEWEST_LETTERS && commonShare(word) === null);
  return isNamed ? firm.join(" ") : "";
}

/** Groups of two and more, the largest first. A supplier stands in one group at most; a stated owner counts before a name. */
export function supplierGroups(lines: readonly GroupLine[]): SupplierGroup[] {
  const read = lines.map((line): Read => ({
    line,
    firm: firmWords(line.name, line.country, line.city),
    owner: line.parent ? firmWords(line.parent, line.country, null) : "",
  }));
  const owners = new Owners(read);
  const found = new Map<string, { by: SupplierGroup["by"]; heads: string[]; members: number[] }>();
  const countryOf = onlyCountries(read);
  for (const one of read) {
    const { line, firm, owner } = one;
    const top = owners.topOf(one);
    if (top === "" && firm === "") continue;
    const by = top === "" ? "name" : "owner";
    const key = by === "owner" ? `owner ${top}` : `name ${firm} ${line.country ?? countryOf.get(firm) ?? ""}`;
    const group = found.get(key) ?? { by, heads: [], members: [] };
    found.set(key, group);
    group.members.push(line.no);
    if (by === "name" || firm === top) group.heads.push(line.name);
    if (owner === top && line.parent) group.heads.push(line.parent);
  }
  return [...found]
    .filter(([, { members }]) => members.length > 1)
    .map(([key, { by, heads, members }]) => ({ key, by, head: headOf(heads), members: members.sort((a, b) => a - b) }))
    .sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1));
}

/** Firm to the owner at the top, as far as the lines tell: the owner, its own owner, and so on. */
class Owners {
  readonly #owners = new Set<string>();
  /** Firm to the one owner its lines state; nothing where they state several. */
  readonly #ownerOf = new Map<string, string | null>();
  readonly #tops = new Map<string, string>();

  constructor(read: readonly Read[]) {
    for (const { firm, owner } of read) {
      if (owner === "") continue;
      this.#owners.add(owner);
      if (firm === "" || firm === owner) continue;
      const known = this.#ownerOf.get(firm);
      this.#ownerOf.set(firm, known === undefined || known === owner ? owner : null);
    }
  }

  /** A firm that states no owner follows the other lines of its name, or is an owner itself. "" where the list says nothing. */
  topOf({ owner, firm }: Read): string {
    if (owner !== "") return this.#top(owner);
    return this.#owners.has(firm) || this.#ownerOf.get(firm) ? this.#top(firm) : "";
  }

  /** A circle of owners ends at the first of them by letters. */
  #top(from: string): string {
    const way = new Set<string>();
    let at = from;
    for (;;) {
      const known = this.#tops.get(at);
      const next = this.#ownerOf.get(at);
      if (known !== undefined || !next || way.has(at)) {
        const inOrder = [...way];
        const top = known ?? (way.has(at) ? inOrder.slice(inOrder.indexOf(at)).sort()[0]! : at);
        for (const one of way) this.#tops.set(one, top);
        this.#tops.set(at, top);
        return top;
      }
      way.add(at);
      at = next;
    }
  }
}

/** Firm to its country, where its lines name one alone: a line that names none goes there. */
function onlyCountries(read: readonly Read[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const { firm, line } of read) {
    if (firm === "" || line.country === null) continue;
    const known = found.get(firm);
    if (known === undefined) found.set(firm, line.country);
    else if (known !== line.country) found.set(firm, null);
  }
  return new Map([...found].flatMap(([firm, country]) => (country === null ? [] : [[firm, country] as const])));
}

/** What is written most often; of equal ones the shortest, then the first by letters. */
function headOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || a.length - b.length || (a < b ? -1 : 1),
  )[0]![0];
}
