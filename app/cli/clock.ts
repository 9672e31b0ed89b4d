/** Consecutive phases of one run in wall-clock milliseconds; they follow each other and do not overlap. */
export class Phases<Name extends string> {
  readonly #spent = new Map<Name, number>();
  #started = performance.now();

  /** Ends the phase that began with the last call (or with the start) and gives it this name. */
  end(name: Name): void {
    const now = performance.now();
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + (now - this.#started));
    this.#started = now;
  }

  /** Whole milliseconds a phase. */
  get timings(): Record<Name, number> {
    return Object.fromEntries([...this.#spent].map(([name, ms]) => [name, Math.round(ms)])) as Record<Name, number>;
  }
}
