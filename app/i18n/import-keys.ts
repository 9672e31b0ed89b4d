import type { DifferenceKind } from "../../db/schema/codes";
import type { LeftOutReason, SetAsideReason } from "../imports/codes";
import type { DateOrder } from "../imports/dates";
import type { NumberFormat } from "../imports/types";
import type { Key, Keys } from "./keys";

// Maps for keys of an import that depend on a word of a closed list; see `keys.ts`.

/** What to do about a row that was set aside or left out. */
export const adviceKey = {
  "natural-person": "importing.advice.naturalPerson",
  redacted: "importing.advice.redacted",
  "tax-authority": "importing.advice.institution",
  "public-body": "importing.advice.institution",
  court: "importing.advice.institution",
  police: "importing.advice.institution",
  "pension-fund": "importing.advice.institution",
  payroll: "importing.advice.payroll",
  refund: "importing.advice.refund",
  grant: "importing.advice.refund",
  "placeholder-name": "importing.advice.placeholderName",
  "stated-not-a-seller": "importing.advice.statedNotASeller",
  "decided-not-a-seller": "importing.advice.decidedNotASeller",
  "no-name": "importing.advice.noName",
  "blank-record": "importing.advice.nothing",
  "repeated-header": "importing.advice.nothing",
  "total-row": "importing.advice.totalRow",
  "duplicate-row": "importing.advice.duplicateRow",
  "chatbot-text": "importing.advice.notASupplier",
  "note-row": "importing.advice.notASupplier",
  "unreadable-record": "importing.advice.unreadableRecord",
} as const satisfies Keys<SetAsideReason | LeftOutReason>;

export const differenceKey = {
  new: "imports.preview.new",
  gone: "imports.preview.gone",
  changed: "imports.preview.changed",
  renamed: "imports.preview.renamed",
} as const satisfies Keys<DifferenceKind>;

/** The kinds of difference, in the order of the page. */
export const DIFFERENCES = Object.keys(differenceKey) as readonly DifferenceKind[];
export type { DifferenceKind };

export const decimalKey = {
  ".": "importing.reading.point",
  ",": "importing.reading.comma",
} as const satisfies Keys<NumberFormat["decimal"]>;

export const dateOrderKey = {
  dmy: "importing.reading.dmy",
  mdy: "importing.reading.mdy",
  ymd: "importing.reading.ymd",
} as const satisfies Keys<DateOrder>;

const changedFields = {
  name: "importing.differences.field.name",
  registrationId: "importing.differences.field.registrationId",
  seat: "importing.differences.field.seat",
  address: "importing.differences.field.address",
  city: "importing.differences.field.city",
  supplierNumber: "importing.differences.field.supplierNumber",
  region: "importing.differences.field.region",
  placeOfWork: "importing.differences.field.placeOfWork",
  origin: "importing.differences.field.origin",
  role: "importing.differences.field.role",
  isic: "importing.differences.field.isic",
  goods: "importing.differences.field.goods",
  product: "importing.differences.field.product",
  parent: "importing.differences.field.parent",
  tier: "importing.differences.field.tier",
  accountCode: "importing.differences.field.accountCode",
  readings: "importing.differences.field.readings",
  amounts: "importing.differences.field.amounts",
  rowCount: "importing.differences.field.rowCount",
} as const satisfies Readonly<Record<string, Key>>;

/** What a column of the register is called where it says what changed; null for a column without a word. */
export const changedFieldKey = (column: string): Key | null =>
  Object.hasOwn(changedFields, column) ? changedFields[column as keyof typeof changedFields] : null;
