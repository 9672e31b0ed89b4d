import type { Template } from "../template";
import { computed, stated, table } from "./point";

/** What was known and decided of a kind of purchase before the notice, from the filed record. It is about no firm. */
export const category: Template = {
  type: "category",
  words: "reportCategory",
  subject: "category",
  class: "internal",
  keepYears: 7,
  variants: [{ id: "assessment", law: null, released: true, signs: [] }],
  serves: ["GB-NHS-01", "GB-PPN009-01", "EU-PPD-03", "OSCE-DOC11-02", "OSCE-0617-01", "OECD-DDG-02"],
  signs: ["author", "reviewer", "approver"],
  sections: [
    {
      id: "categoryStated",
      points: [
        computed("categoryFacts", "1, product link: product or service, codes, origins; method and data date", true, [], {
          tables: [table("categoryFacts", { what: 3, told: 7 })],
        }), // prettier-ignore
        stated("usedFor", "1, who signs: the assessment is recorded before the notice", false, ["GB-NHS-01"]),
      ],
    },
    {
      id: "categoryResult",
      points: [
        computed("spread", "1, result: score, uncertainty band", true, ["OSCE-DOC11-02"]),
        computed("places", "1, inherent risk: country, sector, with score, range and reason in words", true, ["OECD-DDG-02"], {
          tables: [
            table("places", { code: 2, place: 2.4, level: 2.6, band: 2.2, score: 1.8, range: 2, because: 5 }),
            table("reasons", { place: 2.4, code: 2, reason: 5, points: 1.3, year: 1.9, source: 3 }),
          ],
        }), // prettier-ignore
        computed("categoryFloors", "1, inherent risk: State-imposed marker, and what else lifts a score", true, [], {
          tables: [table("categoryFloors", { place: 3, code: 2, floor: 5, height: 1.4, source: 3 })],
        }),
        computed("listedMaterials", "1, product link: inputs on lists of goods, with their places", true, ["EU-FLR-01"], {
          tables: [table("listedMaterials", { good: 3, listed: 4, stateImposed: 3, source: 3 })],
        }), // prettier-ignore
        computed("traits", "1, inherent risk: workforce and business model, as far as the kind of work tells", true),
        stated("categoryLimits", "1, section i: coverage and gaps", false),
      ],
    },
    {
      id: "categoryTender",
      points: [
        computed("measures", "1, decision: conditions; how each is checked", true, ["OSCE-PROC-01"], {
          tables: [
            table("measures", { stage: 1.6, measure: 2.4, wording: 5, check: 4 }),
            table("backing", { measure: 3, because: 3, rows: 4, laws: 4 }),
          ],
        }),
        computed("ownText", "1, decision: reasons", false),
        computed("notChosen", "1, decision: what was left, so that the knowledge at the time can be shown", true),
        computed("nevers", "0.1, what a report may claim; 3, design rule: no score excludes a bidder", true),
      ],
    },
  ],
};
