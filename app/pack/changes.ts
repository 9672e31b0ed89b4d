/** What happened since the last pack of the workspace was made: events that this one shows, counted by their names. Pure. */
import { z } from "zod";
import { day } from "./format";

const count = z.int().min(0);
const text = z.string();

export const Changes = z.strictObject({
  /** The pack before this one; null: this is the first. */
  since: z
    .strictObject({
      packId: text,
      madeOn: day,
      /** SHA-256 of its file. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      /** The number of the last event in it. */
      headSeq: count,
      generation: z.int().positive(),
      suppliers: count,
    })
    .nullable(),
  /** By the name of the event. Empty without a pack before. */
  events: z.record(text, z.int().positive()),
});
export type Changes = z.infer<typeof Changes>;

/** Counts the shown events behind a number. */
export class ChangeCount {
  readonly #events = new Map<string, number>();

  /** @param after events up to this number are in the pack before; null: there is none, and nothing is counted. */
  constructor(private readonly after: number | null) {}

  event(seq: number, name: string): void {
    if (this.after !== null && seq > this.after) this.#events.set(name, (this.#events.get(name) ?? 0) + 1);
  }

  counted(): Changes["events"] {
    return Object.fromEntries([...this.#events].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
