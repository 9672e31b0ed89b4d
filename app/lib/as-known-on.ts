import { z } from "zod";

const DAY_MS = 86_400_000;

/** The past day that an address asks for with `on=YYYY-MM-DD`; null: none, today, or one that is still to come. */
export function pastDay(search: URLSearchParams, today: string): string | null {
  const day = z.iso.date().safeParse(search.get("on")).data;
  return day !== undefined && day < today ? day : null;
}

/** As `pastDay`, of a request: all that a page which shows several bidders reads of its address beside its own id. */
export const pastDayOf = (request: Request, today: string): string | null =>
  pastDay(new URL(request.url).searchParams, today);

/** The last instant of a day of UTC, `YYYY-MM-DD`. */
export const endOfDay = (day: string): Date => new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS - 1);

/** Had it happened? @param at null: it never did. @param until null: now. */
export const isBy = (at: Date | null, until: Date | null): boolean => at !== null && (until === null || at <= until);

/** A record with its two times: when it was written down and taken back, and from which day it is true. */
export interface TimedRecord {
  readonly recordedAt: Date;
  readonly takenBackAt: Date | null;
  /** `YYYY-MM-DD`; left out: true as soon as it is recorded. */
  readonly validFrom?: string | null;
}

/**
 * The records that were known at the end of a day: recorded by then, not yet taken back, and true by that day. What was
 * recorded later is not known, however old the fact; what was taken back later still stands.
 */
export function asKnownOn<T>(records: readonly T[], day: string, timesOf: (record: T) => TimedRecord): T[] {
  const end = endOfDay(day);
  return records.filter((record) => {
    const { recordedAt, takenBackAt, validFrom } = timesOf(record);
    return (
      recordedAt <= end &&
      (takenBackAt === null || takenBackAt > end) &&
      (validFrom === undefined || validFrom === null || validFrom <= day)
    );
  });
}
