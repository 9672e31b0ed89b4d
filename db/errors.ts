/** A write met a row that was no longer as it had been read. Nothing was written. */
export class StaleWriteError extends Error {
  override readonly name = "StaleWriteError";
  constructor(
    readonly expected: number,
    readonly found: number,
    /** The row is as it was, but something else was decided in the workspace since. */
    readonly isSince = false,
  ) {
    super(`A write was to change ${expected} row(s) and changed ${found}: the row is not as it was read`);
  }
}

/** The database stayed busy for the whole time a commit may wait. Nothing was written. */
export class DatabaseBusyError extends Error {
  override readonly name = "DatabaseBusyError";
  constructor(readonly waitedMs: number) {
    super(`The database was busy for ${Math.round(waitedMs / 1000)} s; nothing was written. Try again.`);
  }
}

/** By shape, not by class: in development a module can be loaded twice. */
export const isStaleWrite = (error: unknown): error is StaleWriteError =>
  error instanceof Error && error.name === "StaleWriteError";

/** Refused because somebody changed the very row, not only something else in the workspace (`nothingSince`). */
export const isRowStale = (error: unknown): boolean => isStaleWrite(error) && !error.isSince;

/** For a write that may come too late: swallows the StaleWriteError, throws everything else. */
export const unlessStale = (error: unknown): void => {
  if (!isStaleWrite(error)) throw error;
};

const TRIES = 5;

/** Reads and writes that are done again from the reading when somebody changed a row in between. @throws StaleWriteError in the end. */
export async function againWhileStale<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await work();
    } catch (error) {
      if (!isStaleWrite(error) || tried === TRIES) throw error;
    }
}

/** The error and what caused it: the query builder wraps what the driver threw. */
function* causes(error: unknown): Generator<object> {
  let at: unknown = error;
  for (let depth = 0; depth < 8 && typeof at === "object" && at !== null; depth++) {
    yield at;
    at = "cause" in at ? at.cause : undefined;
  }
}

const codeIs = (error: unknown, test: (code: string) => boolean): boolean => {
  for (const cause of causes(error))
    if ("code" in cause && typeof cause.code === "string" && test(cause.code)) return true;
  return false;
};

/** A unique index or primary key refused the row, on either engine. */
export const isUniqueViolation = (error: unknown): boolean =>
  codeIs(
    error,
    (code) => code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY" || code === "23505",
  );

/** Another connection holds the write lock (SQLite), or the transaction lost a race (PostgreSQL): try again. */
export const isBusy = (error: unknown): boolean =>
  codeIs(error, (code) => code.startsWith("SQLITE_BUSY") || code === "40001" || code === "40P01" || code === "55P03");
