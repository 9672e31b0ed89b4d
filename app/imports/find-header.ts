/**
 * Finds the header record of a sample: under titles, under an SQL query, the better of two, or none at all. A record is a header
 * when its cells are known headers or, failing that, when it is text over columns of numbers, dates and codes.
 */
import { cleanCell } from "./cells";
import { matchHeader } from "./match-header";
import { readAmount } from "./numbers";
import { readDate } from "./dates";

type Records = readonly (readonly string[])[];

export interface FoundHeader {
  /** 0-based; null when the table has no header. */
  readonly headerRecord: number | null;
  readonly firstDataRecord: number;
}

const SEARCHED = 60;
const SQL_WORD = /\b(?:select|from|where|join|order by|group by|union|inner|left outer)\b/i;

export function findHeader(sample: Records): FoundHeader {
  const width = usualWidth(sample);
  const last = Math.min(sample.length, SEARCHED);
  let headerRecord: number | null = null;
  let bestScore = 0;
  const scores: number[] = [];
  let sqlUntil = -1;
  for (let r = 0; r < last; r++) {
    const record = sample[r]!;
    const isSql =
      record.some((cell) => /^\s*(?:select|with)\b/i.test(cell)) ||
      (r === sqlUntil + 1 && sqlUntil >= 0 && SQL_WORD.test(record.join(" ")));
    if (isSql) sqlUntil = r;
    const score = isSql ? 0 : headerScore(record, width);
    scores.push(score);
    if (score > bestScore + 1e-9) {
      bestScore = score;
      headerRecord = r;
    }
  }
  if (headerRecord === null) headerRecord = structuralHeader(sample, width);
  if (headerRecord === null) return { headerRecord: null, firstDataRecord: firstFullRecord(sample, width) };
  let firstDataRecord = headerRecord + 1;
  // A second header row below the better one is no data.
  const next = scores[firstDataRecord];
  if (next !== undefined && bestScore > 0 && next >= bestScore * 0.4) firstDataRecord++;
  return { headerRecord, firstDataRecord };
}

/** Cells in most records (the larger of two equally usual widths). */
function usualWidth(sample: Records): number {
  const counts = new Map<number, number>();
  for (const record of sample) {
    const width = usedWidth(record);
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 1;
  let most = 0;
  for (const [width, count] of counts) {
    // A wide record weighs more: titles and notes are narrow.
    const weight = count * Math.sqrt(width);
    if (weight > most) {
      most = weight;
      usual = width;
    }
  }
  return usual;
}

function usedWidth(record: readonly string[]): number {
  let width = record.length;
  while (width > 0 && record[width - 1]!.trim() === "") width--;
  return width;
}

/** 0 for no header; else about one for each known header cell. */
function headerScore(record: readonly string[], width: number): number {
  const cells = record.map((cell) => cleanCell(cell.replace(/^(?:\ufeff|ï»¿)+/, ""))).filter((cell) => cell !== "");
  if (cells.length === 0 || (width >= 3 && cells.length < 2)) return 0;
  // A header does not consist of numbers: most data records are told by this alone.
  if (cells.filter(isValue).length > cells.length * 0.4) return 0;
  let known = 0;
  let score = 0;
  const fields = new Set<string>();
  for (const cell of cells) {
    if (cell.length > 120 || isValue(cell)) {
      score -= 1.5;
      continue;
    }
    const { matches, verdict } = matchHeader(cell);
    const match = matches[0];
    if (match !== undefined && !fields.has(match.field)) {
      fields.add(match.field);
      const strength = Math.min(1, match.score / 100) * (cell.length > 60 ? 0.5 : 1);
      known += strength;
      score += strength + (match.field === "name" ? 0.8 : 0);
    } else if (verdict !== null && verdict !== "ignored") {
      known += 0.6;
      score += 0.6;
    } else if (verdict === "ignored" || match !== undefined) {
      known += 0.3;
      score += 0.3;
    } else if (cell.length > 60) score -= 0.5;
  }
  const distinct = new Set(cells.map((cell) => cell.toLowerCase())).size;
  score -= (cells.length - distinct) * 0.3;
  const enough = known >= 3 || known >= cells.length * 0.3 || cells.length <= 2;
  return enough && known >= 0.6 && score >= 0.6 ? score : 0;
}

/** A number, date, address of the net or yes/no: it does not stand in a header. */
const isValue = (cell: string): boolean =>
  /^[-+(]?[\d][\d.,\s%)]*$/.test(cell) ||
  (/\d/.test(cell) && (readAmount(cell, ".") !== null || readDate(cell, "dmy") !== "")) ||
  /@|^https?:/i.test(cell);

/** A first full record of short, different words over columns that hold numbers, dates or codes. */
function structuralHeader(sample: Records, width: number): number | null {
  const r = firstFullRecord(sample, width);
  const header = sample[r];
  if (header === undefined || width < 2) return null;
  const cells = header.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== "");
  if (filled.some((cell) => isValue(cell) || cell.length > 50)) return null;
  if (new Set(filled).size < filled.length || filled.length < width * 0.7) return null;
  const below = sample.slice(r + 1, r + 60);
  if (below.length < 2) return null;
  let typed = 0;
  for (let c = 0; c < cells.length; c++) {
    if (cells[c] === "") continue;
    const values = below.map((record) => (record[c] ?? "").trim()).filter((cell) => cell !== "");
    if (values.length >= 2 && values.filter(isValue).length >= values.length * 0.8) typed++;
  }
  return typed > 0 ? r : null;
}

function firstFullRecord(sample: Records, width: number): number {
  const r = sample.findIndex(
    (record) => record.filter((cell) => cell.trim() !== "").length >= Math.max(1, width * 0.5),
  );
  return r < 0 ? 0 : r;
}
