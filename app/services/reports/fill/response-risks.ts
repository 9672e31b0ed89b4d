/** Which risks of a folder were answered by an action, and for which none was taken. Pure. */
import type { RegisterLine } from "../../../../db/queries/register";
import { BAND_CODES, wordOf } from "../../../../db/schema/codes";
import { cameIntoForce } from "../../../remedy/in-force";
import { code, codes, known, share, text, type Cell } from "../../../reports/model";
import { MOST_TOP_ROWS } from "../../../reports/register-report";
import type { Filled } from "../../../reports/template";
import type { Standing } from "./standing.server";

type Kept = Pick<Standing, "findings" | "actions" | "decisions">;

/** Suppliers with a risk that is told of: a finding that was not rejected, or the high band; by number, with what it is. */
export function risksOf(
  lines: readonly RegisterLine[],
  { findings }: Pick<Kept, "findings">,
  became: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly string[]> {
  const found = findings.filter(({ status }) => status !== "rejected").map(({ supplierNo }) => became.get(supplierNo) ?? supplierNo); // prettier-ignore
  const high = lines.filter(({ band }) => wordOf(BAND_CODES, band) === "high").map(({ supplierNo }) => supplierNo);
  const withFinding = new Set(found);
  const withBand = new Set(high);
  return new Map(
    [...new Set([...found, ...high])].map((no) => [
      no,
      [...(withFinding.has(no) ? ["finding"] : []), ...(withBand.has(no) ? ["high"] : [])],
    ]),
  );
}

/**
 * Of these suppliers those about whom a corrective action was recorded or a decision came into force, and by name those about whom
 * neither was: for each it is said that none was taken. Null: of none a risk is told.
 */
export function answeredRisks(
  risks: ReadonlyMap<number, readonly string[]>,
  { actions, decisions }: Kept,
  became: ReadonlyMap<number, number>,
  names: ReadonlyMap<number, string>,
): Filled {
  if (risks.size === 0) return { values: null };
  const acted = new Set(
    [...actions, ...decisions.filter(cameIntoForce)].map(({ supplierNo }) => became.get(supplierNo) ?? supplierNo),
  );
  const without = [...risks].filter(([no]) => !acted.has(no));
  return {
    values: [share(risks.size - without.length, risks.size)],
    tables: {
      noneTaken: {
        all: without.length,
        rows: without
          .slice(0, MOST_TOP_ROWS)
          .map(([no, of]): Cell[] => [known(names.get(no), text), codes("risk-told", of), code("risk-told", "none")]),
      },
    },
  };
}
