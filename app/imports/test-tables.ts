/** Invented tables for the tests of the import. */
import { createRowChecker } from "./check-row";
import type { RowChecker, RowCheckerSetup } from "./check-row";
import { proposeMapping } from "./map-columns";
import type { CheckedRow, MappingProposal } from "./types";

export const NAMES = [
  "Bandar Textiles Ltd",
  "Mill & Sons GmbH",
  "ООО Ромашка",
  "Tekstil A.Ş.",
  "Kordell Foods Inc.",
  "Nordvik AS",
];
export const COUNTRIES = ["PK", "DE", "RU", "TR", "US", "NO"];
export const AMOUNTS = ["1234.50", "99.00", "-12.30", "88000.00", "5.25", "1040.10"];
export const DATES = ["2017-01-04", "2017-01-18", "2017-01-25", "2017-02-01", "2017-02-03", "2017-02-14"];

/** A table with a header and six rows; each column is its values. */
export const table = (columns: Readonly<Record<string, readonly string[]>>): string[][] => {
  const headers = Object.keys(columns);
  return [headers, ...NAMES.map((_, r) => headers.map((header) => columns[header]![r] ?? ""))];
};
export const headersOf = (proposal: MappingProposal): Record<string, string> =>
  Object.fromEntries(
    Object.entries(proposal.mapping).map(([field, index]) => [field, proposal.columns[index]!.header]),
  );

const FILL = ["Bandar Textiles Ltd", "Nordvik AS", "Kordell Foods Inc."];
/** A checker for a table of these headers; the sample rows only show how cells are written. */
export function checker(
  headers: readonly string[],
  sample: readonly (readonly string[])[] = [],
  setup: Partial<RowCheckerSetup> & { ledger?: boolean } = {},
): RowChecker {
  const proposal = proposeMapping(
    [headers, ...sample, ...FILL.map((name) => headers.map((_, c) => (c === 0 ? name : "")))],
    { header: 0, force: { name: "1" } },
  );
  return createRowChecker({
    ...setup,
    proposal: setup.ledger === undefined ? proposal : { ...proposal, kind: setup.ledger ? "ledger" : "list" },
  });
}
export const codesOf = (row: CheckedRow): string[] => row.issues.map((issue) => issue.code);
export const one = (
  headers: readonly string[],
  cells: readonly string[],
  setup: Partial<RowCheckerSetup> & { ledger?: boolean } = {},
): CheckedRow => checker(headers, [], setup).check(cells);
