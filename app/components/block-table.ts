/**
 * The roles of a table's parts, said again: a table of the class `blocks` is laid out as blocks on a phone, and some
 * browsers forget that a row is a row once CSS lays it out otherwise.
 */
export const as = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  columnHead: { role: "columnheader" },
  rowHead: { role: "rowheader" },
  cell: { role: "cell" },
} as const;
