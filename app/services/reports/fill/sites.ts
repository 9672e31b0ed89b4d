/** Where suppliers work and with whom, whose they are, and of what they make their goods, as far as it is stated. Pure. */
import type { StoredEvidence } from "../../../../db/queries/evidence";
import type { AccessClass } from "../../../../db/schema/findings";
import { isLeftOut } from "../../../lib/disclosure";
import { code, codes, day, known, text, type Cell } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { nameCell, placeCell } from "./line-cells";
import type { Standing } from "./standing.server";
import { capped, goodsOf, inputsCell, partCell, statedRows, textCell, withAny, workersCell, workersOf, type ToldLine } from "./stated-facts"; // prettier-ignore

type Fields = Readonly<Record<string, (one: ToldLine) => unknown>>;

const OF_SITES: Fields = {
  city: ({ line }) => line.city,
  address: ({ line }) => line.address,
  placeOfWork: ({ line }) => line.placeOfWork,
  workers: workersOf,
  migrantShare: ({ told }) => told.w?.migrantShare,
  agencyShare: ({ told }) => told.w?.agencyShare,
  womenShare: ({ told }) => told.w?.womenShare,
  youngShare: ({ told }) => told.w?.youngShare,
};

/**
 * Town, address and workers of the suppliers that are named, and the sites that findings and documents name.
 * @param upTo findings of a narrower class are not told. @param names of suppliers by their number.
 */
export function sitesFilled(
  told: readonly ToldLine[],
  findings: Standing["findings"],
  documents: readonly StoredEvidence[],
  names: ReadonlyMap<number, string>,
  upTo: AccessClass,
): Filled {
  const rows = withAny(told, OF_SITES).map((one): Cell[] => [
    nameCell(one.line),
    textCell(one.line.city),
    textCell(one.line.address),
    placeCell(one.line, "placeOfWork"),
    workersCell(one),
    partCell(one, one.told.w?.migrantShare),
    partCell(one, one.told.w?.agencyShare),
    partCell(one, one.told.w?.womenShare),
    partCell(one, one.told.w?.youngShare),
  ]);
  const named = [
    ...findings
      .filter((one) => !isLeftOut(one, upTo))
      .map((one) => ({ ...one, by: "finding", on: one.foundOn as string | null })),
    ...documents.map((one) => ({ ...one, by: "evidence", on: one.issuedOn })),
  ].filter(({ site }) => (site ?? "").trim() !== "");
  return {
    values: [],
    tables: {
      siteStated: { rows: statedRows(told, OF_SITES) },
      sites: { rows },
      namedSites: capped(
        named.map(({ site, supplierNo, by, on, product }): Cell[] => [
          textCell(site),
          known(names.get(supplierNo), text),
          code("record", by),
          known(on, day),
          textCell(product),
        ]),
      ),
    },
  };
}

/** Classes of size by the number of workers alone: 10, 50 and 250, as Recommendation 2003/361/EC has its head counts. */
const SIZES = [
  ["micro", 10],
  ["small", 50],
  ["medium", 250],
] as const;
export const sizeOf = (workers: number): string => SIZES.find(([, under]) => workers < under)?.[0] ?? "large";

/** Legal identifier, parent, group and size of the suppliers that are named. @param groups by the supplier's number. */
export function ownersFilled(told: readonly ToldLine[], groups: ReadonlyMap<number, readonly string[]>): Filled {
  const fields: Fields = {
    registrationId: ({ line }) => line.registrationId,
    parent: ({ line }) => line.parent ?? groups.get(line.supplierNo),
    workers: workersOf,
  };
  return {
    values: [],
    tables: {
      ownersStated: { rows: statedRows(told, fields) },
      owners: {
        rows: withAny(told, fields).map((one): Cell[] => [
          nameCell(one.line),
          textCell(one.line.registrationId),
          textCell(one.line.parent),
          textCell((groups.get(one.line.supplierNo) ?? []).join("; ")),
          known(workersOf(one), (workers) => code("size", sizeOf(workers))),
        ]),
      },
    },
  };
}

const OF_INPUTS: Fields = {
  product: ({ line }) => line.product,
  goods: ({ line }) => goodsOf(line),
  tier: ({ line }) => line.tier,
  origin: ({ line }) => line.origin,
  inputs: ({ told }) => told.inputs ?? [],
};

/** Product, goods, tier and materials with their origin, of the suppliers that are named. */
export const inputsFilled = (told: readonly ToldLine[]): Filled => ({
  values: [],
  tables: {
    inputsStated: { rows: statedRows(told, OF_INPUTS) },
    inputs: {
      rows: withAny(told, OF_INPUTS).map((one): Cell[] => [
        nameCell(one.line),
        textCell(one.line.product),
        codes("good", goodsOf(one.line)),
        placeCell(one.line, "origin"),
        textCell(one.line.tier),
        inputsCell(one),
      ]),
    },
  },
});
