/** The most distinct values a method remembers; a list of millions of rows has a few thousand. */
export const CACHE_LIMIT = 50_000;

/** `compute`, remembered per distinct text. When `limit` values are held the memory is emptied and starts again. */
export function memoise<T>(compute: (text: string) => T, limit = CACHE_LIMIT): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined || known.has(text)) return hit as T;
    const value = compute(text);
    if (known.size >= limit) known.clear();
    known.set(text, value);
    return value;
  };
}
