import type { Template } from "../template";
import { DEMAND_FROM, demandAnnex } from "./demand-annex";
import { stated } from "./point";
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
        stated("ownChain", "2, data points: tiers beyond the first", true),
      ],
    },
    {
      id: "policies",
      points: [
        stated("policies", "2, skeleton 2", true, ["OSCE-AP03-01", "OSCE-DOC11-01"]),
        stated("contractTerms", "2, skeleton 2", false, ["OSCE-0617-01"]),
        stated("recruitmentPolicy", "2, skeleton 2: who pays for recruitment", false, ["ILO-FR-01", "OSCE-PROC-01"]),
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
        stated("limits", "2, checks before release: what is not known", true),
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
        stated("remedy", "2, skeleton 4", true),
        stated("grievances", "2, data points: grievance statistics", true, ["UN-GP-09"]),
        stated("incomeLoss", "2, data points: loss of income of vulnerable families", true, ["CA-S211-05"]),
      ],
    },
    { id: "training", points: [stated("training", "2, skeleton 5", true, ["EU-ATD-04", "OSCE-AP03-03"])] },
    {
      id: "effectiveness",
      points: [
        stated("measures", "2, skeleton 6: indicators with their baseline", true),
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
