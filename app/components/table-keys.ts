/** Rows of a table that lead somewhere, those that are folded away left out. */
const rowsOf = (table: Element) =>
  [...table.querySelectorAll("tbody tr")].flatMap((row) => {
    const link = [...row.querySelectorAll<HTMLElement>("a[href]")].find((one) => one.checkVisibility());
    return link ? [{ row, link }] : [];
  });

/**
 * Moves the focus to the link of the next row, or the one before: of the table one is in, else of the first one. On a page of one
 * thing out of a row of them it goes to the next thing.
 */
export function stepThroughTable(by: 1 | -1): void {
  const here = document.activeElement?.closest("table") ?? null;
  const tables = here ? [here] : [...document.querySelectorAll("main table")];
  const rows = tables.map(rowsOf).find((found) => found.length > 0) ?? [];
  if (rows.length === 0)
    document.querySelector<HTMLElement>(`main [data-step="${by === 1 ? "next" : "previous"}"]`)?.click();
  const at = rows.findIndex(({ row }) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : at + by];
  next?.link.focus();
}
