/** Product chains from their table, with the industries of each stage from the concordance of customs headings. Pure. */
import { CHAIN_BASES } from "./reference-types";
import type { ChainStage, ReferenceTables, Row } from "./reference-types";

const cell = (row: Row, column: string): string => row[column] ?? "";
const listed = (row: Row, column: string): string[] => cell(row, column).split(";").filter(Boolean);
interface Share {
  readonly isic: string;
  readonly share: number;
}

/** Of each heading the ISIC classes with their share of its subheadings, 0 to 1. */
function sharesOf(rows: readonly Row[]): ReadonlyMap<string, readonly Share[]> {
  const found = new Map<string, Share[]>();
  for (const row of rows) {
    const heading = cell(row, "hs4");
    const share = { isic: cell(row, "isic4_class"), share: Number(cell(row, "share_of_subheadings")) };
    found.set(heading, [...(found.get(heading) ?? []), share]);
  }
  return found;
}

/** Sum of the shares by class. */
function byClass(shares: Iterable<readonly Share[]>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const some of shares) for (const { isic, share } of some) sums.set(isic, (sums.get(isic) ?? 0) + share);
  return sums;
}

/** The stages of all chains in the order of the table. @throws Error when a basis is none of `CHAIN_BASES`. */
export function buildChains({
  productChains,
  concordanceHsIsic,
}: Pick<ReferenceTables, "productChains" | "concordanceHsIsic">): ChainStage[] {
  const shares = sharesOf(concordanceHsIsic);
  const madeByClass = byClass(shares.values());
  const makersOf = (headings: Iterable<string>) => byClass([...headings].map((heading) => shares.get(heading) ?? []));
  const headingsOf = new Map<string, Set<string>>();
  for (const row of productChains) {
    const headings = headingsOf.get(cell(row, "chain")) ?? new Set();
    headingsOf.set(cell(row, "chain"), headings);
    for (const heading of listed(row, "hs")) headings.add(heading);
  }
  const inChain = new Map([...headingsOf].map(([chain, headings]) => [chain, makersOf(headings)]));
  return productChains.map((row) => {
    const basis = CHAIN_BASES.find((one) => one === cell(row, "basis"));
    if (!basis) throw new Error(`product-chains, ${cell(row, "stage")}: there is no basis ${cell(row, "basis")}`);
    const hs = listed(row, "hs");
    const goods = listed(row, "goods");
    const chain = cell(row, "chain");
    const isic = [...makersOf(hs).keys()].sort();
    const isOwn = (one: string) => (inChain.get(chain)?.get(one) ?? 0) > (madeByClass.get(one) ?? 0) / 2;
    return {
      chain,
      step: Number(cell(row, "step")),
      stage: cell(row, "stage"),
      madeOf: listed(row, "made_of"),
      hs,
      goods,
      basis,
      source: cell(row, "source_id"),
      isic,
      ownIsic: isic.filter(isOwn),
    };
  });
}
