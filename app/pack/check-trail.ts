/** The slice of the audit chain in a pack: its hashes computed again, from the first event to the head the manifest names. */
import { z } from "zod";
import { canonicalJson } from "../../db/canonical-json";
import { contentsText, FIRST_HASH, linkText } from "../../db/chain-link";
import type { Faults } from "./faults";
import { LISTS, MANIFEST, type Manifest } from "./format";
import { hexOfText, type Sha256 } from "./hashing";
import { COUNTED_BY, type ListCounts } from "./list-counts";
import { EventRow, type OpenEvent } from "./rows";

const FILE = LISTS.events;
const DAY_MS = 86_400_000;

const Counts = z.looseObject({ counts: z.record(z.enum(COUNTED_BY), z.record(z.string(), z.int())) });

/** Whole days from the start of a day to an instant, either way. */
const daysBetween = (day: string, instant: string): number =>
  Math.abs(Math.floor((Date.parse(instant) - Date.parse(day)) / DAY_MS));

export class TrailCheck {
  /** Events shown with their contents, those whose contents were erased, and those that are about something else. */
  open = 0;
  erased = 0;
  /** What kinds of events these are. */
  readonly erasedNames = new Set<string>();
  closed = 0;
  /** Number of the event that sealed the list; null: none that is shown did. */
  sealedBy: number | null = null;
  #seq = 0;
  #hash = FIRST_HASH;
  #isListTold = false;
  #isGenerationTold = false;

  constructor(
    private readonly manifest: Manifest,
    private readonly sha256: Sha256,
    private readonly faults: Faults,
    /** Of the suppliers in the pack. */
    private readonly counts: ListCounts,
    /** Is given each event whose contents are shown, after it was checked. */
    private readonly onShown: (row: number, event: OpenEvent) => void = () => {},
  ) {}

  event(row: number, value: unknown): void {
    const parsed = EventRow.safeParse(value);
    if (!parsed.success) return this.faults.add("row.shape", FILE, row);
    const one = parsed.data;
    if ("from" in one) {
      if (one.from !== this.#seq + 1 || one.to < one.from) this.faults.add("trail.gap", FILE, row, { event: one.from });
      this.closed += one.to - one.from + 1;
      [this.#seq, this.#hash] = [one.to, one.hash];
      return;
    }
    if (one.seq !== this.#seq + 1) this.faults.add("trail.gap", FILE, row, { event: one.seq });
    this.#checkLink(row, one);
    [this.#seq, this.#hash] = [one.seq, one.hash];
  }

  #checkLink(row: number, one: OpenEvent): void {
    const { seq, at, actor, name, digest, seals, hash, salt, contents } = one;
    const time = new Date(at);
    const isTime = !Number.isNaN(time.getTime()) && time.toISOString() === at;
    const link = { workspaceNo: this.manifest.workspace.no, seq, actorUserId: actor, name, digest, seals };
    if (!isTime || hexOfText(this.sha256, linkText(this.#hash, { ...link, at: time })) !== hash)
      this.faults.add("trail.hash", FILE, row, { event: seq });
    if (salt === null || contents === null) {
      this.erased += 1;
      this.erasedNames.add(name);
      if (salt !== null || contents !== null) this.faults.add("trail.contents", FILE, row, { event: seq });
      return;
    }
    this.open += 1;
    const text = canonicalJson(contents);
    if (hexOfText(this.sha256, contentsText(salt, text)) !== digest)
      this.faults.add("trail.contents", FILE, row, { event: seq });
    this.#note(row, one, contents);
    this.onShown(row, one);
  }

  /** What an event says of the list, against the manifest. */
  #note(row: number, { seq, name, at }: OpenEvent, contents: Readonly<Record<string, unknown>>): void {
    const { list, model, data } = this.manifest;
    const compare = (part: string, pack: string | number, said: unknown) => {
      if (pack !== said)
        this.faults.add("trail.differs", MANIFEST, null, { part, pack, said: String(said), event: seq });
    };
    const ofList = (told: Readonly<Record<string, unknown>>) => {
      compare("list.suppliers", list.suppliers, told["suppliers"]);
      compare("model.id", model.id, told["modelId"]);
      compare("data.date", data.date, told["dataDate"]);
    };
    const { importId, generation } = contents;
    if (name === "import.received" && importId === list.importId) {
      compare("list.sha256", list.sha256, contents["sha256"]);
      compare("list.bytes", list.bytes, contents["bytes"]);
      compare("list.fileName", list.fileName, contents["fileName"]);
      // The event follows what it tells of, at midnight by a day.
      if (daysBetween(list.day, at) > 1) compare("list.day", list.day, at.slice(0, 10));
    }
    if (name === "import.published" && importId === list.importId) {
      if (contents["sha256"] === list.sha256) this.#isListTold = true;
      if (generation !== list.generation) return;
      this.#isGenerationTold = true;
      ofList(contents);
    }
    if (name === "understanding.applied" && importId === list.importId && generation === list.generation)
      this.#isGenerationTold = true;
    if (name === "register.sealed" && generation === list.generation) {
      const { list: told } = contents;
      if (typeof told !== "object" || told === null) return this.faults.add("row.shape", FILE, row);
      ofList(told as Readonly<Record<string, unknown>>);
      this.#checkCounts(row, seq, told);
    }
  }

  /** Suppliers by level and band as they were sealed, but for those of whom something was recorded since. */
  #checkCounts(row: number, seq: number, told: object): void {
    this.sealedBy = seq;
    const { data } = Counts.safeParse(told);
    if (!data) return this.faults.add("row.shape", FILE, row);
    for (const by of COUNTED_BY)
      for (const { key, pack, said, moved } of this.counts.others(by, new Map(Object.entries(data.counts[by]))))
        this.faults.add("list.counts", LISTS.suppliers, null, {
          part: `${by}: ${key || "–"}`,
          pack,
          said,
          moved,
          event: seq,
        });
  }

  /** After the last event. */
  finish(): void {
    const { headSeq, headHash } = this.manifest.trail;
    if (this.#seq !== headSeq || this.#hash !== headHash)
      this.faults.add("trail.head", FILE, null, { event: this.#seq, head: headSeq });
    // An erased event may have been the one that told of it.
    const isErased = (...names: string[]) => names.some((name) => this.erasedNames.has(name));
    if (!this.#isListTold && !isErased("import.published")) this.faults.add("trail.list", MANIFEST);
    else if (!this.#isGenerationTold && !isErased("import.published", "understanding.applied"))
      this.faults.add("trail.list", MANIFEST);
  }
}
