/** Points that a person adds to: what is stated of suppliers, contracts, trainings and steps, counted anew from lines, pages and rows. */
import { MEASURE_IDS } from "../../app/contracts/words";
import { reference } from "../../app/lib/reference.server";
import type { Report } from "../../app/reports/model";
import { listHistory } from "../../app/services/screening/lists-view.server";
import { contractsOf } from "../../db/queries/contracts";
import { buyingEntries } from "../../db/queries/demand";
import { groupsOfSuppliers } from "../../db/queries/groups";
import type { RegisterLine } from "../../db/queries/register";
import { modelById } from "../../risk-models";
import { DIMENSIONS } from "../../risk-models/types";
import { answersNow, expectSame, lines } from "./figures-of-list";
import { actionsShown } from "./figures-of-follow-up";
import type { FiguresPlace } from "./figures-place";
import { inPeriod, page, rowsOf } from "./figures-pages";
import { tally, type Compared, type Row, type Told } from "./figures-told";

type Has = Readonly<Record<string, (line: RegisterLine) => unknown>>;
const isThere = (value: unknown): boolean => value !== null && value !== "";
const statedRows = (all: readonly RegisterLine[], fields: Has): Row[] =>
  Object.entries(fields).map(([what, of]) => ({ what, of: `${all.filter((line) => isThere(of(line))).length}/${all.length}` })); // prettier-ignore
const withAny = (all: readonly RegisterLine[], fields: Has): RegisterLine[] =>
  all.filter((line) => Object.values(fields).some((of) => isThere(of(line))));

const NOBODY_SAID = () => null;
const SITES: Has = { city: ({ city }) => city, address: ({ address }) => address, placeOfWork: ({ placeOfWork }) => placeOfWork, workers: ({ workers }) => workers, migrantShare: NOBODY_SAID, agencyShare: NOBODY_SAID, womenShare: NOBODY_SAID, youngShare: NOBODY_SAID }; // prettier-ignore
const OWNERS: Has = { registrationId: ({ registrationId }) => registrationId, parent: ({ parent }) => parent, workers: ({ workers }) => workers }; // prettier-ignore
const INPUTS: Has = { product: ({ product }) => product, goods: ({ goods }) => goods, tier: ({ tier }) => tier, origin: ({ origin }) => origin, inputs: NOBODY_SAID }; // prettier-ignore
const LINKS: Has = { registrationId: ({ registrationId }) => registrationId, city: ({ city }) => city, address: ({ address }) => address, parentFirm: ({ parent }) => parent, tier: ({ tier }) => tier }; // prettier-ignore

const ofLines = (table: string, stated: string, fields: Has, more: Told["tables"] = {}): Compared => ({
  page: "table of suppliers",
  told: async (at) => {
    const all = await lines(at);
    return {
      values: [],
      tables: {
        [stated]: statedRows(all, fields),
        [table]: withAny(all, fields).map(({ name }) => ({ supplier: name })),
        ...more,
      },
    };
  },
});

const openContracts = async (at: FiguresPlace) =>
  (await contractsOf(at.db, at.owner, 99)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const documents = async (at: FiguresPlace) =>
  (await rowsOf(at, "evidence")).filter(({ undoneAt }) => undoneAt === null).toSorted((a, b) => (a.id < b.id ? 1 : -1));

/** What answers say of fees and papers, as far as the pages of suppliers show them. */
async function signs(at: FiguresPlace): Promise<Told> {
  const answers = await answersNow(at);
  const all = (await lines(at)).map(({ name }) => {
    const { feesPaidByWorkers: fees, papersHeldBy: papers } = answers.get(name) ?? {};
    const found = { feesPaidByWorkers: fees === undefined ? null : fees === "yes", papersHeldBy: papers === undefined ? null : papers !== "worker" }; // prettier-ignore
    return { name, found };
  });
  const of = (sign: "feesPaidByWorkers" | "papersHeldBy", wanted: boolean | null) => all.filter(({ found }) => found[sign] === wanted).length; // prettier-ignore
  const withSign = all.filter(({ found }) => Object.values(found).includes(true));
  const asked = ["feesPaidByWorkers", "papersHeldBy"] as const;
  return {
    values: [`${withSign.length}/${all.length}`],
    tables: {
      signCounts: [
        ...asked.map((sign) => ({ sign, yes: of(sign, true), no: of(sign, false), unknown: of(sign, null) })),
        ...["depositsHeld", "wagesWithheld", "freedomToLeave", "debtMonthsOfPay"].map((sign) => ({ sign, yes: 0, no: 0, unknown: all.length })), // prettier-ignore
      ],
      signs: withSign.map(({ name, found }) => ({ supplier: name, known: `${Object.values(found).filter((one) => one !== null).length}/6` })), // prettier-ignore
    },
  };
}

export const OF_STATED: Readonly<Record<string, Compared>> = {
  registerSites: ofLines("sites", "siteStated", SITES, { namedSites: [] }),
  registerOwners: {
    page: "table of suppliers; rows: groups of suppliers",
    told: async (at) => {
      const all = await lines(at);
      const inGroup = await groupsOfSuppliers(at.db, at.owner, at.generation, all.map(({ supplierNo }) => supplierNo)); // prettier-ignore
      const fields: Has = { ...OWNERS, parent: ({ parent, supplierNo }) => parent ?? inGroup.get(supplierNo) ?? null };
      return { values: [], tables: { ownersStated: statedRows(all, fields), owners: withAny(all, fields).map(({ name }) => ({ supplier: name })) } }; // prettier-ignore
    },
  },
  registerInputs: ofLines("inputs", "inputsStated", INPUTS),
  registerRiskInputs: {
    page: "the model's file",
    told: async (at) => {
      const { indicators } = modelById((await page(at, "overview")).generation.modelId)!;
      return { values: [], tables: { riskInputs: DIMENSIONS.flatMap((dimension) => indicators.filter((one) => one.dimension === dimension).map(({ id, newestYear }) => ({ input: id, year: newestYear === null ? null : String(newestYear) }))) } }; // prettier-ignore
    },
  },
  registerSigns: { page: "answers of each supplier", told: signs },
  registerAudits: {
    page: "table of suppliers; contracts; rows: documents",
    told: async (at) => {
      const none = `0/${(await lines(at)).length}`;
      const kept = await documents(at);
      return {
        values: [],
        tables: {
          controlsStated: ["grievanceMechanism", "employerPaysPolicy", "contractInOwnLanguage"].map((what) => ({ what, of: none })), // prettier-ignore
          controls: [],
          auditDocuments: kept.map(({ shows, issuedOn }) => ({ shows, issued: issuedOn })),
          clauses: (await openContracts(at)).map(({ contractor }) => ({ contractor })),
        },
      };
    },
  },
};

export const OF_STATEMENT: Readonly<Record<string, Compared>> = {
  ownChain: {
    page: "table of suppliers",
    told: async (at) => {
      const all = await lines(at);
      return { values: [], tables: { tiers: [{ tier: "unknown", suppliers: `${all.filter(({ tier }) => tier === null).length}/${all.length}` }] } }; // prettier-ignore
    },
  },
  contractTerms: {
    page: "contracts: no terms are noted of any",
    told: async (at) => {
      const none = `0/${(await openContracts(at)).length}`;
      const terms = ["any", ...MEASURE_IDS, "employerPays", "labourCostLine", "subcontractors", "agencies", "auditAccess"]; // prettier-ignore
      return { values: [], tables: { termCounts: terms.map((term) => ({ term, contracts: none })) } };
    },
  },
  recruitmentPolicy: {
    page: "overview; answers of each supplier",
    told: async (at) => {
      const { suppliers } = (await page(at, "overview")).numbers;
      const questions = ["employerPaysPolicy", "contractInOwnLanguage", "grievanceMechanism"];
      return { values: [], tables: { policyAnswers: questions.map((question) => ({ question, yes: 0, no: 0, unknown: suppliers })) } }; // prettier-ignore
    },
  },
  limits: {
    page: "overview",
    told: async (at) => {
      const { gaps, suppliers } = (await page(at, "overview")).numbers;
      return { values: [], tables: { limitGaps: gaps!.map(({ gap, lacking }) => ({ gap, lacking: `${lacking}/${suppliers}` })) } }; // prettier-ignore
    },
  },
  remedy: {
    page: "rows: what was noted under actions",
    told: async (at) => {
      const noted = (await rowsOf(at, "actionSteps")).filter(({ kind, on }) => kind !== "state" && kind !== "note" && inPeriod(on)); // prettier-ignore
      const counted = Object.entries(tally(noted, ({ kind, result }) => `${kind} ${result ?? ""}`)).toSorted(([a], [b]) => (a < b ? -1 : 1)); // prettier-ignore
      return { values: [], tables: { remedySteps: counted.map(([key, count]) => ({ step: key.split(" ")[0]!, result: key.split(" ")[1] || null, count })) } }; // prettier-ignore
    },
  },
  training: {
    page: "rows: what was told of own ways of buying",
    told: async (at) => {
      const told = (await buyingEntries(at.db, at.owner)).filter(({ kind }) => kind === "training").map(({ contents }) => contents as { on: string; whom: string; people: number; hours: number | null }).filter(({ on }) => inPeriod(on)); // prettier-ignore
      const rows = ["buyers", "suppliers", "others"].flatMap((whom) => {
        const of = told.filter((one) => one.whom === whom);
        const sum = (value: (one: (typeof told)[number]) => number) => of.reduce((all, one) => all + value(one), 0);
        return of.length === 0 ? [] : [{ whom, trainings: of.length, people: sum(({ people }) => people), hours: sum(({ people, hours }) => people * (hours ?? 0)), timed: `${of.length}/${of.length}` }]; // prettier-ignore
      });
      return { values: [], tables: { trainingByWhom: rows } };
    },
  },
  measures: {
    page: "follow-up, actions",
    told: async (at) => {
      const shown = await actionsShown(at);
      const of = (what: string, is: (one: (typeof shown)[number]) => boolean) => ({ what, of: `${shown.filter(is).length}/${shown.length}` }); // prettier-ignore
      return {
        values: [],
        tables: {
          effects: [
            of("indicator", ({ kept }) => kept.indicator !== ""),
            of("baseline", ({ kept }) => kept.baseline !== "" && kept.target !== ""),
            of("consulted", ({ kept }) => kept.consultation !== ""),
            of("verified", ({ state }) => state === "verified"),
            { what: "held", of: "0/0" },
          ],
        },
      };
    },
  },
};

export const OF_LOG: Readonly<Record<string, Compared>> = {
  leverage: {
    page: "rows: what was noted under actions",
    told: async (at) => {
      const noted = (await rowsOf(at, "actionSteps")).filter(({ kind, on }) => kind === "escalation" && inPeriod(on));
      return { values: [], tables: { escalations: noted.map(({ on, text }) => ({ day: on, what: text })) } };
    },
  },
};

/** Results of these steps, as the page of the check has them; null: the check does not ask them. */
const stepsOf = async (at: FiguresPlace, ids: readonly string[]): Promise<Row[]> => {
  const { asked, status } = await page(at, "check");
  return asked.filter((id) => ids.includes(id)).map((id) => ({ result: status.answers[id]?.result ?? null }));
};
const ofSteps = (table: string, ids: readonly string[]): Compared => ({
  page: "check",
  told: async (at) => {
    const rows = await stepsOf(at, ids);
    return rows.length === 0 ? null : { values: [], tables: { [table]: rows } };
  },
});

export const OF_MEMO: Readonly<Record<string, Compared>> = {
  control: ofSteps("personSteps", ["eu57persons"]),
  priceExplained: ofSteps("priceSteps", ["eu69"]),
  subcontracting: {
    page: "check",
    told: async (at) => {
      const firms = (await page(at, "check")).status.firms.filter(({ firm }) => firm.kind === "subcontractor");
      return {
        values: [firms.length],
        tables: {
          subcontractors: firms.map(({ firm }) => ({ firm: firm.name })),
          subcontractorSteps: await stepsOf(at, ["eu71subcontractors", "eu71list", "ukSubcontractors"]),
        },
      };
    },
  },
  riskSummary: { page: "check: its lot joins no category", told: () => null },
  contractMeasures: {
    page: "contracts: the one that came of the check, without terms",
    told: async (at) => {
      const own = (await openContracts(at)).filter(({ checkId }) => checkId === at.checkId);
      return { values: [], tables: { contractFacts: own.flatMap(({ reference: number, title, startsOn }) => [{ what: "contract", told: `${number} · ${title}` }, { what: "starts", told: startsOn }]) } }; // prettier-ignore
    },
  },
};

const rowsIn = (report: Report, id: string, table: string) =>
  report.sections.flatMap(({ points }) => points).find((point) => point.id === id)!.tables.find((one) => one.id === table)!.rows; // prettier-ignore

export const OF_CHAIN: Readonly<Record<string, Compared>> = {
  chainLinks: ofLines("links", "linksStated", LINKS),
  riskSources: {
    page: "sources in the report's tail; lists",
    told: async (at, report) => {
      const newest = (await listHistory(at.db, at.owner)).toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]!;
      return {
        values: [],
        tables: {
          sourcesUsed: report.sources.slice(0, rowsIn(report, "riskSources", "sourcesUsed").length).map(({ title }) => ({ source: title })), // prettier-ignore
          listsUsed: [{ list: newest.title, edition: newest.date, read: newest.readOn }],
        },
      };
    },
  },
  legalBasis: {
    page: "catalogue of commitments",
    told: (_at, report) => {
      const rows = rowsIn(report, "legalBasis", "guidelines");
      const ids = rows.flatMap((row) => (row[1]?.is === "text" ? row[1].text.split("; ").map((one) => one.split(",")[0]!) : [])); // prettier-ignore
      const known = new Set(reference().table("commitments").map(({ id }) => id)); // prettier-ignore
      expectSame(ids.filter((id) => !known.has(id)), []); // prettier-ignore
      return { values: [], tables: { guidelines: rows.map(([what]) => ({ what: what?.is === "code" ? what.code : "" })) } }; // prettier-ignore
    },
  },
  beforeAfter: {
    page: "follow-up, actions; no list was there before the period",
    told: async (at, report) => {
      const found = rowsIn(report, "beforeAfter", "indicators").map((row) =>
        row[1]?.is === "text" ? row[1].text : "",
      );
      const kept = (await rowsOf(at, "correctiveActions")).filter(({ indicator }) => indicator !== "").map(({ title }) => title); // prettier-ignore
      expectSame(found.toSorted(), kept.toSorted());
      return { values: [], tables: { indicators: found.map((action) => ({ action })) } };
    },
  },
};
