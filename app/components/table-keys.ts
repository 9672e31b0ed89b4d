/** Rows of a table that lead somewhere, those that are folded away left out. */
const rowsOf = (table: Element) =>
  [...table.querySelectorAll("tbody tr")].flatMap((row) => {
    const link = [...row.querySelectorAll<HTMLElement>("a[href]")].find((one) => one.checkVisibility());
    return link ? [{ row, link }] : [];
  });

/** Moves the focus to the link of the next row, or the one before: of the table one is in, else of the first one. */
export function stepThroughTable(by: 1 | -1): void {
  const here = document.activeElement?.closest("table") ?? null;
  const tables = here ? [here] : [...document.querySelectorAll("main table")];
  const rows = tables.map(rowsOf).find((found) => found.length > 0) ?? [];
  const at = rows.findIndex(({ row }) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : at + by];
  next?.link.focus();
}
