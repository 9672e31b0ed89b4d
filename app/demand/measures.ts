/** The measures of the demand side as data: to which commitments each contributes. Pure. */

export interface Measure {
  /** Rows of the catalogue of commitments. */
  readonly commitments: readonly string[];
  /** Made of findings, actions, decisions or repayments: not for who may not read those. */
  readonly followUp: boolean;
}

const measure = (commitments: readonly string[], followUp = false): Measure => ({ commitments, followUp });

/** In the order in which they are told. What is counted, out of what, and from which data is in the catalogues under `demand.measure`. */
export const MEASURES = {
  labourFloor: measure(["OSCE-AP03-01", "OSCE-MG18-01"]),
  employerPays: measure(["ILO-FR-01", "OSCE-MG18-03"]),
  payments: measure(["OSCE-AP03-01"]),
  leadTime: measure(["OSCE-AP03-01", "COE-CETS197-01"]),
  lateChanges: measure(["OSCE-AP03-01", "COE-CETS197-01"]),
  depth: measure(["OSCE-0807-01", "OSCE-0617-03"]),
  alerts: measure(["EU-ATD-06", "COE-CETS197-03"], true),
  ownRepayment: measure(["ILO-FR-01", "OSCE-0807-02"], true),
  exits: measure(["OSCE-ADD13-01"], true),
  training: measure(["EU-ATD-04", "OSCE-AP03-03", "UN-CCPCJ18-01"]),
  bidders: measure(["OSCE-0617-03", "OSCE-DOC11-02"]),
} as const satisfies Readonly<Record<string, Measure>>;
export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as [MeasureId, ...MeasureId[]];

/** An amount beside a measure: whole ten-thousandths. */
export interface Amount {
  readonly what: "gap" | "recruitment" | "owed" | "paid";
  readonly amount: bigint;
  readonly currency: string;
}
/** A number beside a measure. */
export interface Further {
  readonly what: "unmarked" | "below" | "clause" | "unpaid" | "unread" | "late-days" | "uncounted" | "deeper" | "rejected" | "goes-on" | "unclear" | "hours" | "attended" | "suppliers-attended"; // prettier-ignore
  readonly number: number;
}

/** A measure of a period. Of what is unknown nothing is in the numerator. */
export interface Measured {
  readonly numerator: number;
  /** Null: nothing is told, so it is not measured. */
  readonly denominator: number | null;
  readonly amounts: readonly Amount[];
  readonly further: readonly Further[];
  /** Records it was counted from, the newest first. */
  readonly records: readonly RecordLink[];
}
export interface RecordLink {
  readonly kind: "contract" | "check" | "finding" | "repayment" | "entry";
  readonly id: string;
  readonly name: string;
}

export const NOT_MEASURED: Measured = { numerator: 0, denominator: null, amounts: [], further: [], records: [] };
/** Measured, or not for this reader (null). */
export type Measures = { readonly [id in MeasureId]: Measured | null };
