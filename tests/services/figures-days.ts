/** The days of the workspace of figures, and who works in it. */
import type { Database, Scope } from "../../db/database";
import type { RegisterLine } from "../../db/queries/register";
import { A_DAY } from "../builders";

/** So many days after `A_DAY`; before it where they are below zero. */
export const onDay = (days: number): Date => new Date(A_DAY.getTime() + days * 86_400_000);
/** That day, `YYYY-MM-DD`. */
export const dayOf = (days: number): string => onDay(days).toISOString().slice(0, 10);

export interface Figured {
  readonly db: Database;
  readonly owner: Scope;
  readonly officer: Scope;
  readonly legal: Scope;
  readonly purchaser: Scope;
  readonly auditor: Scope;
  /** Of the list that is shown, by the supplier's name. */
  readonly line: (name: string) => RegisterLine;
}
