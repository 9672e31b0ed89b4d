/** Points about one record: a category, a check, a questionnaire, a folder about a product. */
import { spreadOf } from "../../app/categories/result";
import { neversOf } from "../../app/categories/measures";
import { cpvRows } from "../../app/services/categories/cpv.server";
import { memoOf } from "../../app/services/checks/memo.server";
import { supplierRemedy } from "../../app/services/remedy/supplier-remedy.server";
import { CORE_QUESTIONS } from "../../app/recruitment/questions";
import { ANSWER_CARRIES, ESPD_QUESTIONS, ESPD_VERSIONS, GROUND_QUESTIONS, MORE_QUESTIONS, OPERATOR_QUESTIONS, SUPPLEMENT } from "../../app/reports/espd-questions"; // prettier-ignore
import type { Report } from "../../app/reports/model";
import { ACTION_STATES } from "../../db/schema/remedy";
import { BAND_CODES, LEVEL_CODES, wordOf } from "../../db/schema/codes";
import { FLOORS } from "../../risk-models";
import { dayOf } from "../../app/services/scoring/assessor.server";
import { A_DAY } from "../builders";
import { answersNow, gapRows, levelsOf, lines, listed } from "./figures-of-list";
import { inForceOnce, moneyRows } from "./figures-of-follow-up";
import type { FiguresPlace } from "./figures-place";
import { inPeriod, page, rowsOf } from "./figures-pages";
import { asBars, euros, plain, tally, type Compared, type Plain, type Row, type Told } from "./figures-told";

const tenth = (score: number | null): Plain => (score === null ? null : Math.round(score * 10) / 10);
/** Of a place the band says that there is no score. */
const scoreOfPlace = (score: number | null): Plain => tenth(score) ?? "none";

const record = async (at: FiguresPlace) => (await page(at, "category")).record;
const ofRecord = (told: (of: Awaited<ReturnType<typeof record>>) => Told | null): Compared => ({
  page: "category",
  told: async (at) => told(await record(at)),
});

export const OF_CATEGORY: Readonly<Record<string, Compared>> = {
  categoryFacts: ofRecord((one) => ({
    tables: {
      categoryFacts: ["title", "number", "filed", ...cpvRows(one.input.codes).map(() => "codes"), "origins", "buyer", "regime", "model", "dataDate", "dataHash", "hash"].map((what) => ({ what })), // prettier-ignore
    },
  })),
  spread: ofRecord(({ result }) => {
    const { bands, plausible } = spreadOf(result.rows);
    return { values: [...new Set(bands ?? ["none"]), plausible.join("/")] };
  }),
  places: ofRecord(({ result }) => ({
    values: [result.rows.length],
    tables: {
      places: result.rows.map(({ code, place, level, score, plausible }) => ({ code, place: place ?? "unknown", level, score: scoreOfPlace(score), range: plausible.join("/") })), // prettier-ignore
      reasons: result.rows.flatMap(({ place, reasons }) => reasons.map(({ key, points }) => ({ place: place ?? "unknown", reason: key, points: tenth(points) }))), // prettier-ignore
    },
  })),
  categoryFloors: ofRecord(({ result }) => {
    const floors = result.rows.flatMap(({ place, floors: of }) => of.map(({ height }) => ({ place: place ?? "unknown", height }))); // prettier-ignore
    return { values: [floors.length], tables: { categoryFloors: floors } };
  }),
  listedMaterials: ofRecord(({ result: { materials } }) => ({
    values: [materials.length],
    tables: { listedMaterials: materials.map(({ good, places }) => ({ good, listed: places.join("|") })) },
  })),
  traits: ofRecord(({ result }) => ({ values: result.traits })),
  measures: ofRecord(({ chosen }) => ({
    values: [chosen.measures.length],
    tables: { measures: chosen.measures.map(({ id }) => ({ measure: id })), backing: chosen.measures.map(({ id }) => ({ measure: id })) }, // prettier-ignore
  })),
  ownText: ofRecord(({ chosen }) => ({ values: [chosen.ownText] })),
  notChosen: ofRecord(({ chosen }) => ({ values: chosen.left })),
  nevers: ofRecord(({ input }) => ({ values: neversOf(input.regime) })),
};

const check = (at: FiguresPlace) => page(at, "check");
const answered = ({ asked, status }: Awaited<ReturnType<typeof check>>) => asked.filter((id) => status.answers[id]).length; // prettier-ignore

export const OF_CHECK: Readonly<Record<string, Compared>> = {
  lot: {
    page: "check",
    told: async (at) => {
      const { check: one, lot } = await check(at);
      return { tables: { lotFacts: [["bidder", "Birch Mill Ltd"], ["buyer", lot.buyer], ["reference", lot.reference], ["name", lot.name], ["subject", lot.subject], ["cpv", lot.cpv], ["value", euros(`${lot.value}0000`, lot.currency!)], ["regime", lot.regime], ["stage", one.stage], ["fileNo", one.fileNo], ["filed", one.filedAt!.toISOString().slice(0, 10)]].map(([what, told]): Row => ({ what: what as string, told: told as Plain })) } }; // prettier-ignore
    },
  },
  firms: {
    page: "check",
    told: async (at) => {
      const { status } = await check(at);
      const rows = status.firms.map(({ firm }) => ({ firm: firm.name, matches: status.candidates.filter(({ firmId, decided }) => firmId === firm.firmId && decided?.decision === "match").length })); // prettier-ignore
      return { values: [rows.length], tables: { circle: rows } };
    },
  },
  listed: {
    page: "check",
    told: async (at) => {
      const { status } = await check(at);
      const lists = new Map(status.firms.flatMap(({ screened }) => screened?.lists ?? []).map((list) => [`${list.listId} ${list.date}`, list])); // prettier-ignore
      return { values: [lists.size], tables: { lists: [...lists.values()].map(({ title, date }) => ({ list: title, edition: date })) } }; // prettier-ignore
    },
  },
  steps: {
    page: "check",
    told: async (at) => {
      const view = await check(at);
      return { values: [answered(view)], tables: { steps: view.asked.map((id) => ({ result: view.status.answers[id]?.result ?? null })) } }; // prettier-ignore
    },
  },
  facts: {
    page: "check",
    told: async (at) => {
      const put = (await check(at)).status.facts.filter((fact) => fact.put !== null);
      return { values: [put.length], tables: { facts: put.map(({ fact }) => ({ fact: fact.text })) } };
    },
  },
  floor: {
    page: "check",
    told: async (at) => {
      const { floor, status, names } = await check(at);
      const { input, by, at: on } = status.floor!;
      const sum = (amount: number | null) => euros(String(Math.round(amount! * 10_000)), input.currency!);
      const rows: readonly (readonly [string, Plain])[] = [["price", sum(input.price)], ["hours", input.hours], ["wage", sum(input.hourlyWage)], ["onCosts", `${input.onCosts} %`], ["wageSource", `${input.wageSourceOn}/${input.wageSource}`], ["labourCost", sum(floor!.floor!.labourCost)], ["left", sum(floor!.floor!.left)], ["gap", sum(floor!.floor!.gap)], ["who", `${dayOf(on)}/${names[by]}`]]; // prettier-ignore
      return { tables: { floor: rows.map(([what, told]) => ({ what, told })) } };
    },
  },
  decisions: {
    page: "check",
    told: async (at) => {
      const { decisions } = (await check(at)).status;
      return { values: [decisions.length], tables: { decisions: decisions.map(({ decision }) => ({ decision: decision.kind })) } }; // prettier-ignore
    },
  },
  exclusion: { page: "check", told: () => ({ values: ["none"] }) },
};

const entered = (id: string): Compared => ({
  page: "settings of the report",
  told: () => ({ values: [FOLDER[id]!] }),
});

/** What is entered for a folder and a questionnaire. */
export const FOLDER: Readonly<Record<string, string>> = { authority: "Market surveillance", caseReference: "2026/7", requestedOn: "2026-02-10", receivedOn: "2026-02-12", dueOn: "2026-03-26", contact: "Unit 4", language: "German", position: "importer", identifiers: "GTIN 1\nHS 6205", suspectPart: "Yarn", calendarOf: "The authority", restDays: "sat-sun", holidays: "2026-02-16" }; // prettier-ignore
export const ASKED: Readonly<Record<string, string>> = { purpose: "reporting", employees: "450", asker: "Unit 4", answerBy: "2026-03-31" }; // prettier-ignore

/** How many are told of each kind of thing that was done, from the rows of each. */
async function done(at: FiguresPlace): Promise<number> {
  const counted = await inForceOnce(at);
  const [found, actions, steps, decided, entries, readings] = [await rowsOf(at, "findings"), await rowsOf(at, "correctiveActions"), await rowsOf(at, "actionSteps"), await rowsOf(at, "supplierDecisions"), await rowsOf(at, "repaymentEntries"), await rowsOf(at, "readings")]; // prettier-ignore
  const answers = readings.filter(({ undoneAt, protectedSource, releasedAt }) => undoneAt === null && (protectedSource === null || releasedAt !== null)); // prettier-ignore
  const told = answers.map(({ supplierNo, recordedAt, releasedAt }) => `${supplierNo} ${(releasedAt ?? recordedAt).toISOString().slice(0, 10)}`); // prettier-ignore
  return [
    found.filter(({ undoneAt, recordedAt }) => undoneAt === null && inPeriod(recordedAt)),
    actions.filter(({ recordedAt }) => inPeriod(recordedAt)),
    actions.filter(({ verifiedAt }) => verifiedAt !== null && inPeriod(verifiedAt)),
    steps.filter(({ on }) => inPeriod(on)),
    decided.filter(({ id, decidedOn }) => counted.has(id) && inPeriod(decidedOn)),
    entries.filter(({ kind, withdrawnAt }) => kind !== "instalment" && withdrawnAt === null),
    [...new Set(told)],
  ].reduce((sum, of) => sum + of.length, 0);
}

/** Suppliers with a finding that was not rejected or in the high band, by name; and those of them about whom nothing was done. */
async function risks(at: FiguresPlace): Promise<{ all: string[]; none: string[] }> {
  const became = (name: string) => (name === "Vale Legal Ltd" ? "Birch Mill Ltd" : name);
  const found = (await page(at, "findings")).filter(({ isTakenBack, status }) => !isTakenBack && status !== "rejected").map(({ supplier }) => became(supplier!.name)); // prettier-ignore
  const high = (await lines(at)).filter(({ band }) => wordOf(BAND_CODES, band) === "high").map(({ name }) => name);
  const all = [...new Set([...found, ...high])];
  const counted = await inForceOnce(at);
  const inForce = (await page(at, "decisions")).decisions.filter(({ id }) => counted.has(id));
  const acted = new Set([...(await page(at, "actions")).actions, ...inForce].map(({ supplierName }) => became(supplierName))); // prettier-ignore
  return { all, none: all.filter((name) => !acted.has(name)) };
}

export const OF_FOLDER: Readonly<Record<string, Compared>> = {
  ...Object.fromEntries(["authority", "caseReference", "requestedOn", "dueOn", "contact", "language", "position", "suspectPart"].map((id) => [id, entered(id)])), // prettier-ignore
  clock: {
    page: "settings of the report; working days counted by hand",
    told: (_at, report) => ({
      // Monday 16 February is a holiday: 13 February to 26 March are 29 working days of Monday to Friday.
      tables: { clock: report.sections.flatMap(({ points }) => points).find(({ id }) => id === "clock")!.tables[0]!.rows.map(([what, told]) => (what?.is === "code" && what.code === "given" ? { what: "given", told: 29 } : { what: what?.is === "code" ? what.code : "", told: told?.is === "count" ? told.count : told?.is === "day" ? told.day : told?.is === "code" ? told.code : told?.is === "text" ? told.text : null })), periods: ["answer", "closing", "notice", "further", "decision", "obey", "review"].map((step) => ({ step, begins: step === "answer" ? "2026-02-12" : null, set: step === "answer" ? "2026-03-26" : null })), holidays: [{ day: "2026-02-16" }] }, // prettier-ignore
    }),
  },
  productName: { page: "settings of the report", told: () => ({ values: ["Shirt"] }) },
  identifiers: {
    page: "settings of the report",
    told: () => ({ tables: { identifiers: FOLDER["identifiers"]!.split("\n").map((identifier) => ({ identifier })) } }),
  },
  chainMap: {
    page: "table of suppliers",
    told: async (at) => {
      const all = await lines(at);
      return { values: [all.length], tables: { chainMap: all.map(({ name, workers }) => ({ supplier: name, workers })) } }; // prettier-ignore
    },
  },
  riskThen: {
    page: "table of suppliers",
    told: async (at) => {
      const levels = await levelsOf(at);
      const rows = (await lines(at)).map(({ name, level, score }) => ({ supplier: name, level: wordOf(LEVEL_CODES, level), score: tenth(score) })); // prettier-ignore
      return { bars: { riskLevels: levels }, tables: { riskThen: rows } };
    },
  },
  stateMarker: {
    page: "table of suppliers",
    told: async (at) => {
      const all = await lines(at);
      return { values: [`${all.filter(({ floors }) => floors & (1 << FLOORS.indexOf("stateImposed"))).length}/${all.length}`] }; // prettier-ignore
    },
  },
  listChecks: { page: "queue of pairs", told: async (at) => ({ values: await listed(at) }) },
  done: {
    page: "rows of all that was done",
    told: async (at, report) => {
      const { rows } = pointIn(report, "done").tables[0]!;
      const days = rows.map(([first]) => (first?.is === "day" ? first.day : ""));
      // Of answers it says how many: in this workspace each was told on a day of its own.
      const told = rows.map((row) => (plain(row[2]!) === "answers" ? 1 : plain(row[3]!)));
      return { values: [await done(at)], tables: { done: days.toSorted().map((day, index) => ({ day, told: told[index]! })) } }; // prettier-ignore
    },
  },
  noneTaken: {
    page: "table of suppliers; follow-up",
    told: async (at) => {
      const { all, none } = await risks(at);
      return { values: [`${all.length - none.length}/${all.length}`], tables: { noneTaken: none.map((supplier) => ({ supplier })) } }; // prettier-ignore
    },
  },
  verified: {
    page: "follow-up, actions",
    told: async (at) => {
      const { actions } = await page(at, "actions");
      const states = tally(actions, ({ state }) => state);
      return { values: [`${states["verified"]}/${actions.length}`], bars: { actionsByState: asBars(ACTION_STATES, states) } }; // prettier-ignore
    },
  },
  remedyOf: { page: "follow-up, repayments", told: async (at) => ({ values: [], tables: { remedyOf: await moneyRows(at) } }) }, // prettier-ignore
  supplierAnswers: {
    page: "answers of each supplier",
    told: async (at, report) => {
      const answers = await answersNow(at);
      const order = pointIn(report, "supplierAnswers").tables[0]!.rows.map(([name]) => (name?.is === "text" ? name.text : "")); // prettier-ignore
      return { values: [`${answers.size}/${(await lines(at)).length}`], tables: { supplierAnswers: order.map((supplier) => ({ supplier, answers: Object.keys(answers.get(supplier) ?? {}).length })) } }; // prettier-ignore
    },
  },
  unknowns: {
    page: "overview; answers of each supplier",
    told: async (at) => {
      const { suppliers } = (await page(at, "overview")).numbers;
      const levels = await levelsOf(at);
      const unscored = levels["listed"]! + levels["placed"]!;
      return { tables: { unknowns: [...(await gapRows(at)), { what: "score", of: `${unscored}/${suppliers}` }, { what: "answer", of: `${suppliers - (await answersNow(at)).size}/${suppliers}` }] } }; // prettier-ignore
    },
  },
  documents: {
    page: "rows: documents that were not taken back",
    told: async (at) => {
      const kept = (await rowsOf(at, "evidence")).filter(({ undoneAt }) => undoneAt === null);
      return { values: [kept.length], tables: { documents: kept.map(({ issuedOn }) => ({ issued: issuedOn })) } };
    },
  },
};

const pointIn = ({ sections }: Report, id: string) => sections.flatMap(({ points }) => points).find((point) => point.id === id)!; // prettier-ignore

const asksOf = (table: string, ids: readonly string[]): Compared => ({
  page: "rows: questions, which nobody has answered yet",
  told: () => ({ tables: { [table]: ids.map((question) => ({ question })) } }),
});

export const OF_QUESTIONS: Readonly<Record<string, Compared>> = {
  espdFor: { page: "settings of the report", told: () => ({ values: [ASKED["purpose"]!] }) },
  // A report on sustainability, and a firm of up to 1,000 people.
  espdRefusal: { page: "settings of the report", told: () => ({ values: ["may"] }) },
  espdFrame: {
    page: "settings of the report; check",
    told: async (at) => {
      const { lot } = await check(at);
      return { tables: { espdFrame: [["bidder", "Birch Mill Ltd"], ["buyer", lot.buyer], ["reference", `${lot.reference} ${lot.name}`], ["employees", Number(ASKED["employees"])], ["asker", ASKED["asker"]!], ["answerBy", ASKED["answerBy"]!], ["version", ESPD_VERSIONS.join(", ")]].map(([what, told]): Row => ({ what: what as string, told: told as Plain })) } }; // prettier-ignore
    },
  },
  answerCarries: { page: "rows: parts of an answer", told: () => ({ values: [...ANSWER_CARRIES] }) },
  recruitmentCore: asksOf("recruitmentCore", CORE_QUESTIONS),
  operatorQuestions: asksOf("operatorQuestions", Object.keys(OPERATOR_QUESTIONS)),
  coreQuestions: asksOf("coreQuestions", Object.keys(GROUND_QUESTIONS)),
  moreQuestions: asksOf("moreQuestions", Object.keys(MORE_QUESTIONS)),
  supplement: asksOf("supplement", SUPPLEMENT),
  knownSteps: {
    page: "check",
    told: async (at) => {
      const { status } = await check(at);
      const { steps } = (await memoOf(at.db, at.owner, at.checkId)).record;
      const asked = Object.values(ESPD_QUESTIONS).flatMap((question) => steps.filter(({ id }) => (question.steps as readonly string[]).includes(id)).map(({ id }) => id)); // prettier-ignore
      const answers = asked.filter((id) => status.answers[id]);
      return { values: [answers.length], tables: { knownSteps: asked.map((id) => ({ result: status.answers[id]?.result ?? null })) } }; // prettier-ignore
    },
  },
  knownCircle: {
    page: "check",
    told: async (at) => {
      const { firms } = (await check(at)).status;
      return { values: [firms.length], tables: { knownCircle: firms.map(({ firm }) => ({ firm: firm.name })) } };
    },
  },
  knownAnswers: {
    page: "answers of the supplier",
    told: async (at) => {
      const told = Object.keys((await answersNow(at)).get("Birch Mill Ltd") ?? {});
      return { values: [told.length], tables: { knownAnswers: told.map((field) => ({ field })) } };
    },
  },
  knownLists: {
    page: "check",
    told: async (at) => {
      const found = (await check(at)).status.candidates.filter(({ decided }) => decided?.decision === "match");
      return { values: [found.length], tables: { knownLists: found.map(({ list }) => ({ list: list.title })) } }; // prettier-ignore
    },
  },
  knownAuthority: {
    page: "follow-up, findings",
    told: async (at) => {
      const ours = (await page(at, "findings")).filter(({ source, supplier, isTakenBack }) => !isTakenBack && ["authority", "court"].includes(source) && ["Birch Mill Ltd", "Vale Legal Ltd"].includes(supplier!.name)); // prettier-ignore
      return { values: [ours.length], tables: { knownAuthority: ours.map(({ source, foundOn, status }) => ({ source, day: foundOn, status })) } }; // prettier-ignore
    },
  },
  knownActions: {
    page: "supplier, what is followed up",
    told: async (at) => {
      const remedy = (await supplierRemedy(at.db, at.owner, at.line("Birch Mill Ltd").supplierNo, A_DAY.toISOString().slice(0, 10)))!; // prettier-ignore
      const open = remedy.actions.filter(({ action: { state } }) => state !== "verified" && state !== "not-achieved");
      return { values: [open.length], tables: { knownActions: open.map(({ action }) => ({ due: action.dueOn, state: action.state })) } }; // prettier-ignore
    },
  },
};
