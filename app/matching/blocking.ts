/**
 * Which of many listed names a name could be: the union of rare trigrams, rare words, initials and equal numbers. It finds what is
 * worth comparing and drops the rest; it decides nothing. Built once over the list, then asked for one party after the other.
 */
import { namesOf } from "./name";
import { idsOf } from "./prepared";
import { TRIGRAMS } from "./similarity";
import type { Name, Party } from "./types";

/** Trigrams of a name that are looked up, rarest first. */
const LOOKED_UP = 14;
/** So many are looked up however common they are. */
const ALWAYS = 7;
/** A trigram that more of the names have than this says little. */
const COMMON_SHARE = 0.02;
const RARE_WORD = 50;
const LEAST_ALIKE = 0.3;
/** What stands for a candidate that something other than trigrams found. */
const BY_RARE_WORD = 0.35;
const BY_INITIALS = 0.5;
const BY_ID = 2;

export interface Candidate {
  /** Place of the entry in the list. */
  readonly entry: number;
  /** Order among candidates; no probability. */
  readonly alike: number;
}

export class BlockingIndex {
  /** Names of every entry, so that nothing is read twice. */
  readonly names: readonly (readonly Name[])[];
  readonly #entryOf: Uint32Array;
  readonly #length: Float32Array;
  readonly #starts: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #weight = new Float32Array(TRIGRAMS);
  readonly #byWord = new Map<string, number[] | null>();
  readonly #byInitials = new Map<string, number[]>();
  readonly #byId = new Map<string, number[]>();
  readonly #sums: Float32Array;
  readonly #touched: Uint32Array;

  /** @param longest names of one trigram beyond which it is not looked up: a bound for lists of very like names. */
  constructor(
    list: readonly Party[],
    readonly longest = Infinity,
  ) {
    this.names = list.map(namesOf);
    const rows: { readonly entry: number; readonly trigrams: Uint16Array }[] = [];
    const counts = new Uint32Array(TRIGRAMS);
    this.names.forEach((names, entry) => {
      for (const name of names) {
        const { trigrams } = name;
        for (const trigram of trigrams) counts[trigram]!++;
        rows.push({ entry, trigrams });
        this.#addWords(name, entry);
      }
      for (const [kind, value] of idsOf(list[entry]!.ids ?? {})) append(this.#byId, `${kind} ${value}`, entry);
    });
    this.#entryOf = Uint32Array.from(rows, ({ entry }) => entry);
    this.#starts = new Uint32Array(TRIGRAMS + 1);
    for (let at = 0; at < TRIGRAMS; at++) {
      this.#starts[at + 1] = this.#starts[at]! + counts[at]!;
      this.#weight[at] = counts[at] === 0 ? 0 : Math.log(1 + rows.length / counts[at]!);
    }
    this.#rows = new Uint32Array(this.#starts[TRIGRAMS]!);
    const filled = this.#starts.slice(0, TRIGRAMS);
    this.#length = new Float32Array(rows.length);
    rows.forEach(({ trigrams }, row) => {
      let square = 0;
      for (const trigram of trigrams) {
        this.#rows[filled[trigram]!++] = row;
        square += this.#weight[trigram]! ** 2;
      }
      this.#length[row] = Math.sqrt(square);
    });
    this.#sums = new Float32Array(rows.length);
    this.#touched = new Uint32Array(rows.length);
  }

  #addWords(name: Name, entry: number): void {
    for (const word of name.words) {
      if (word.length < 3) continue;
      const entries = this.#byWord.get(word);
      if (entries === null) continue;
      if (entries === undefined) this.#byWord.set(word, [entry]);
      else if (entries.length >= RARE_WORD) this.#byWord.set(word, null);
      else if (entries.at(-1) !== entry) entries.push(entry);
    }
    if (name.initials.length > 2) append(this.#byInitials, name.initials, entry);
  }

  /** Entries worth comparing with a party, most alike first, at most `most`. */
  candidates(party: Party, most = 20): number[] {
    return this.candidatesOf(namesOf(party), idsOf(party.ids ?? {}), most).map(({ entry }) => entry);
  }

  candidatesOf(names: readonly Name[], ids: ReadonlyMap<string, string>, most = 20): Candidate[] {
    const best = new Map<number, number>();
    const keep = (entry: number, alike: number) => {
      const known = best.get(entry);
      if (known === undefined || known < alike) best.set(entry, alike);
    };
    for (const [kind, value] of ids) for (const entry of this.#byId.get(`${kind} ${value}`) ?? []) keep(entry, BY_ID);
    for (const name of names) {
      this.#byTrigrams(name, most, keep);
      for (const word of name.words) {
        for (const entry of this.#byWord.get(word) ?? [])
          best.set(entry, Math.max(best.get(entry) ?? 0, 0) + BY_RARE_WORD);
        if (word.length > 2 && word.length < 8)
          for (const entry of this.#byInitials.get(word) ?? []) keep(entry, BY_INITIALS);
      }
      if (name.initials.length > 2 && name.initials.length < 8)
        for (const entry of this.#byWord.get(name.initials) ?? []) keep(entry, BY_INITIALS);
    }
    const found: Candidate[] = [];
    for (const [entry, alike] of best) found.push({ entry, alike });
    found.sort((a, b) => b.alike - a.alike || a.entry - b.entry);
    if (found.length > most) found.length = most;
    return found;
  }

  #byTrigrams(name: Name, most: number, keep: (entry: number, alike: number) => void): void {
    const { trigrams } = name;
    let square = 0;
    const known: number[] = [];
    const unseen = Math.log(1 + this.#length.length);
    for (const trigram of trigrams) {
      const weight = this.#weight[trigram]!;
      square += (weight || unseen) ** 2;
      if (weight > 0) known.push(trigram);
    }
    const count = (trigram: number) => this.#starts[trigram + 1]! - this.#starts[trigram]!;
    known.sort((a, b) => count(a) - count(b));
    const common = Math.max(20, this.#length.length * COMMON_SHARE);
    let touched = 0;
    for (let at = 0; at < known.length && at < LOOKED_UP; at++) {
      const trigram = known[at]!;
      // Rarest first: what follows is no rarer.
      if (count(trigram) > (at >= ALWAYS ? Math.min(common, this.longest) : this.longest)) break;
      const weight = this.#weight[trigram]! ** 2;
      for (let posting = this.#starts[trigram]!, end = this.#starts[trigram + 1]!; posting < end; posting++) {
        const row = this.#rows[posting]!;
        if (this.#sums[row] === 0) this.#touched[touched++] = row;
        this.#sums[row]! += weight;
      }
    }
    const own = Math.sqrt(square);
    const heap: { row: number; alike: number }[] = [];
    let floor = LEAST_ALIKE;
    for (let at = 0; at < touched; at++) {
      const row = this.#touched[at]!;
      const alike = this.#sums[row]! / (own * this.#length[row]!);
      this.#sums[row] = 0;
      if (alike < floor) continue;
      let place = heap.length;
      heap.push({ row, alike });
      for (; place > 0 && heap[place - 1]!.alike < alike; place--) heap[place] = heap[place - 1]!;
      heap[place] = { row, alike };
      if (heap.length > most) {
        heap.pop();
        floor = heap.at(-1)!.alike;
      }
    }
    for (const { row, alike } of heap) keep(this.#entryOf[row]!, alike);
  }
}

function append(map: Map<string, number[]>, key: string, entry: number): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (entries.at(-1) !== entry && entries.length < RARE_WORD) entries.push(entry);
}
