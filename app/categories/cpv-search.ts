/** Finding codes of the Common Procurement Vocabulary by words of either language, or by the beginning of the number. Pure. */
import { fold } from "../resolve/fold";
import { isNeutral, wordsOf } from "../resolve/stems";

export const CPV_KINDS = ["supplies", "services", "works"] as const;
export type CpvKind = (typeof CPV_KINDS)[number];

export interface CpvRow {
  /** Eight digits, a dash, the check digit. */
  readonly code: string;
  readonly level: string;
  readonly kind: CpvKind;
  readonly labelEn: string;
  readonly labelRu: string | null;
}

export interface CpvIndex {
  readonly rows: readonly CpvRow[];
  readonly byCode: ReadonlyMap<string, CpvRow>;
  /** Stems of each label, in the order of `rows`. */
  readonly stems: readonly { readonly all: readonly string[]; readonly head: ReadonlySet<string> }[];
}

export function cpvIndex(rows: readonly CpvRow[]): CpvIndex {
  return {
    rows,
    byCode: new Map(rows.map((row) => [row.code, row])),
    stems: rows.map(({ labelEn, labelRu }) => {
      const labels = [labelEn, labelRu ?? ""].map((label) => wordsOf(fold(label)));
      return {
        all: labels.flatMap(({ stems }) => stems),
        head: new Set(labels.flatMap(({ stems, head }) => stems.slice(0, head < 0 ? stems.length : head))),
      };
    }),
  };
}

/** A number as a person may write it: "18332000", "18332000-5", "CPV 18332", "183320". */
const NUMBER = /^(?:cpv[\s:.#№-]*)?(\d{2,8})(?:-(\d))?$/iu;
/** Weights of a found word: as it stands in the label's head, elsewhere in it, or only as a beginning. */
const [IN_HEAD, ANYWHERE, BEGINNING] = [3, 2, 1];

function byNumber({ rows }: CpvIndex, digits: string, check: string | undefined, limit: number): CpvRow[] {
  const start = digits.length === 8 ? digits.replace(/0+$/u, "") || digits : digits;
  const exact = rows.filter(
    ({ code }) => code.startsWith(digits) && (check === undefined || code.endsWith(`-${check}`)),
  );
  const rest = check === undefined ? rows.filter(({ code }) => code.startsWith(start)) : [];
  return [...new Set([...exact, ...rest])].slice(0, limit);
}

function weightOf(asked: string, { all, head }: CpvIndex["stems"][number]): number {
  if (head.has(asked)) return IN_HEAD;
  if (all.includes(asked)) return ANYWHERE;
  return asked.length > 2 && all.some((stem) => stem.startsWith(asked)) ? BEGINNING : 0;
}

/**
 * Codes that every word asked for is found in, the best first: words at the head of the label before others, short labels before
 * long ones, then in the order of the codes. Where no label has all the words (`whole` is false), those that have most of them.
 */
export function searchCpv(
  index: CpvIndex,
  asked: string,
  limit: number,
): { readonly rows: readonly CpvRow[]; readonly whole: boolean } {
  const number = NUMBER.exec(asked.trim());
  if (number) return { rows: byNumber(index, number[1]!, number[2], limit), whole: true };
  const { stems: told } = wordsOf(fold(asked));
  // "Services" and "works" stand in thousands of labels: they count only where nothing else is asked for.
  const telling = told.filter((stem) => !isNeutral(stem));
  const stems = telling.length > 0 ? telling : told;
  if (stems.length === 0) return { rows: [], whole: false };
  const found = index.rows.flatMap((row, at) => {
    const weights = stems.map((stem) => weightOf(stem, index.stems[at]!));
    const words = weights.filter((weight) => weight > 0).length;
    const weight = weights.reduce((sum, one) => sum + one, 0);
    return words === 0 ? [] : [{ row, words, weight, length: index.stems[at]!.all.length }];
  });
  const most = found.reduce((so, { words }) => Math.max(so, words), 0);
  const best = found
    .filter(({ words }) => words === most)
    .sort((a, b) => b.weight - a.weight || a.length - b.length || (a.row.code < b.row.code ? -1 : 1));
  return { rows: best.slice(0, limit).map(({ row }) => row), whole: most === stems.length };
}
