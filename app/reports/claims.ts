/** Finds in a text what a report does not claim, and what could name a person: for its author and approver to look at. Pure. */
import type { Report } from "./model";
import { CLAIM_KINDS, CLAIM_PHRASES, PERSON_PATTERNS, type ClaimKind } from "./claim-words";

export interface Claim {
  readonly kind: ClaimKind;
  /** The words as they stand in the text. */
  readonly words: string;
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Other words between two of a phrase, at most. */
const MOST_BETWEEN = 2;

/** The words of each sentence; a hyphen parts words, a line break or a mark at its end parts sentences. */
function sentencesOf(text: string): Word[][] {
  const sentences: Word[][] = [[]];
  for (const { 0: found, index: from } of text.matchAll(/[\p{L}\p{M}\p{N}]+|[.!?;\n]/gu))
    if (/^[.!?;\n]$/u.test(found)) sentences.push([]);
    else sentences.at(-1)!.push({ text: plain(found), from, to: from + found.length });
  return sentences;
}

const plain = (word: string): string => word.toLowerCase().replaceAll("ё", "е");

type Step = "between" | ((word: string) => boolean);

function stepsOf(phrase: string): Step[] {
  return phrase.split(" ").map((step): Step => {
    if (step === "~") return "between";
    const wanted = step.split("|").map((word) => ({ start: word.replace("*", ""), isOpen: word.endsWith("*") }));
    return (word) => wanted.some(({ start, isOpen }) => (isOpen ? word.startsWith(start) : word === start));
  });
}

const PHRASES = CLAIM_KINDS.flatMap((kind) =>
  kind === "person" ? [] : CLAIM_PHRASES[kind].map((phrase) => ({ kind, steps: stepsOf(phrase) })),
);

/** Where the steps end that begin at a word; null: they do not match there. */
function endOf(steps: readonly Step[], words: readonly Word[], at: number): number | null {
  const [step, ...rest] = steps;
  if (step === undefined) return at - 1;
  if (step === "between") {
    for (let skipped = 0; skipped <= MOST_BETWEEN; skipped++) {
      const end = endOf(rest, words, at + skipped);
      if (end !== null) return end;
    }
    return null;
  }
  const word = words[at];
  return word && step(word.text) ? endOf(rest, words, at + 1) : null;
}

/** What a text claims, each kind of claim by its words once, in the order of the kinds. */
export function claimsIn(given: string): Claim[] {
  const text = given.normalize("NFC");
  const found = new Map<string, Claim>();
  const add = (kind: ClaimKind, words: string) => {
    const claim = { kind, words: words.replaceAll(/\s+/gu, " ") };
    found.set(`${kind} ${plain(claim.words)}`, claim);
  };
  const sentences = sentencesOf(text);
  for (const { kind, steps } of PHRASES)
    for (const words of sentences)
      words.forEach(({ from }, at) => {
        const end = endOf(steps, words, at);
        if (end !== null) add(kind, text.slice(from, words[end]!.to));
      });
  for (const pattern of PERSON_PATTERNS) for (const [words] of text.matchAll(pattern)) add("person", words);
  return [...found.values()];
}

/** Points of which the words of people claim what a report does not, or could name somebody, with the kinds of that; in the order of the report. */
export const claimingPoints = ({
  sections,
}: Pick<Report, "sections">): { readonly point: string; readonly kinds: readonly ClaimKind[] }[] =>
  sections.flatMap(({ id, points }) =>
    points.flatMap(({ id: point, statement }) => {
      const found = new Set(claimsIn(statement?.text ?? "").map(({ kind }) => kind));
      return found.size === 0 ? [] : [{ point: `${id}.${point}`, kinds: [...found] }];
    }),
  );
