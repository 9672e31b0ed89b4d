/** What the verifier finds wrong with a pack. Each code has its sentence in the catalogues under `pack.fault`. */
import { BLOCK_ROWS } from "./merkle";
import { STAMP_FAULTS } from "./stamp/stamp-fault";

export const FAULTS = [
  "signature.wrong",
  "signature.other-key",
  "index.changed",
  "index.rows",
  "file.missing",
  "file.unlisted",
  "file.changed",
  "file.received",
  "file.shape",
  "block.changed",
  "row.changed",
  "row.removed",
  "row.added",
  "row.swapped",
  "row.shape",
  "row.order",
  "row.supplier",
  "row.records",
  "row.differs",
  "row.undone",
  "model.changed",
  "model.unknown",
  "model.other",
  "reference.changed",
  "score.differs",
  "score.none",
  "facts.differ",
  "totals.differ",
  "list.counts",
  "trail.gap",
  "trail.hash",
  "trail.contents",
  "trail.head",
  "trail.list",
  "trail.differs",
  "trail.gone",
  "trail.untold",
  "report.hash",
  "report.class",
  "report.number",
  "report.signature",
  "report.corrects",
  "report.differs",
  "report.untold",
  "report.gone",
  "report.line",
  "report.counts",
  "report.file",
  "file.untold",
  "measures.differ",
  ...STAMP_FAULTS,
] as const;
export type FaultCode = (typeof FAULTS)[number];

export interface PackFault {
  readonly code: FaultCode;
  /** The file inside the pack. */
  readonly file: string;
  /** Of a list, from 1; null: it is about the file. */
  readonly row: number | null;
  /** The block of a thousand rows it lies in, from 1. */
  readonly block: number | null;
  /** What fills the sentence beside file, row and block. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** So many are named; the others are counted. */
export const FAULTS_NAMED = 1000;

export const blockOf = (row: number): number => Math.floor((row - 1) / BLOCK_ROWS) + 1;

/** Faults in the order in which they were found. */
export class Faults {
  readonly named: PackFault[] = [];
  count = 0;

  add(
    code: FaultCode,
    file: string,
    row: number | null = null,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    this.count += 1;
    if (this.named.length < FAULTS_NAMED)
      this.named.push({ code, file, row, block: row === null ? null : blockOf(row), values });
  }

  /** A block of which no row can be named. */
  addBlock(file: string, block: number): void {
    this.count += 1;
    if (this.named.length < FAULTS_NAMED)
      this.named.push({ code: "block.changed", file, row: null, block, values: {} });
  }
}
