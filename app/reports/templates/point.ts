import type { TemplatePoint, TemplateTable } from "../template";

/** A point that a person writes. */
export const stated = (
  id: string,
  asked: string,
  mandatory: boolean,
  commitments: readonly string[] = [],
): TemplatePoint => ({ id, how: "stated", mandatory, asked, commitments });

/** A point that the records tell, as values, tables or charts. */
export const computed = (
  id: string,
  asked: string,
  mandatory: boolean,
  commitments: readonly string[] = [],
  parts: Pick<TemplatePoint, "tables" | "bars" | "notParts" | "heat"> = {},
): TemplatePoint => ({ id, how: "computed", mandatory, asked, commitments, ...parts });

/** A table; each column by its id and its share of the width. @param blank by the column, what an empty cell says in print. */
export const table = (
  id: string,
  columns: Readonly<Record<string, number>>,
  blank: TemplateTable["blank"] = {},
): TemplateTable => ({
  id,
  columns: Object.entries(columns).map(([column, width]) => ({ id: column, width })),
  blank,
});

/** A table that stands beside another: its first rows are printed, the files hold all. */
export const beside = (printed: number, ...of: Parameters<typeof table>): TemplateTable => ({
  ...table(...of),
  printed,
});

/** A point that the records tell as far as they go, and a person besides. */
export const both = (...point: Parameters<typeof computed>): TemplatePoint => ({ ...computed(...point), how: "both" });
