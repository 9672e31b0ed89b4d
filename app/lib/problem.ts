/**
 * An expected failure: a code for programs, a sentence for people. The sentence says what is wrong, where, and what to
 * do. `values` fill the catalogue text `problem.<code>` where a page shows it in the reader's language; `message` is the
 * English sentence, for the command line.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly code: string,
    message: string,
    readonly values: Readonly<Record<string, string | number>> = {},
    readonly status = 400,
  ) {
    super(message);
  }
}

/** By shape, not by class: in development a module can be loaded twice. */
export const isProblem = (error: unknown): error is Problem =>
  error instanceof Error && error.name === "Problem" && "code" in error;
