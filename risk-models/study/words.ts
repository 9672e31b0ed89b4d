/** Small helpers to write a report as Markdown that a formatter leaves alone. */

/** A share as whole percent; small ones with one digit. */
export const percent = (share: number): string => {
  const value = 100 * share;
  return `${Math.abs(value) < 9.95 && Math.round(value * 10) % 10 !== 0 ? value.toFixed(1) : value.toFixed(0)} %`;
};

/** A number with one digit behind the point. */
export const tenth = (value: number): string => (Math.round(value * 10) / 10 + 0).toFixed(1);

/** A whole number with commas, for example 19,712. */
export const whole = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");

/** A Markdown table with columns as wide as their widest cell. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(3, ...[title, ...rows.map((row) => row[at] ?? "")].map(lengthOf)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? "") + " ".repeat(width - lengthOf(cells[at] ?? ""))).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}

const lengthOf = (text: string): number => [...text].length;

/** "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "none") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
