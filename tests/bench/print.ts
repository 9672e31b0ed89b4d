/** Plain tables for the terminal. */

/** 1234567 → "1,234,567". */
export const number = (value: number): string => value.toLocaleString("en-US");

/** Prints rows of the same keys with columns right-aligned under their names. */
export function printTable(rows: readonly Readonly<Record<string, string>>[]): void {
  const names = Object.keys(rows[0] ?? {});
  const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => (row[name] ?? "").length)));
  const line = (cells: readonly string[]): string => cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("  ");
  process.stdout.write(`${line(names)}\n`);
  for (const row of rows) process.stdout.write(`${line(names.map((name) => row[name] ?? ""))}\n`);
}
