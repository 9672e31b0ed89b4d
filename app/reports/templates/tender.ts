import type { Template } from "../template";
import { bidderAnnex } from "./demand-annex";
import { both, computed, stated, table } from "./point";

/** The memo of one bidder in one procedure, from the filed record of its check. A score is no part of any decision in it. */
export const tender: Template = {
  type: "tender-check",
  words: "reportTender",
  subject: "check",
  class: "confidential",
  keepYears: 7,
  variants: [{ id: "memo", law: null, released: true, signs: [] }],
  serves: ["EU-PPD-01", "GB-PA23-01", "GB-NHS-02", "DE-GWB-01", "NO-PPA-01", "OSCE-DOC11-02", "OSCE-0617-03"],
  signs: ["author", "legal", "approver"],
  sections: [
    {
      id: "procedure",
      points: [
        computed("lot", "3, point 1: buyer, reference, regime, CPV, value, stage", true, [], {
          tables: [table("lotFacts", { what: 3, told: 7 })],
        }),
        stated("procedureType", "3, point 1: type of procedure", true),
      ],
    },
    {
      id: "circle",
      points: [
        computed(
          "firms",
          "3, point 2: bidder, group, consortium, subcontractors; checked or not",
          true,
          ["EU-PPD-21"],
          {
            tables: [table("circle", { firm: 4, kind: 2.4, country: 2, number: 2.4, compared: 2.4, matches: 1.4 })],
          },
        ),
        computed("listed", "3, point 5: lists, date and result", true, ["OSCE-DOC11-02"], {
          tables: [table("lists", { list: 5, edition: 2, day: 2, entry: 4 })],
        }),
        both("control", "3, point 2, which persons in words: persons with power of representation, decision or control; checked or not; result; proof; day; by whom", true, [], {
          tables: [table("personSteps", { step: 4, law: 2, result: 3, proof: 3.6, looked: 2, who: 3 })],
        }), // prettier-ignore
      ],
    },
    {
      id: "grounds",
      points: [
        computed("steps", "3, points 3 to 5, 7 and 8: each ground, what was looked at, the result, by whom", true, ["EU-PPD-01"], {
          tables: [table("steps", { step: 4, law: 2, result: 3, proof: 3.6, looked: 2, who: 3 })],
        }), // prettier-ignore
        computed("facts", "3, point 4: facts known from elsewhere, put to the bidder, its answer", true, [], {
          tables: [table("facts", { fact: 5, source: 3, put: 1.8, answer: 4 })],
        }),
      ],
    },
    {
      id: "price",
      points: [
        computed("floor", "3, point 7: what the price leaves for labour", true, ["EU-PPD-19", "OSCE-0617-03"], {
          tables: [table("floor", { what: 4, told: 3 })],
        }),
        both("priceExplained", "3, point 7: explanation received, and the result", true, ["EU-PPD-19"], {
          tables: [table("priceSteps", { step: 4, law: 2, result: 3, proof: 3.6, looked: 2, who: 3 })],
        }),
      ],
    },
    {
      id: "chain",
      points: [
        both("subcontracting", "3, point 8, with share, sites and replacement orders in words: names; checks", true, ["EU-PPD-21", "EU-PPD-22"], {
          tables: [
            table("subcontractors", { firm: 4, country: 2, number: 2.4, compared: 2.4 }),
            table("subcontractorSteps", { step: 4, law: 2, result: 3, proof: 3.6, looked: 2, who: 3 }),
          ],
        }), // prettier-ignore
        both("riskSummary", "3, point 9, of the category's assessment without any score: places and what is open; day of the data; listed materials", true, ["OSCE-0617-01"], {
          tables: [
            table("categoryOf", { what: 3, told: 7 }),
            table("categoryMaterials", { material: 3, places: 4, stateImposed: 3, source: 4 }),
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "measures",
      points: [
        both("contractMeasures", "3, point 10, with award criteria in words: clauses, conditions, audit access, fee ban, remedy, exit", true, ["OSCE-PROC-01"], {
          tables: [table("contractFacts", { what: 3, told: 7 })],
        }), // prettier-ignore
      ],
    },
    {
      id: "decision",
      points: [
        computed("decisions", "3, points 6 and 11: decision, reasons, hearing, proportionality, self-cleaning, second person", true, ["EU-PPD-13"], {
          tables: [table("decisions", { decision: 2, reasons: 5, terms: 3, who: 2.2, agreed: 2.2, second: 2.4 })],
        }), // prettier-ignore
        computed("exclusion", "3, point 11: an exclusion with its ground, hearing, proportionality and end; 0.5: of a conviction where its proof is kept", false, ["EU-PPD-12"], {
          tables: [table("exclusion", { what: 3, told: 7 })],
        }), // prettier-ignore
      ],
    },
    ...bidderAnnex(),
  ],
};
