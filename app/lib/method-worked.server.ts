/** Worked suppliers for the page: cases of the model, put through the arithmetic of the engine with the reference data in use. */
import type { RiskModel } from "../../risk-models";
import { supplierOf, type ShortFacts } from "../../risk-models/study/suppliers";
import type { Origin } from "../components/line-origin";
import { originOf } from "./line-origin.server";
import { arithmeticOf, casesOf } from "./method.server";
import { notFound } from "./scope.server";

/** One that says nothing, one that answers with proof, one under a floor. A later model without them shows its first three. */
const SHOWN = ["W03", "W12", "W06"];

/** Three worked suppliers, or the one asked for. Throws the page for what is not there. */
export function workedView(model: RiskModel, asked: string | null) {
  const all = casesOf(model.id)?.worked ?? [];
  const chosen = SHOWN.flatMap((id) => all.find((one) => one.id === id) ?? []);
  const shown =
    asked === null ? (chosen.length < SHOWN.length ? all.slice(0, 3) : chosen) : all.filter(({ id }) => id === asked);
  if (shown.length === 0) throw notFound();
  const worked = shown.map(({ id, title, facts }) => {
    const arithmetic = arithmeticOf(model, supplierOf(facts, model.dataDate));
    const lines = arithmetic.assessment.contributions;
    const origins: Record<string, Origin> = Object.fromEntries(
      lines.map((line) => [line.indicator, originOf(line)] as const),
    );
    return { id, title, facts, arithmetic, origins };
  });
  return {
    worked,
    cases: all.map(({ id, title }) => ({ id, title })),
    names: Object.fromEntries([...model.indicators, ...model.practices].map(({ id, name }) => [id, name])),
    countries: worked.flatMap(({ facts, arithmetic }) => [
      ...placesOf(facts),
      arithmetic.assessment.countryUsed.country,
    ]),
  };
}

/** The countries a case names. */
const placesOf = ({ seat, placeOfWork, origin }: ShortFacts): string[] =>
  [seat, placeOfWork, origin].flatMap((place) => place?.split("/")[0] ?? []);
