import type { Template } from "../template";
import { DEMAND_FROM, demandAnnex } from "./demand-annex";
import { beside, both, computed, stated, table } from "./point";

/** Rows printed of a table that stands beside the suppliers: they are the first of them, in the same order. */
const PRINTED_BESIDE = 50;

/** The supplier risk-assessment register as it stood on a day. Every supplier is in the file that is kept with it. */
export const register: Template = {
  type: "register",
  words: "reportRegister",
  subject: "workspace",
  class: "internal",
  keepYears: 7,
  keeps: "register",
  variants: [{ id: "register", law: null, released: true, signs: [] }],
  serves: ["EU-FLR-01", "EU-CSDDD-05", "EU-CSDDD-07", "NO-TA-02", "DE-LKSG-03", "FR-VIG-02", "GB-PPN009-01", "GB-PPN009-02", "GB-NHS-01", "OECD-DDG-02", "ILO-IND-01"], // prettier-ignore
  signs: ["author", "reviewer", "approver"],
  from: {
    ...DEMAND_FROM,
    registerRows: "list",
    registerLines: "list",
    registerFile: "kept",
    registerRoles: "list",
    registerPlaces: "list",
    registerLevels: "list",
    registerPairs: "list",
    registerSites: "list",
    registerOwners: "list",
    registerInputs: "list",
    registerRiskInputs: "list",
    registerIndicators: "list",
    registerSigns: "list",
    registerAudits: "list",
    registerAnswers: "list",
    registerBands: "list",
    registerLists: "list",
    registerGaps: "list",
    registerChange: "before",
  },
  sections: [
    {
      id: "registerScope",
      points: [
        computed(
          "registerRows",
          "1, section a: what was read of the list; amounts of the file; counted; credit notes; set aside; left out",
          true,
          [],
          {
            tables: [
              table("registerRows", { what: 6, told: 4 }),
              table("registerTotals", { currency: 1.6, file: 3, counted: 3, creditNotes: 3, setAside: 3, rejected: 3 }),
            ],
          },
        ),
        stated("registerScope", "1, section a: which entities and purchases it covers, and which it does not", true),
      ],
    },
    {
      id: "registerSuppliers",
      points: [
        computed("registerLines", "1, section b and result: name; number; country; role; sector; level; band; score; range; likelihood; severity; priority; reason; in the files alone, of the identity: legal identifier; parent; of the site: town; address; workers; of the product link: origin; product; goods; tier; spend; and of the inherent risk: place of work; inherent score; its parts by country, sector and recruitment; State-imposed marker; and of the lists: matches", true, ["OECD-DDG-02", "EU-CSDDD-05"], {
          tables: [
            { ...table("registerLines", { name: 4, number: 0, identifier: 0, parent: 0, country: 2, sector: 2.4, role: 0, level: 2.2, band: 1.8, score: 1.2, range: 2, likelihood: 0, severity: 0, priority: 1.2, reason: 6.4, reasons: 0, city: 0, address: 0, workers: 0, work: 0, origin: 0, product: 0, goods: 0, tier: 0, spend: 0, inherent: 0, inherentCountry: 0, inherentSector: 0, inherentRecruitment: 0, stateImposed: 0, matches: 0 }, { score: "dash", priority: "dash" }), kept: true },
          ],
        }), // prettier-ignore
        computed(
          "registerFile",
          "0.5, retention: every version stays, so that the knowledge at the time can be shown",
          true,
          [],
          {
            tables: [table("registerFile", { what: 3, told: 7 })],
          },
        ),
        computed("registerRoles", "1, identity: role (maker, trader, agent, labour provider)", true, [], { bars: ["registerRoles"] }), // prettier-ignore
        both("registerSites", "1, site, with activity, dormitory, labour agencies and temporary workers in words: how much is stated; town; address; place of work; workers; migrant workers; agency workers; women; young workers; site name in a finding or document", true, [], {
          tables: [
            table("siteStated", { what: 6, of: 4 }),
            beside(PRINTED_BESIDE, "sites", { supplier: 4, city: 2.2, address: 3.6, work: 2, workers: 1.6, migrant: 1.5, agency: 1.5, women: 1.5, young: 1.5 }), // prettier-ignore
            beside(PRINTED_BESIDE, "namedSites", { site: 4, supplier: 4, by: 2, day: 1.8, product: 2.6 }),
          ],
        }), // prettier-ignore
        both("registerOwners", "1, identity, with local-script name and owners behind the parent in words: how much is stated; legal identifier; ownership; group; size class", true, [], {
          tables: [
            table("ownersStated", { what: 6, of: 4 }),
            beside(PRINTED_BESIDE, "owners", { supplier: 4, identifier: 3, parent: 3.4, group: 3.4, size: 2.4 }),
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "registerInputs",
      points: [
        computed(
          "registerPlaces",
          "1, section c: country of the seat; sector; suppliers; high band; spend",
          true,
          ["OECD-DDG-02"],
          {
            tables: [
              table("registerPlaces", { country: 5, suppliers: 2, high: 2, spend: 3 }),
              table("registerSectors", { sector: 7, suppliers: 2, spend: 3 }),
            ],
          },
        ),
        both("registerInputs", "1, product link, with share of need and substitutability in words: how much is stated; product; goods; origin; tier; inputs", true, ["OECD-DDG-02"], {
          tables: [
            table("inputsStated", { what: 6, of: 4 }),
            beside(PRINTED_BESIDE, "inputs", { supplier: 4, product: 3.4, goods: 2.6, origin: 2, tier: 1.4, inputs: 3.6 }),
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "registerInherent",
      points: [
        computed(
          "registerLevels",
          "1, result: how much is known of suppliers, as the uncertainty of what follows",
          true,
          ["ILO-P29-04"],
          { bars: ["registerLevels"] },
        ),
        computed("registerPairs", "1, section f: suppliers of the high band by country and sector", true, ["OSCE-DOC11-02"], { heat: ["registerPairs"] }), // prettier-ignore
        computed("registerRiskInputs", "1, inherent risk: each input; weight; source; date", true, [], {
          tables: [table("riskInputs", { dimension: 2, input: 3.6, weight: 1.3, sources: 6, year: 1.2 })],
        }),
        computed("registerIndicators", "1, indicators: hits on the ILO's eleven, from findings that stand; supplier; which; strength as severity and status; source; day", true, ["ILO-IND-01"], {
          bars: ["registerIndicators"],
          notParts: { registerIndicators: "overlapping" },
          tables: [beside(PRINTED_BESIDE, "hits", { supplier: 3.4, indicators: 4.6, source: 2.2, found: 1.8, severity: 1.8, status: 2.2 })],
        }), // prettier-ignore
        computed("registerSigns", "1, indicators, of early signs what is asked of suppliers: how many; by question; suppliers with one; of how many answers", true, ["ILO-IND-01"], {
          tables: [
            table("signCounts", { sign: 6, yes: 1.6, no: 1.6, unknown: 1.8 }),
            beside(PRINTED_BESIDE, "signs", { supplier: 4, signs: 7, known: 3 }),
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "registerControls",
      points: [
        computed(
          "registerAnswers",
          "1, section e: controls, as far as answers are recorded; suppliers; what was answered",
          true,
          ["ILO-FR-01"],
          {
            tables: [table("registerAnswers", { field: 6, suppliers: 2, yes: 1.6, no: 1.6, other: 2 })],
          },
        ),
        both("registerAudits", "1, controls, with codes accepted, union and worker committee in words: how much is stated; worker-voice channel; recruitment-fee policy; contract in the worker's language; audits and certificates; their strength; scope; day; expiry; clauses; audit access", true, ["OSCE-0617-01"], {
          tables: [
            table("controlsStated", { what: 6, of: 4 }),
            beside(PRINTED_BESIDE, "controls", { supplier: 4, channel: 2.6, employerPays: 2.6, contract: 2.6 }),
            beside(PRINTED_BESIDE, "auditDocuments", { supplier: 3, shows: 3.6, issuer: 2.6, strength: 2, scope: 2.4, issued: 1.7, expires: 1.7 }), // prettier-ignore
            beside(PRINTED_BESIDE, "clauses", { contractor: 3, contract: 3, measures: 3, employerPays: 2.6, audit: 2.4, clauses: 3 }),
          ],
        }), // prettier-ignore
      ],
    },
    {
      id: "registerResidual",
      points: [
        computed(
          "registerBands",
          "1, section f: residual risk by band; suppliers; bands by spend",
          true,
          ["ILO-P29-04"],
          {
            tables: [table("registerBands", { band: 5, suppliers: 2, spend: 3 })],
            bars: ["registerBands", "registerSpend"],
            notParts: { registerSpend: "percent" },
          },
        ),
        stated("registerFlr", "1, FLR view: severity and scale, Union volume, suspect-part share, tier distance, leverage", true, ["EU-FLR-13"]), // prettier-ignore
      ],
    },
    {
      id: "registerAlerts",
      points: [
        computed("registerFindings", "1, section g: alerts, by how they stand", true, ["COE-CETS197-03"]),
        computed(
          "registerLists",
          "1, lists: matches, with what was decided; lists; their day",
          true,
          ["OSCE-DOC11-02"],
          {
            tables: [table("registerLists", { list: 6, edition: 3, compared: 3 })],
          },
        ),
      ],
    },
    {
      id: "registerDecisions",
      former: ["registerReview"],
      points: [
        computed("registerDecisions", "1, section h: supplier; buy, buy with conditions, hold, exit; date; reason; owner; next review; who decided", true, ["OSCE-ADD13-01"], {
          tables: [table("registerDecisions", { supplier: 3, decision: 2, day: 1.7, reason: 4, owner: 2, review: 1.7, who: 2.2 })],
        }), // prettier-ignore
        computed("registerActions", "1, section h: what was agreed with suppliers", true, ["ILO-P29-05"]),
      ],
    },
    {
      id: "registerGaps",
      points: [
        computed("registerGaps", "1, section i: gaps; suppliers with it; what closing it gives", true, [], {
          tables: [table("registerGaps", { gap: 6, lacking: 2, raises: 3 })],
        }),
        computed("registerChange", "1, frequency: what changed since the list before", false, [], {
          tables: [table("registerChange", { what: 6, told: 2 })],
        }),
        stated("registerPlan", "1, section i: who closes which gap until when", true),
      ],
    },
    ...demandAnnex(),
  ],
};
