import { fold } from "../resolve/fold";

/** What can be chosen by its words. */
export interface Worded {
  readonly text: string;
}

/** Those whose text holds every word somewhere at the start of one of its own, whatever case and accents. */
export function holding<T extends Worded>(all: readonly T[], words: string): readonly T[] {
  const wanted = fold(words).split(" ").filter(Boolean);
  if (wanted.length === 0) return all;
  return all.filter(({ text }) => {
    const has = ` ${fold(text)}`;
    return wanted.every((word) => has.includes(` ${word}`));
  });
}
