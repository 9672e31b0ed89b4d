/** From records to checked rows. Pure: no clock, no files, no database. */
import type { SetAsideReason, LeftOutReason, RepairCode } from "./codes";
import type { FieldName, LabourShare } from "./fields";
import type { RecruitmentFacts, WorkforceFacts, SupplierRole } from "../../risk-models/types";

export type ListKind = "list" | "ledger";

/** Column index (0-based) for each mapped field. */
export type Mapping = Readonly<Partial<Record<FieldName, number>>>;

export interface ColumnProposal {
  readonly index: number;
  /** Empty when the file has no header or the cell is empty. */
  readonly header: string;
  /** The field it is mapped to, or null. */
  readonly field: FieldName | null;
  /** Left out on purpose: the buyer, a natural person, a bank account. */
  readonly excluded: "buyer" | "person" | "bank" | null;
  /** Up to three different non-empty values. */
  readonly samples: readonly string[];
  /** Fields the column could also be, best first; the mapped one is not among them. */
  readonly candidates: readonly FieldName[];
}

export interface MappingProposal {
  /** 0-based index of the header record in the table; null when there is none. */
  readonly headerRecord: number | null;
  /** First record that holds data. */
  readonly firstDataRecord: number;
  readonly columns: readonly ColumnProposal[];
  readonly mapping: Mapping;
  readonly kind: ListKind;
  /** How numbers and dates are written, decided on the sample. */
  readonly numberFormat: NumberFormat;
  readonly dateOrder: "dmy" | "mdy" | "ymd";
  /** Columns that compete with the mapped name column, best first. */
  readonly nameAlternatives: readonly number[];
  /** How each column of shares is written. */
  readonly shareScales: Readonly<Partial<Record<LabourShare, ShareScale>>>;
  /** ISO 4217 that the header of a money column names, "" or absent when it names none. */
  readonly headerCurrencies: Readonly<Partial<Record<FieldName, string>>>;
  /** Identifier columns whose values are shared by different names or sites, so that they identify no supplier. */
  readonly weakIds: readonly ("supplierNumber" | "registrationId")[];
  /** A column of payment, invoice, order or contract numbers, or null. */
  readonly transactionColumn: number | null;
}

/** How a column writes shares: 0.14, 14, or a number of workers. */
export type ShareScale = "fraction" | "percent" | "count";

export interface NumberFormat {
  readonly decimal: "." | ",";
}

/** What the user may set for the whole list; applied where the row itself is silent. */
export interface ListDefaults {
  readonly country: string | null;
  readonly product: string | null;
  /** `nameKey` of payees that a person said are sellers: the check sets them aside for no reason of its own. */
  readonly sellers?: readonly string[];
}

export interface RowIssue {
  readonly code: RepairCode | SetAsideReason | LeftOutReason;
  readonly field: FieldName | null;
  /** The cell as it was, at most 200 characters. */
  readonly found: string;
}

/** Money is a whole number of ten-thousandths of the currency unit, so that sums are exact. */
export type TenThousandths = number;

/** One record after checking. The checker reuses ONE object: copy what must outlive the next call. */
export interface CheckedRow {
  outcome: "imported" | "set-aside" | "left-out";
  reason: SetAsideReason | LeftOutReason | null;
  /** Repairs made, then the reason when set aside or left out. Shared and frozen when empty. */
  issues: readonly RowIssue[];
  name: string;
  /** `nameKey(name)`: what makes two spellings the same supplier. */
  nameKey: string;
  supplierNumber: string;
  registrationId: string;
  country: string;
  region: string;
  city: string;
  postalCode: string;
  address: string;
  placeOfWork: string;
  origin: string;
  role: SupplierRole;
  product: string;
  sector: string;
  isic: string;
  nace: string;
  hs: string;
  cpv: string;
  parent: string;
  tier: string;
  accountCode: string;
  accountName: string;
  amount: TenThousandths | null;
  /** ISO 4217; "" when the file does not say. */
  currency: string;
  /** `YYYY-MM-DD`, "" when unknown. */
  date: string;
  /** Null when the list says nothing on recruitment. A fresh or shared frozen object: it may be kept. */
  recruitment: RecruitmentFacts | null;
  /** Null when the list says nothing on the workforce; may be kept. */
  workforce: WorkforceFacts | null;
}
