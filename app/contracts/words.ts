/** Measures a contract can carry, with the rows of the catalogue they serve; texts are in the language catalogues. Pure. */

export const MEASURES = {
  labourLaw: ["EU-PPD-01", "EU-PPD-02"],
  performance: ["EU-PPD-20"],
  subcontractors: ["EU-PPD-21", "EU-PPD-22"],
  feeBan: ["OSCE-0807-02", "OSCE-MG18-03"],
  complaints: ["OSCE-0807-03"],
  zeroTolerance: ["OSCE-DOC11-02", "OSCE-ADD13-01"],
  monitoring: ["OSCE-MG18-04", "OSCE-PROC-02"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as [MeasureId, ...MeasureId[]];

/** What can change in a contract so that it has to be looked at again. */
export const CHANGES = ["subcontractor", "agency", "site", "price", "hours", "owner", "other"] as const;
export type ChangeKind = (typeof CHANGES)[number];
