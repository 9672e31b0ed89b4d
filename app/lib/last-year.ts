/** The twelve months that end with the day, `YYYY-MM-DD`. */
export function lastYear(today: string): { readonly from: string; readonly to: string } {
  const begin = new Date(`${today}T00:00:00Z`);
  begin.setUTCFullYear(begin.getUTCFullYear() - 1);
  begin.setUTCDate(begin.getUTCDate() + 1);
  return { from: begin.toISOString().slice(0, 10), to: today };
}
