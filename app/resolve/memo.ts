/** The most distinct values a method remembers; a list of millions of rows has a few thousand. */
export const CACHE_LIMIT = 50_000;
/** Longer texts are hardly ever met twice: they are worked out each time and keep no memory. */
export const LONGEST_KEY = 400;
const LONGEST_COPIED_ANYWAY = 12;

/**
 * The same text with memory of its own. A cell of a file is a slice of the chunk it was read from: kept as it is, it keeps
 * the whole chunk. Engines copy slices of up to 12 characters; longer ones are written and read anew.
 */
export function detached(text: string): string {
  return text.length <= LONGEST_COPIED_ANYWAY ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** `compute`, remembered per distinct text. When `limit` values are held the memory is emptied and starts again. */
export function memoise<T>(compute: (text: string) => T, limit = CACHE_LIMIT): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined || known.has(text)) return hit as T;
    const value = compute(text);
    if (text.length > LONGEST_KEY) return value;
    if (known.size >= limit) known.clear();
    known.set(detached(text), value);
    return value;
  };
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

/**
 * `compute` of several texts, remembered per distinct combination: one look-up per text that is
 * not empty, no key to build.
 * `undefined` and "" are the same text. At most 31 texts. When `limit` steps are held the memory is emptied and starts again.
 */
export function memoiseTexts<T>(
  compute: (texts: readonly string[]) => T,
  limit = CACHE_LIMIT,
): (texts: readonly string[]) => T {
  /** Where to start, by which of the texts are not empty (a bit each). */
  let starts: Node<T>[] = [];
  let held = 0;
  return (texts) => {
    let filled = 0;
    for (let at = 0; at < texts.length; at += 1) if (texts[at] !== "") filled |= 1 << at;
    let node = (starts[filled] ??= { next: new Map(), value: undefined });
    for (let at = 0; at < texts.length; at += 1) {
      const text = texts[at]!;
      if (text === "") continue;
      let next = node.next.get(text);
      if (next === undefined) {
        if (text.length > LONGEST_KEY) return compute(texts);
        if (held >= limit) {
          starts = [];
          held = 0;
          // What this call still adds hangs on a branch nobody can reach: the next call starts anew.
        }
        next = { next: new Map(), value: undefined };
        node.next.set(detached(text), next);
        held += 1;
      }
      node = next;
    }
    if (node.value === undefined) node.value = compute(texts);
    return node.value;
  };
}
