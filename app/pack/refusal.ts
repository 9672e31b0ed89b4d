/** Why a file is not looked into as a pack at all. Each has its sentence in the catalogues under `pack.refusal`. */
export const REFUSALS = [
  "not-a-pack",
  "too-large",
  "trailing",
  "too-many-files",
  "name",
  "twice",
  "link",
  "entry",
  "gap",
  "bomb",
  "compressed",
  "missing",
  "unknown-file",
  "file-too-large",
  "row-too-long",
  "format",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** The pack cannot be verified: it is none, or it is made so that looking into it would do harm. */
export class PackRefusal extends Error {
  override readonly name = "PackRefusal";
  constructor(
    readonly code: RefusalCode,
    /** The file inside the pack; "" for the pack itself. */
    readonly file = "",
  ) {
    super(file === "" ? code : `${code}: ${file}`);
  }
}

export const isRefusal = (error: unknown): error is PackRefusal =>
  error instanceof Error && error.name === "PackRefusal";
