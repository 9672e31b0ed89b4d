/** Suppliers that people found to be one, as the trail of a pack tells: what was recorded of the one is of the one it became. */
export class Merges {
  readonly #into = new Map<string, Set<string>>();
  /** A merge was told of. */
  hasAny = false;

  /** The contents of an event `duplicate.decided`. */
  note(contents: Readonly<Record<string, unknown>>): void {
    const { decision, fromId, intoId } = contents;
    if (decision !== "merged") return;
    this.hasAny = true;
    if (typeof fromId !== "string" || typeof intoId !== "string") return;
    const known = this.#into.get(fromId) ?? new Set();
    this.#into.set(fromId, known.add(intoId));
  }

  /** Did the one become the other, over any number of merges, be they undone since? By public ids. */
  leads(from: string, to: string): boolean {
    const seen = new Set([from]);
    for (const one of seen) {
      if (one === to) return true;
      for (const next of this.#into.get(one) ?? []) seen.add(next);
    }
    return false;
  }
}
