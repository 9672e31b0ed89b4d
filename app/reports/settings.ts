import { z } from "zod";
import { REPORT_CLASSES } from "./model";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** What a person chooses before a report is made; kept with it. */
export const ReportSettings = z.object({
  /** First and last day of the period. */
  from: Day,
  to: Day,
  organisation: z.object({
    name: z.string(),
    /** Company, VAT or LEI number, as it is written; "" when none was given. */
    identifier: z.string(),
    country: z.string().nullable(),
  }),
  /** The record it is about; null: the whole workspace. */
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string() }).nullable(),
  class: z.enum(REPORT_CLASSES),
  /** What was entered for the template's facts, by their ids; see `facts.ts`. */
  facts: z.record(z.string(), z.string()).default({}),
  /** Who entered each as it stands, by account, and when. */
  entered: z.record(z.string(), z.object({ by: z.string(), at: z.string() })).default({}),
});
export type ReportSettings = z.infer<typeof ReportSettings>;

/** Accounts of those who entered what stands there beside the points. Pure. */
export const enteredBy = ({ entered }: Pick<ReportSettings, "entered">): string[] =>
  Object.values(entered).map(({ by }) => by);

/** Characters of a name or a number, of a statement, and of a note to whoever writes. */
export const NAME_LENGTH = 200;
export const STATEMENT_LENGTH = 6000;
export const NOTE_LENGTH = 1000;
/** Records and documents one statement may rest on. */
export const MOST_REFERENCES = 50;
