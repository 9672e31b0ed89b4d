import { REST_DAY_WORDS } from "../working-days";
import type { Template } from "../template";
import { beside, both, computed, stated, table } from "./point";

/** Where the operator stands in the chain of the product. */
export const CHAIN_POSITIONS = ["maker", "importer", "distributor", "platform", "exporter"] as const;

/** Rows printed of a table that stands beside the suppliers of the folder. */
const PRINTED_BESIDE = 100;

/** The folder for a preliminary request about a product: its clock runs by what the authority wrote, and on no guess. */
export const response: Template = {
  type: "response",
  words: "reportResponse",
  subject: "product",
  class: "confidential",
  keepYears: 7,
  variants: [
    { id: "request", law: "EU-FLR-15", released: true, signs: [] },
    { id: "rehearsal", law: null, released: true, signs: [] },
  ],
  serves: ["EU-FLR-15", "EU-FLR-16", "EU-FLR-18", "EU-FLRG-01", "EU-FLRG-02", "EU-FLRG-03"],
  signs: ["author", "legal", "approver"],
  facts: [
    { id: "authority", kind: "text" },
    { id: "caseReference", kind: "text" },
    { id: "requestedOn", kind: "day" },
    { id: "receivedOn", kind: "day" },
    { id: "dueOn", kind: "day" },
    { id: "answeredOn", kind: "day" },
    { id: "openedOn", kind: "day" },
    { id: "furtherOn", kind: "day" },
    { id: "furtherDueOn", kind: "day" },
    { id: "decidedOn", kind: "day" },
    { id: "perishable", kind: "choice", choices: ["yes", "no"] },
    { id: "reviewOn", kind: "day" },
    { id: "contact", kind: "text" },
    { id: "language", kind: "text" },
    { id: "position", kind: "choice", choices: CHAIN_POSITIONS },
    { id: "identifiers", kind: "lines" },
    { id: "suspectPart", kind: "text" },
    { id: "suppliers", kind: "suppliers" },
    { id: "calendarOf", kind: "text" },
    { id: "restDays", kind: "choice", choices: REST_DAY_WORDS },
    { id: "holidays", kind: "days" },
  ],
  from: {
    chainMap: "list",
    chainLinks: "list",
    riskThen: "list",
    stateMarker: "list",
    riskSources: "list",
    supplierAnswers: "list",
    unknowns: "list",
  },
  sections: [
    {
      id: "cover",
      // No authority has asked in a rehearsal: what a request would say is no gap of it.
      points: [
        computed("authority", "7, section 1: authority", true, ["EU-FLR-15"]),
        computed("caseReference", "7, section 1: case reference", true),
        computed("requestedOn", "7, section 1: request date", true),
        computed("dueOn", "7, section 1: due date", true),
        computed("contact", "7, section 1: contact", true),
        computed("language", "7, section 1: language", true),
        computed("clock", "7, clock: working days by the authority's calendar; each period with its beginning; length; end; the authority's own day; how it is known; the calendar's holidays, which are stored", true, ["EU-FLR-15"], {
          tables: [
            table("clock", { what: 6, told: 4 }),
            table("periods", { step: 4, begins: 2, length: 2.4, ends: 2.8, set: 2, told: 2.8 }),
            table("holidays", { day: 10 }),
          ],
        }), // prettier-ignore
        stated("confidentiality", "7, section 1: confidentiality claims item by item", true),
      ].map((point) => ({ ...point, neededIn: ["request"] })),
    },
    {
      id: "product",
      points: [
        computed("productName", "7, section 2: name", true),
        computed("identifiers", "7, section 2: identifiers, codes", true, [], {
          tables: [table("identifiers", { identifier: 10 })],
        }),
        stated("quantities", "7, section 2: batches, dates, quantities, channels, listings aimed at the Union", true),
      ],
    },
    {
      id: "position",
      points: [
        computed("position", "7, section 3: importer, maker, distributor or platform", true, ["EU-FLR-13"]),
        stated("leverage", "7, section 3: size and resources, contracts, leverage", true, ["EU-FLR-13"]),
      ],
    },
    {
      id: "chainMap",
      points: [
        computed("chainMap", "7, section 4: each entity; role; country; place of work; origin; product; tier; workers", true, ["EU-FLRG-01"], {
          tables: [table("chainMap", { supplier: 4, role: 2.2, country: 2, work: 2, origin: 2, product: 2.4, tier: 1.9, workers: 1.9 })],
        }), // prettier-ignore
        both("chainLinks", "7, section 4, with share of volume and process in words: missing links; identifier; sites by town; address; parent", true, ["EU-FLRG-01"], {
          tables: [
            table("linksStated", { what: 6, of: 4 }),
            beside(PRINTED_BESIDE, "links", { supplier: 4, identifier: 2.8, city: 2.4, address: 4, parent: 3 }),
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "suspectPart",
      points: [
        computed("suspectPart", "7, section 5: which input", true),
        stated("separable", "7, section 5: share in product, whether separable, alternative sources", true),
      ],
    },
    {
      id: "riskThen",
      points: [
        computed("riskThen", "7, section 6: supplier; level; band; score; range; reasons", true, ["EU-FLRG-02"], {
          tables: [
            table(
              "riskThen",
              { supplier: 3.4, level: 2, band: 1.6, score: 1.4, range: 1.7, because: 7 },
              { score: "dash" },
            ),
          ],
          bars: ["riskLevels"],
        }),
        computed("stateMarker", "7, section 6: State-imposed marker", true, ["EU-FLR-01"]),
        computed("listChecks", "7, section 6: pairs with lists, by what was decided", false),
        both("riskSources", "7, section 6, with the risk database's entry, none found, or not available in words: sources used; issuer; year; lists; their edition; day read", true, ["EU-FLRG-03"], {
          tables: [
            table("sourcesUsed", { source: 6, publisher: 3.4, year: 1.4 }),
            table("listsUsed", { list: 6, edition: 2.4, read: 2.4 }),
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "done",
      points: [
        computed(
          "done",
          "7, section 7: date; supplier; what was done; about what; site; actor; result; legal basis; evidence id",
          true,
          ["EU-FLR-18"],
          {
            tables: [
              table("done", {
                day: 1.7,
                supplier: 3.4,
                what: 2.4,
                told: 3.8,
                site: 2,
                who: 2.2,
                result: 1.9,
                basis: 0,
                id: 0,
              }),
            ],
          },
        ),
        computed(
          "noneTaken",
          "7, mandatory data points: suppliers with a risk and how many have an action; supplier; risk; that none was taken",
          true,
          ["EU-FLR-18"],
          {
            tables: [table("noneTaken", { supplier: 5, risk: 4, taken: 4 })],
          },
        ),
        both(
          "legalBasis",
          "7, section 7, with the law that binds in words: guidelines by what was done",
          true,
          ["EU-FLRG-03"],
          {
            tables: [table("guidelines", { what: 3, basis: 7 })],
          },
        ),
      ],
    },
    {
      id: "consulted",
      points: [stated("consultation", "7, section 8: who was consulted, how safe, what was learned", true)],
    },
    {
      id: "results",
      points: [
        computed("verified", "7, section 9: verified closures", true, [], { bars: ["actionsByState"] }),
        both("beforeAfter", "7, section 9, with the remaining risk in words: supplier; level before; band before; score before; after; band after; score after; indicators of actions; baseline; target; state; looked at again", true, ["OECD-DDG-02"], {
          tables: [
            beside(PRINTED_BESIDE, "beforeAfter", { supplier: 4, levelBefore: 2, bandBefore: 1.8, scoreBefore: 1.4, level: 2, band: 1.8, score: 1.4 }), // prettier-ignore
            table("indicators", { supplier: 3, action: 3.6, indicator: 3, baseline: 2, target: 2, state: 2, recheck: 2.4 }), // prettier-ignore
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "remedyOf",
      points: [
        computed("remedyOf", "7, section 10: remedy by currency; owed; paid; confirmed", true, ["ILO-FR-01"], {
          tables: [table("remedyOf", { currency: 2, owed: 3, paid: 3, confirmed: 3 })],
        }),
      ],
    },
    { id: "otherLaw", points: [stated("otherLaw", "7, section 11: due diligence under other law, with statements", true)] }, // prettier-ignore
    {
      id: "supplierAnswers",
      points: [
        computed(
          "supplierAnswers",
          "7, section 12: suppliers with answers; how many; the last day",
          true,
          ["EU-FLRG-03"],
          {
            tables: [table("supplierAnswers", { supplier: 9, answers: 2.2, last: 2.4 })],
          },
        ),
        stated("refusals", "7, section 12: reasons; steps taken on refusal", true),
      ],
    },
    {
      id: "gaps",
      points: [
        computed("unknowns", "7, section 13: unknowns", true, [], {
          tables: [table("unknowns", { what: 6, of: 4 })],
        }),
        stated("gapPlan", "7, section 13: contradictions, owner, date", true),
      ],
    },
    {
      id: "ifBreach",
      points: [stated("ifBreach", "7, section 14: stop of sale, withdrawal, replacement, disposal, worker remedy, time", false, ["EU-FLR-25"])], // prettier-ignore
    },
    {
      id: "annexes",
      points: [
        computed("documents", "7, section 15: what each document shows; issuer; date; hash", true, [], {
          tables: [table("documents", { shows: 5, issuer: 3, issued: 1.8, sha: 5 })],
        }),
        stated("translations", "7, section 15: translations, method note, sign-off", false),
      ],
    },
  ],
};
