/** The slice of the audit chain in a pack: its hashes computed again, from the first event to the head the manifest names. */
import { canonicalJson } from "../../db/canonical-json";
import { contentsText, FIRST_HASH, linkText } from "../../db/chain-link";
import type { Faults } from "./faults";
import { LISTS, MANIFEST, type Manifest } from "./format";
import { hexOfText, type Sha256 } from "./hashing";
import { EventRow, type OpenEvent } from "./rows";

const FILE = LISTS.events;

export class TrailCheck {
  /** Events shown with their contents, those whose contents were erased, and those that are about something else. */
  open = 0;
  erased = 0;
  /** What kinds of events these are. */
  readonly erasedNames = new Set<string>();
  closed = 0;
  #seq = 0;
  #hash = FIRST_HASH;
  #isListTold = false;
  /** Ids of rows of the pack that an event has to tell of, with where they stand. */
  readonly #untold = new Map<string, { readonly file: string; readonly row: number }>();

  constructor(
    private readonly manifest: Manifest,
    private readonly sha256: Sha256,
    private readonly faults: Faults,
    /** Is given each event whose contents are shown, after it was checked. */
    private readonly onShown: (row: number, event: OpenEvent) => void = () => {},
  ) {}

  /** A row that people recorded: its id stands in an event. Before the events. */
  expect(id: string, file: string, row: number): void {
    this.#untold.set(id, { file, row });
  }

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
    this.#note(name, contents, text);
    this.onShown(row, one);
  }

  #note(name: string, contents: Readonly<Record<string, unknown>>, text: string): void {
    const { importId, sha256 } = this.manifest.list;
    if (name === "import.published" && contents["importId"] === importId && contents["sha256"] === sha256)
      this.#isListTold = true;
    if (this.#untold.size === 0) return;
    for (const [id] of text.matchAll(/(?<=")[A-Za-z0-9_-]{6,64}(?=")/gu)) this.#untold.delete(id);
  }

  /** After the last event. */
  finish(): void {
    const { headSeq, headHash } = this.manifest.trail;
    if (this.#seq !== headSeq || this.#hash !== headHash)
      this.faults.add("trail.head", FILE, null, { event: this.#seq, head: headSeq });
    // An erased event may have been the one that told of it.
    if (this.erased > 0) return;
    if (!this.#isListTold) this.faults.add("trail.list", MANIFEST);
    for (const { file, row } of this.#untold.values()) this.faults.add("trail.untold", file, row);
  }
}
