import type { Template } from "../template";
import { DEMAND_FROM, demandAnnex } from "./demand-annex";
import { both, stated, table } from "./point";
import { STATEMENT_VARIANTS, VARIANT_SECTIONS } from "./statement-variants";

/**
 * The public account of a year: the seven areas that the templates of several countries share, and what the law of one asks
 * besides (`statement-variants.ts`). A variant that is not released waits for a lawyer: it is shown, and nobody can start it.
 */
export const statement: Template = {
  type: "statement",
  words: "reportStatement",
  subject: "workspace",
  class: "public",
  keepYears: 7,
  variants: STATEMENT_VARIANTS,
  serves: [
    "GB-MSA-01",
    "EU-CSDDD-14",
    "NO-TA-03",
    "AU-MSA-01",
    "CA-S211-03",
    "CA-S211-01",
    "EU-CSRD-02",
    "FR-VIG-02",
    "DE-LKSG-04",
    "US-FAR-09",
    "OSCE-DOC11-01",
  ],
  signs: ["board", "director"],
  from: {
    ...DEMAND_FROM,
    suppliers: "list",
    spend: "list",
    known: "list",
    areas: "list",
    listed: "list",
    looked: "list",
    ownChain: "list",
    recruitmentPolicy: "list",
    limits: "list",
  },
  sections: [
    {
      id: "structure",
      points: [
        stated("about", "2, skeleton 1", true),
        stated("entities", "2, data points: entity list and size tests", true),
        {
          id: "suppliers",
          how: "computed",
          mandatory: true,
          asked: "2, skeleton 1: countries; sectors; suppliers; high band",
          commitments: ["OECD-DDG-02"],
          tables: [
            { id: "places", columns: [{ id: "country", width: 5 }, { id: "suppliers", width: 2 }, { id: "high", width: 2 }], printed: 30 }, // prettier-ignore
            {
              id: "sectors",
              columns: [
                { id: "sector", width: 7 },
                { id: "suppliers", width: 2 },
              ],
              printed: 30,
            },
          ],
        },
        { id: "spend", how: "computed", mandatory: false, asked: "2, skeleton 1", commitments: ["UN-PAL-01"] },
        both("ownChain", "2, data points, with what lies behind the tiers in words: tiers; suppliers", true, [], {
          tables: [table("tiers", { tier: 6, suppliers: 4 })],
        }),
      ],
    },
    {
      id: "policies",
      points: [
        stated("policies", "2, skeleton 2", true, ["OSCE-AP03-01", "OSCE-DOC11-01"]),
        both("contractTerms", "2, skeleton 2: each term; of how many contracts", false, ["OSCE-0617-01"], {
          tables: [table("termCounts", { term: 6, contracts: 4 })],
        }),
        both("recruitmentPolicy", "2, skeleton 2: who pays for recruitment; yes; no; not known", false, ["ILO-FR-01", "OSCE-PROC-01"], {
          tables: [table("policyAnswers", { question: 5, yes: 2, no: 2, unknown: 2 })],
        }), // prettier-ignore
      ],
    },
    {
      id: "risks",
      points: [
        { id: "known", how: "computed", mandatory: true, asked: "2, skeleton 3", commitments: ["ILO-P29-04"], bars: ["levels", "bands"] }, // prettier-ignore
        {
          id: "areas",
          how: "both",
          mandatory: true,
          asked: "2, data points: risk areas by country and sector; by commodity in words",
          commitments: ["OSCE-DOC11-02"],
          heat: ["pairs"],
        },
        { id: "listed", how: "computed", mandatory: false, asked: "2, skeleton 3: listed firms", commitments: [] }, // prettier-ignore
        both("limits", "2, checks before release: what is not known; of how many suppliers", true, [], {
          tables: [table("limitGaps", { gap: 6, lacking: 4 })],
        }),
      ],
    },
    {
      id: "diligence",
      points: [
        { id: "looked", how: "computed", mandatory: true, asked: "2, skeleton 4: of how many suppliers an answer is recorded", commitments: ["EU-ATD-06"] }, // prettier-ignore
        { id: "findings", how: "computed", mandatory: true, asked: "2, data points: cases", commitments: ["COE-CETS197-03"] }, // prettier-ignore
        { id: "actions", how: "computed", mandatory: true, asked: "2, data points: remediation", commitments: ["ILO-P29-05"] }, // prettier-ignore
        {
          id: "repaid",
          how: "computed",
          mandatory: true,
          asked: "2, data points: remediation by currency; owed; paid; confirmed",
          commitments: ["ILO-FR-01", "OSCE-0807-02"],
          tables: [{ id: "money", columns: [{ id: "currency", width: 2 }, { id: "owed", width: 3 }, { id: "paid", width: 3 }, { id: "confirmed", width: 3 }] }], // prettier-ignore
        },
        { id: "decisions", how: "computed", mandatory: false, asked: "2, skeleton 4: leverage and exits", commitments: ["OSCE-ADD13-01"] }, // prettier-ignore
        both("remedy", "2, skeleton 4, of remediation: what was done; what came of it; how often", true, [], {
          tables: [table("remedySteps", { step: 5, result: 4, count: 2 })],
        }),
        stated("grievances", "2, data points: grievance statistics", true, ["UN-GP-09"]),
        stated("incomeLoss", "2, data points: loss of income of vulnerable families", true, ["CA-S211-05"]),
      ],
    },
    {
      id: "training",
      points: [
        both("training", "2, data points, of training, by role: whom; how many trainings; people; hours; of how many trainings hours are told", true, ["EU-ATD-04", "OSCE-AP03-03"], {
          tables: [table("trainingByWhom", { whom: 4, trainings: 2, people: 2, hours: 2, timed: 3 })],
        }), // prettier-ignore
      ],
    },
    {
      id: "effectiveness",
      points: [
        both("measures", "2, skeleton 6, of indicators with their baseline: what; of how many actions", true, [], {
          tables: [table("effects", { what: 6, of: 4 })],
        }),
        { id: "pace", how: "computed", mandatory: false, asked: "2, skeleton 6", commitments: [] },
      ],
    },
    {
      id: "otherInformation",
      points: [stated("consulted", "2, data points: controlled entities consulted", true), stated("other", "2, skeleton 7", false)], // prettier-ignore
    },
    {
      id: "ukAct",
      only: ["uk"],
      points: [
        stated("ukSteps", "2, variant UK: steps taken, or that none were", true, ["GB-MSA-01"]),
        stated("ukPublished", "2, variant UK: where it stands, and the link on the home page", true),
        stated("ukApproved", "2, variant UK: which board approved it, and when; which director signs", true),
      ],
    },
    ...VARIANT_SECTIONS,
    ...demandAnnex(["knowledge"]),
  ],
};
