/** Question 1 of a study: the worked and the ordering cases of the model. */
import type { Engine, IsoDate } from "../types";
import { supplierOf, type ShortFacts } from "./suppliers";

/** `cases.json` of a model, as far as the study reads it. */
export interface Cases {
  readonly model: string;
  readonly worked: readonly {
    readonly id: string;
    readonly title: string;
    readonly facts: ShortFacts;
    readonly expect: Readonly<Record<"country" | "sector" | "recruitment" | "inherent" | "score", number>>;
  }[];
  readonly ordering: readonly {
    readonly id: string;
    readonly because: string;
    readonly higher: ShortFacts;
    readonly lower: ShortFacts;
  }[];
}

const CLOSE = 1e-5;

/** How many hold, and each that does not with its figures. */
export function checkCases(engine: Engine, cases: Cases, asOf: IsoDate) {
  const worked = cases.worked.flatMap(({ id, title, facts, expect }) => {
    const found = engine.assess(supplierOf(facts, asOf));
    const { country, sector, recruitment } = found.dimensions;
    const got = {
      country: country.score,
      sector: sector.score,
      recruitment: recruitment.score,
      inherent: found.inherent,
      score: found.residual,
    };
    const differs = Object.entries(got).filter(
      ([key, value]) => value === null || Math.abs(value - expect[key as keyof typeof expect]) > CLOSE,
    );
    return differs.length === 0 ? [] : [{ id, title, differs: Object.fromEntries(differs), expected: expect }];
  });
  const ordering = cases.ordering.flatMap(({ id, because, higher, lower }) => {
    const above = engine.score(supplierOf(higher, asOf)).score;
    const below = engine.score(supplierOf(lower, asOf)).score;
    const holds = above !== null && below !== null && above >= below - 1e-9;
    return holds ? [] : [{ id, because, above, below }];
  });
  return {
    worked: { cases: cases.worked.length, disagreements: worked },
    ordering: { cases: cases.ordering.length, disagreements: ordering },
  };
}
