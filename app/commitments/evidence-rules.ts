/**
 * Which kinds of records can be evidence for which rows of the commitments table, each with its reason in the language
 * catalogues; and why no record is for the rest. Read from what each row asks and says is evidence of it. Pure data: it tells
 * what may be looked at, never that a duty is met.
 */

/** Kinds of records, in the order in which the work goes. */
export const EVIDENCE_KINDS = [
  "list",
  "plan",
  "screening",
  "match",
  "recruitment",
  "origin",
  "finding",
  "assessed",
  "reply",
  "action",
  "verified",
  "repayment",
  "confirmed",
  "decision",
  "document",
  "category",
  "check",
  "floor",
  "contract",
  "clauseLabourLaw",
  "clausePerformance",
  "clauseSubcontractors",
  "clauseFeeBan",
  "clauseComplaints",
  "clauseZeroTolerance",
  "clauseMonitoring",
  "review",
  "training",
  "trainingBuyers",
  "orders",
  "payments",
  "buyingFacts",
  "statement",
  "statementUk",
  "report",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Why these kinds are evidence for these rows. */
export const BECAUSE = [
  "riskFound",
  "namesCompared",
  "alertsKept",
  "harmMended",
  "workersRepaid",
  "decidedWithWorkers",
  "recruitmentAsked",
  "originAsked",
  "documentsKept",
  "beforeNotice",
  "bidderChecked",
  "priceChecked",
  "agreed",
  "lookedAfter",
  "peopleTrained",
  "buyingCounted",
  "buyingFactsTold",
  "accountPublished",
  "toldInReports",
] as const;
export type Because = (typeof BECAUSE)[number];

interface EvidenceRule {
  readonly because: Because;
  readonly kinds: readonly EvidenceKind[];
  readonly rows: readonly string[];
}

/** Ids as a text, to be read as lines. */
const rows = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(" "));
/** `EU-PPD-04` to `EU-PPD-17` for ("EU-PPD", 4, 17). */
const span = (of: string, first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => `${of}-${String(first + at).padStart(2, "0")}`).join(" ");

export const EVIDENCE_RULES: readonly EvidenceRule[] = [
  {
    because: "riskFound",
    kinds: ["list", "plan"],
    rows: rows(
      "EU-FLR-04 EU-FLR-05 EU-FLR-13 EU-FLR-15 EU-FLRG-01 EU-FLRG-03 EU-DDG21-01",
      "EU-CSDDD-02 EU-CSDDD-05 EU-CSDDD-06 EU-CSDDD-07 EU-ESRS2-01 EU-CMR-02 EU-BATT-04",
      "DE-LKSG-01 DE-LKSG-03 FR-VIG-02 NO-TA-02 GB-MSA-02 AU-MSA-04 CA-S211-05 CH-CO-01 CH-CO-02",
      "OSCE-0617-02 OSCE-PROC-01 OSCE-0717-01 UN-GP-02 UN-GP-04 UN-GP-08 UN-CCPCJ18-02 UN-PAL-03",
      "ILO-IND-01 ILO-C29-01 ILO-C105-01 ILO-P29-04 OECD-MNE-01 OECD-MNE-02 OECD-MNE-03 OECD-DDG-02 COE-REC22-01",
    ),
  },
  {
    because: "namesCompared",
    kinds: ["screening", "match"],
    rows: rows(
      "EU-FLR-27 EU-CSDDD-16 EU-ATD-02 EU-ESD-01 DE-LKSG-11 NO-TA-06 GB-PA23-02 GB-PA23-05",
      "US-TA307-01 US-UFLPA-01 US-UFLPA-02 UN-CCPCJ18-02 COE-CETS197-04",
    ),
  },
  {
    because: "alertsKept",
    kinds: ["finding", "assessed", "reply"],
    rows: rows(
      "EU-FLR-05 EU-FLR-09 EU-FLR-15 EU-ATD-06 EU-ESD-03 EU-ESRS2-05 DE-LKSG-08 CH-CO-01 CH-CO-02",
      "US-FAR-07 OSCE-0807-01 OSCE-ALL21-01 COE-CETS197-03 UN-GP-04",
    ),
  },
  {
    because: "harmMended",
    kinds: ["action", "verified"],
    rows: rows(
      "EU-FLR-05 EU-FLR-15 EU-FLR-18 EU-FLR-24 EU-FLR-25 EU-CSDDD-02 EU-CSDDD-08 EU-CSDDD-09 EU-CSDDD-13",
      "EU-ESRS2-05 EU-CMR-02 EU-BATT-04 DE-LKSG-06 FR-VIG-02 NO-TA-02 GB-PPN009-04 AU-MSA-05 CA-S211-05 GB-MSA-02",
      "OSCE-0617-02 OSCE-MG18-04 UN-GP-05 UN-GP-06 OECD-MNE-02 OECD-MNE-03 OECD-DDG-03 OECD-DDG-04",
    ),
  },
  {
    because: "workersRepaid",
    kinds: ["repayment", "confirmed"],
    rows: rows(
      "EU-FLR-25 EU-CSDDD-10 EU-ESRS2-04 AU-MSA-05 CA-S211-05 US-FAR-04 OSCE-0807-02 UN-GP-07 UN-SDG-01",
      "ILO-FR-01 ILO-P29-05 OECD-MNE-02 OECD-DDG-06",
    ),
  },
  {
    because: "decidedWithWorkers",
    kinds: ["decision"],
    rows: rows("EU-FLR-01 EU-ATD-06 OSCE-0807-01 OSCE-DOC11-01 OSCE-ADD13-01 OSCE-ALL21-01 UN-GP-05 OECD-DDG-03"),
  },
  {
    because: "recruitmentAsked",
    kinds: ["recruitment"],
    rows: rows(
      "EU-CSDDD-06 US-FAR-02 US-FAR-03 US-FAR-04 OSCE-AP03-02 OSCE-0807-02 OSCE-MG18-02 OSCE-MG18-03 OSCE-PROC-01",
      "ILO-FR-01 ILO-FR-02 ILO-FR-03 ILO-P29-03 ILO-IND-01 COE-REC22-02",
    ),
  },
  {
    because: "originAsked",
    kinds: ["origin"],
    rows: rows(
      "EU-FLR-01 EU-FLR-20 EU-FLR-26 EU-CMR-01 EU-BATT-03 EU-EUDR-02 EU-ESPD-05 GB-PPN009-03 CH-CO-03",
      "US-FCL-01 US-TA307-01 US-UFLPA-01",
    ),
  },
  {
    because: "documentsKept",
    kinds: ["document"],
    rows: rows(
      "EU-FLR-15 EU-FLR-20 EU-FLR-22 EU-FLRG-02 EU-CSDDD-03 EU-ESPD-04 EU-ESPD-07 EU-PPD-16 DE-LKSG-09 CA-S211-08 US-FAR-08",
    ),
  },
  {
    because: "beforeNotice",
    kinds: ["category"],
    rows: rows(
      "EU-PPD-02 EU-PPD-03 EU-PPD-18 EU-CSDDD-18 EU-STRAT-01 EU-STRAT-02 NO-PPA-01 GB-PPN009-01 GB-PPN009-02",
      "GB-NHS-01 GB-NHS-02 OSCE-DOC11-01 OSCE-DOC11-02 OSCE-MG18-01 OSCE-PROC-02 OSCE-PA15-01 UN-GP-01",
      "UN-CCPCJ23-01 ILO-P29-04 COE-REC22-01",
    ),
  },
  {
    because: "bidderChecked",
    kinds: ["check"],
    rows: rows(
      `EU-PPD-01 ${span("EU-PPD", 4, 17)} ${span("EU-PPD", 22, 24)} EU-ATD-02 EU-ESD-01 EU-ESD-02`,
      `${span("EU-ESPD", 1, 6)} DE-GWB-01 DE-GWB-02 DE-LKSG-11 FR-CCP-01 ${span("GB-PA23", 1, 6)} GB-NHS-02`,
      "OSCE-0617-03 OSCE-0807-01 COE-CETS197-04 COE-REC22-01 NO-PPA-01",
    ),
  },
  { because: "priceChecked", kinds: ["floor"], rows: rows("EU-PPD-19 OSCE-0617-03") },
  {
    because: "agreed",
    kinds: ["contract"],
    rows: rows("EU-FLR-21 EU-CSDDD-08 EU-CMR-01 DE-LKSG-05 GB-NHS-02 OSCE-MG18-01 UN-GP-01 OECD-DDG-01"),
  },
  { because: "agreed", kinds: ["clauseLabourLaw"], rows: rows("EU-PPD-01 EU-PPD-02") },
  { because: "agreed", kinds: ["clausePerformance"], rows: rows("EU-PPD-20 EU-CSDDD-18") },
  {
    because: "agreed",
    kinds: ["clauseSubcontractors"],
    rows: rows("EU-PPD-21 EU-PPD-22 EU-ESD-02 US-FAR-12 OSCE-0807-01"),
  },
  { because: "agreed", kinds: ["clauseFeeBan"], rows: rows("OSCE-0807-02 OSCE-MG18-03 ILO-FR-01") },
  { because: "agreed", kinds: ["clauseComplaints"], rows: rows("OSCE-0807-03") },
  { because: "agreed", kinds: ["clauseZeroTolerance"], rows: rows("OSCE-DOC11-02 OSCE-ADD13-01") },
  { because: "agreed", kinds: ["clauseMonitoring"], rows: rows("OSCE-MG18-04 OSCE-PROC-02") },
  {
    because: "lookedAfter",
    kinds: ["review"],
    rows: rows("EU-PPD-01 EU-PPD-20 EU-PPD-21 GB-PPN009-01 GB-NHS-02 OSCE-MG18-04 OSCE-PROC-02"),
  },
  {
    because: "peopleTrained",
    kinds: ["training"],
    rows: rows("EU-ATD-05 DE-LKSG-05 OSCE-AP03-03 OSCE-0617-01 UN-CCPCJ18-01 COE-CETS197-01"),
  },
  {
    because: "peopleTrained",
    kinds: ["trainingBuyers"],
    rows: rows("EU-ATD-04 EU-STRAT-02 OSCE-MG18-05 UN-PAL-01"),
  },
  { because: "buyingCounted", kinds: ["orders"], rows: rows("OSCE-AP03-01 COE-CETS197-01 EU-CSDDD-08") },
  { because: "buyingCounted", kinds: ["payments"], rows: rows("OSCE-AP03-01 EU-CSDDD-08") },
  {
    because: "buyingFactsTold",
    kinds: ["buyingFacts"],
    rows: rows("OSCE-AP03-01 OSCE-MG18-01 OSCE-MG18-03 OSCE-0807-01 OSCE-0617-03 ILO-FR-01"),
  },
  { because: "accountPublished", kinds: ["statement"], rows: rows("UN-GP-06 OECD-DDG-05 OSCE-MG18-02") },
  { because: "accountPublished", kinds: ["statementUk"], rows: rows(`${span("GB-MSA", 1, 5)} GB-MSA-07`) },
  {
    because: "toldInReports",
    kinds: ["report"],
    rows: rows(
      "UN-PAL-01 COE-CETS197-01 EU-ATD-04 EU-FLR-03 OSCE-AP03-01 OSCE-DOC11-01 OSCE-DEM21-01 OSCE-ALL21-01 EU-STRAT-01",
    ),
  },
];

/** Why no kind of record here is evidence for a row. */
export const NO_RECORD = ["elsewhere", "scope", "authority", "notReleased"] as const;
export type NoRecord = (typeof NO_RECORD)[number];

export const NO_RECORD_ROWS: Readonly<Record<NoRecord, readonly string[]>> = {
  elsewhere: rows(
    "EU-FLR-02 EU-FLR-06 EU-FLR-08 EU-FLR-12 EU-FLR-16 EU-FLR-19 EU-FLR-23 EU-FLR-28 EU-CSDDD-04 EU-CSDDD-11 EU-CSDDD-12",
    "EU-CSRD-02 EU-ESRS2-02 EU-ESRS2-03 EU-ESRS2-06 EU-VCC-01 EU-ATD-03 EU-CMR-03 EU-BATT-02 EU-EUDR-01",
    "DE-LKSG-02 DE-LKSG-04 DE-LKSG-07 FR-VIG-04 NO-TA-04 NO-TA-05 AU-MSA-07 US-FAR-01 US-FAR-05 US-FAR-06 US-FAR-09",
    "US-FAR-10 US-FAR-11 OSCE-1406-01 OSCE-1506-01 OSCE-0807-04 OSCE-ADD13-02 OSCE-0618-01 OSCE-COMP-01 UN-GP-03 UN-GP-09",
  ),
  scope: rows(
    "EU-FLR-14 EU-CSDDD-01 EU-CSRD-01 EU-ATD-01 EU-CMR-05 EU-BATT-01 FR-VIG-01 NO-TA-01 GB-BILL-01 CA-S211-03 AU-MSA-01",
  ),
  authority: rows(
    "EU-FLR-07 EU-FLR-10 EU-FLR-11 EU-FLR-17 EU-CSDDD-15 EU-CSDDD-17 EU-ATD-07 GB-MSA-06 CA-S211-09 AU-MSA-03 OSCE-0617-04",
    "UN-PAL-02 ILO-C29-02 ILO-P29-01 ILO-P29-02 COE-CETS197-02",
  ),
  notReleased: rows(
    "EU-CSDDD-14 EU-CMR-04 EU-BATT-05 DE-LKSG-10 FR-VIG-03 NO-TA-03 CA-S211-01 CA-S211-02 CA-S211-04 CA-S211-06 CA-S211-07",
    "AU-MSA-02 AU-MSA-06 AU-MSA-08 CH-CO-04",
  ),
};
