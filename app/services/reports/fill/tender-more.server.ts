/** What a memo can tell of points that its author adds to: persons, price, subcontracting, the category, and the contract that came of it. */
import type { Database, Scope } from "../../../../db/database";
import type { FrozenCheck } from "../../../checks/record";
import { MEASURES } from "../../../categories/measures";
import { code, codes, count, day, known, text, type Cell, type Value } from "../../../reports/model";
import type { Filled, Fillings } from "../../../reports/template";
import { requireCategory, type CategoryRecord } from "../../categories/category-record.server";
import { checkRecord } from "../../checks/check-record.server";
import { fillingsOfCategory } from "./category.server";
import type { Contracts } from "../../demand/contract-facts.server";
import type { SharedFacts } from "./shared-facts.server";
import { textCell } from "./stated-facts";
import { stepRows } from "./tender-steps";

/** Steps of a check that look at the same as the point, in the laws that have them. */
const OF_PERSONS = ["eu57persons"];
const OF_PRICE = ["eu69"];
const OF_SUBCONTRACTORS = ["eu71subcontractors", "eu71list", "ukSubcontractors"];

export const tenderMore = async (
  db: Database,
  scope: Scope,
  record: FrozenCheck,
  checkId: string,
  shared: SharedFacts,
): Promise<Fillings> => {
  const [{ lot }, contracts] = await Promise.all([checkRecord(db, scope, checkId), shared.contracts()]);
  const category = lot.categoryId === null ? null : await requireCategory(db, scope, lot.categoryId);
  const subcontractors = record.circle.filter(({ kind }) => kind === "subcontractor");
  return {
    control: stepsFilled("personSteps", record, OF_PERSONS),
    priceExplained: stepsFilled("priceSteps", record, OF_PRICE),
    subcontracting: {
      values: [count(subcontractors.length)],
      tables: {
        subcontractors: {
          rows: subcontractors.map((firm): Cell[] => [
            text(firm.name),
            known(firm.country, (one) => code("country", one)),
            known(firm.identifier, text),
            known(firm.compared?.at.slice(0, 10), day),
          ]),
        },
        subcontractorSteps: { rows: stepRows(record, OF_SUBCONTRACTORS) },
      },
    },
    riskSummary: category === null ? { values: null } : categoryFilled(category),
    contractMeasures: contractFilled(contracts, checkId),
  };
};

/** Null: the law of the check has no such step, or its stage does not ask it. */
function stepsFilled(table: string, record: FrozenCheck, ids: readonly string[]): Filled {
  const rows = stepRows(record, ids);
  return rows.length === 0 ? { values: null } : { values: [], tables: { [table]: { rows } } };
}

const facts = (of: string, rows: readonly (readonly [string, Cell])[]): Cell[][] =>
  rows.flatMap(([what, told]) => (told === null ? [] : [[code(of, what), told]]));

/** What the filed assessment of the category says of its places, materials and traits, and nothing a model made of them. Pure. */
export function categoryFilled(record: CategoryRecord): Filled {
  const { input, chosen } = record;
  const { traits, listedMaterials } = fillingsOfCategory(record, null, []);
  const places = (keys: readonly string[], isOpen: boolean): Cell => codes("place", [...keys, ...(isOpen ? ["unknown"] : [])]); // prettier-ignore
  return {
    values: [],
    evidence: [record.id],
    tables: {
      categoryOf: {
        rows: facts("category-fact", [
          ["title", text(record.title)],
          ["number", text(`${record.number}.${record.version}`)],
          ["filed", day(record.filedAt.toISOString().slice(0, 10))],
          ["origins", places(input.origins, input.originUnknown)],
          ["places", places(input.places, input.placeUnknown)],
          ["dataDate", day(record.dataDate)],
          ["traits", listOf(traits?.values ?? [])],
          [
            "measures",
            codes(
              "measure",
              chosen.measures.map(({ id }) => id).filter((id) => id in MEASURES),
            ),
          ],
        ]),
      },
      categoryMaterials: listedMaterials?.tables?.["listedMaterials"] ?? { rows: [] },
    },
  };
}

/** Words of one list as one value. */
function listOf(values: readonly Value[]): Cell {
  const words = values.flatMap((value) => (value.is === "code" ? [value] : []));
  return words.length === 0 ? null : codes(words[0]!.of, words.map(({ code: word }) => word)); // prettier-ignore
}

/** The last terms of contracts with this bidder that came of a check of it; null: there is none. Pure. */
export function contractFilled({ all, checks }: Contracts, checkId: string): Filled {
  const bidderOf = new Map(checks.map(({ id, bidderId }) => [id, bidderId]));
  const bidder = bidderOf.get(checkId);
  const own = all.filter(({ contract }) => bidder !== undefined && contract.checkId !== null && bidderOf.get(contract.checkId) === bidder); // prettier-ignore
  if (own.length === 0) return { values: null };
  return {
    values: [],
    evidence: own.map(({ contract }) => contract.id),
    tables: {
      contractFacts: {
        rows: own.flatMap(({ contract, status: { terms, termination } }) =>
          facts("contract-fact", [
            ["contract", text(`${contract.reference} · ${contract.title}`)],
            ["starts", day(contract.startsOn)],
            ["ends", known(termination?.on ?? contract.endsOn, day)],
            ["measures", codes("contract-measure", terms?.measures ?? [])],
            ["clauses", textCell(terms?.clauses)],
            ["labourCostLine", textCell(terms?.labourCostLine)],
            ["employerPays", textCell(terms?.employerPays)],
            ["subcontractors", textCell(terms?.subcontractors)],
            ["agencies", textCell(terms?.agencies)],
            ["auditAccess", textCell(terms?.auditAccess)],
            ["termination", textCell(termination?.measures)],
          ]),
        ),
      },
    },
  };
}
