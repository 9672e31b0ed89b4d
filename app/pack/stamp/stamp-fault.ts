/** What can be wrong with a time stamp. Each code has its sentence in the catalogues under `pack.fault`. */
export const STAMP_FAULTS = [
  "stamp.missing",
  "stamp.unannounced",
  "stamp.none",
  "stamp.seal",
  "stamp.shape",
  "stamp.refused",
  "stamp.signature",
  "stamp.certificate",
  "stamp.algorithm",
  "stamp.expired",
  "stamp.other",
  "stamp.early",
  "stamp.other-authority",
] as const;
export type StampFaultCode = (typeof STAMP_FAULTS)[number];

/** A time stamp that proves nothing, and why. */
export class StampFault extends Error {
  override readonly name = "StampFault";
  constructor(
    readonly code: StampFaultCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

export const isStampFault = (error: unknown): error is StampFault =>
  error instanceof Error && error.name === "StampFault";
