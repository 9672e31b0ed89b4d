/** Looking through the commitments table: by words, and by what a row is. Pure. */
import { fold } from "../resolve/fold";
import type { IsoDate } from "../../risk-models/types";
import { isComing, type Selectable } from "./select";

export const WHEN = ["in-force", "coming"] as const;
export type When = (typeof WHEN)[number];

/** How a row was checked, the surest first: the column `confidence`. */
export const CONFIDENCES = [
  "text or official page read",
  "text or official page read; part from memory",
  "secondary account",
  "secondary account; part from memory",
  "from memory",
] as const;

/** Null and "": not asked for. */
export interface Asked {
  readonly words: string;
  readonly jurisdiction: string | null;
  readonly binds: string | null;
  readonly theme: string | null;
  readonly when: When | null;
  /** Only rows that apply by this day; a row whose day is not known is one. */
  readonly by: IsoDate | null;
  readonly confidence: string | null;
  /** Only rows that may apply to the buyer of the profile. */
  readonly forUs: boolean;
}

export interface Searchable extends Selectable {
  readonly instrument: string;
  readonly instrumentShort: string;
  readonly article: string;
  readonly theme: string;
  readonly requirement: string;
  readonly evidence: string;
  readonly confidence: string;
}

/** Whether a row has every word asked for, and is what was asked for. */
export function isAsked(row: Searchable, asked: Asked, today: IsoDate): boolean {
  if (asked.jurisdiction !== null && row.jurisdiction !== asked.jurisdiction) return false;
  if (asked.binds !== null && row.binds !== asked.binds) return false;
  if (asked.theme !== null && row.theme !== asked.theme) return false;
  if (asked.confidence !== null && row.confidence !== asked.confidence) return false;
  if (asked.when !== null && isComing(row, today) !== (asked.when === "coming")) return false;
  if (asked.by !== null && isComing(row, asked.by)) return false;
  const words = fold(asked.words).split(" ").filter(Boolean);
  if (words.length === 0) return true;
  const { id, instrument, instrumentShort, article, requirement, evidence } = row;
  const text = fold([id, instrument, instrumentShort, article, requirement, evidence].join(" "));
  return words.every((word) => text.includes(word));
}
