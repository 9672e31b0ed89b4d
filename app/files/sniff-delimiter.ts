/** Which character separates the fields. Pure. */

/** Between two that fit equally well the first is taken: a tab is rarely part of a name or address, a comma often. */
export const DELIMITERS = ["\t", ";", "|", ","] as const;

export interface FieldCounts {
  /** Records that are not blank. */
  readonly records: number;
  /** The number of fields over one that most records have (1: no record has more than one field), and how many have it. */
  readonly usual: number;
  readonly withUsual: number;
  readonly withOne: number;
}

/** How even the records are when cut at one delimiter. */
export function fieldCounts(records: readonly (readonly string[])[]): FieldCounts {
  const byCount = new Map<number, number>();
  let counted = 0;
  for (const cells of records) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    counted++;
    byCount.set(cells.length, (byCount.get(cells.length) ?? 0) + 1);
  }
  let usual = 1;
  let withUsual = 0;
  for (const [fields, times] of byCount) {
    if (fields > 1 && (times > withUsual || (times === withUsual && fields > usual))) {
      usual = fields;
      withUsual = times;
    }
  }
  return { records: counted, usual, withUsual, withOne: byCount.get(1) ?? 0 };
}

/**
 * The delimiter for which most records have the same number of fields; between even ones, the one that gives more fields
 * (a street address has one comma in every row). A list of names alone is one column, commas in some names or not.
 *
 * @param countsFor the counts of the same records cut at each delimiter, quotation marks honoured
 */
export function chooseDelimiter(countsFor: (delimiter: string) => FieldCounts): string {
  let best = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { records, usual, withUsual, withOne } = countsFor(delimiter);
    if (records === 0 || withUsual === 0) continue;
    if (usual === 2 && withOne > withUsual) continue;
    const score = (withUsual / records) * (1 - 1 / usual);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return bestScore >= 0.05 ? best : ",";
}
