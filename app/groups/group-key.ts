/** Which group a row belongs to: what one decision can settle. */
import { fold } from "../resolve/fold";
import { detached, memoise } from "../resolve/memo";
import type { CheckedRow } from "../imports/types";

/** From what a group is made; `other` holds what lies beyond the most groups a list may have. */
export const GROUP_KINDS = ["account", "category", "purpose", "sector", "none", "other"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export interface RowGroup {
  /** Kind and normalised text (`account:planned repairs`): readable, and the same in the next list. */
  readonly key: string;
  readonly kind: GroupKind;
  /** The text as first met, the ISIC division of a sector guess, or "". */
  readonly label: string;
}

/** Longest text of a label or key. */
const LONGEST = 120;
const NO_DESCRIPTION: RowGroup = Object.freeze({ key: "none", kind: "none", label: "" });

/** Rows without any text that says what was bought. */
export const noDescription = NO_DESCRIPTION;

/** Months and their short forms as they stand in purposes; folded. */
const MONTHS = new Set(
  (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
    "январь января февраль февраля март марта апрель апреля маи мая июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря " +
    "januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
  ).split(" "),
);
const HAS_DIGIT = /\p{N}/u;

/** A purpose without its dates, amounts, invoice and order numbers; "" when no word is left. */
export const purposeKey: (text: string) => string = memoise((text) => {
  const words = fold(text)
    .split(" ")
    .filter((word) => word !== "" && !HAS_DIGIT.test(word) && !MONTHS.has(word));
  const key = words.join(" ").slice(0, LONGEST).trim();
  return /\p{L}{3}|\p{Script=Han}/u.test(key) ? key : "";
});

const shortened = (text: string) => detached(text.length > LONGEST ? text.slice(0, LONGEST) : text);

function groupMaker(kind: GroupKind, keyOf: (text: string) => string): (text: string) => RowGroup | null {
  return memoise((text) => {
    const key = keyOf(text).slice(0, LONGEST).trim();
    return key === "" ? null : Object.freeze({ key: `${kind}:${key}`, kind, label: shortened(text.trim()) });
  });
}

const byAccount = groupMaker("account", fold);
const byCategory = groupMaker("category", fold);
const byPurpose = groupMaker("purpose", purposeKey);
const bySector = groupMaker("sector", (division) => division);

/**
 * The group of a row: its account (name, else code), else its category, else its purpose, else the division of what its other
 * words were read as. `guess` is the ISIC code the resolver gave without any decision.
 */
export function groupOf(
  row: Pick<CheckedRow, "accountName" | "accountCode" | "sector" | "product">,
  guess: string | null,
): RowGroup {
  const account = row.accountName || row.accountCode;
  return (
    (account !== "" ? byAccount(account) : null) ??
    (row.sector !== "" ? byCategory(row.sector) : null) ??
    (row.product !== "" ? byPurpose(row.product) : null) ??
    (guess !== null ? bySector(guess.slice(0, 2)) : null) ??
    NO_DESCRIPTION
  );
}

/** The group of rows by the division alone. */
export const groupOfSector = (isic: string): RowGroup => bySector(isic.slice(0, 2)) ?? NO_DESCRIPTION;

/** A text as decisions about texts are remembered: without case, accents and punctuation. */
export const textKey = (text: string): string => (fold(text) || text.trim()).slice(0, LONGEST);

/**
 * The text that would say what a row is about if it were understood: a code no table knows, else its purpose, where that is not
 * the group itself. Null when there is none.
 */
export function sectorTextOf(
  row: Pick<CheckedRow, "isic" | "nace" | "hs" | "cpv" | "product">,
  group: RowGroup,
): string | null {
  const code = row.isic || row.nace || row.hs || row.cpv;
  if (code !== "") return textKey(code);
  return (row.product !== "" && group.kind !== "purpose" && purposeKey(row.product)) || null;
}
