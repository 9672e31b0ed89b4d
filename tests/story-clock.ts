/** The clock of a story that a test tells day by day, from `A_DAY` on. */
import { A_DAY } from "./builders";

const at = (days: number): Date => new Date(A_DAY.getTime() + days * 86_400_000);

/** What the clock says. */
export let now = A_DAY;
/** Sets it: days after `A_DAY`. */
export const onDay = (days: number): Date => (now = at(days));
/** That day, `YYYY-MM-DD`. */
export const dayOf = (days: number): string => at(days).toISOString().slice(0, 10);
