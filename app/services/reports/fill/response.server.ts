import type { Database, Scope } from "../../../../db/database";
import { namesOfUsers } from "../../../../db/names-of-users";
import { evidenceAt } from "../../../../db/queries/evidence";
import type { RegisterLine } from "../../../../db/queries/register";
import { supplierNoOf } from "../../../../db/ids";
import { topSuppliers } from "../../../../db/queries/top-suppliers";
import type { SignedAction } from "../../../../db/queries/remedy";
import { ACTION_STATES } from "../../../../db/schema/remedy";
import { LEVEL_CODES, wordOf } from "../../../../db/schema/codes";
import { GAPS, type Gap } from "../../../../risk-models";
import { FLOORS, LEVELS, type Level } from "../../../../risk-models/types";
import { linesOf, type Facts } from "../../../reports/facts";
import { code, count, day, known, share, text, type Cell, type Value } from "../../../reports/model";
import { MOST_TOP_ROWS } from "../../../reports/register-report";
import { CLOCK_DAYS, clockRows, periodRows } from "../../../reports/response-clock";
import type { Filled, Fillings } from "../../../reports/template";
import { isTold, rememberGaps } from "../../overview/line-gaps";
import type { OverviewView } from "../../overview/overview.server";
import { dayOf } from "../../scoring/assessor.server";
import { engineOfList } from "../../scoring/kept-data.server";
import { toldLines, type ToldList } from "../told-list.server";
import type { SharedFacts } from "./shared-facts.server";
import { listMatches } from "./looked-facts.server";
import { bandCell, levelCell, nameCell, placeCell, rangeCell, reasonsCell, roleCell, scoreCell } from "./line-cells";
import { answersInForce, outsideAnswers, type OutsideAnswer } from "./outside-answers.server";
import { leftOut } from "./follow-up-facts.server";
import { moneyFilled } from "./money-facts";
import { answeredRisks, risksOf } from "./response-risks";
import { guidelinesOf, linksFilled, responseMore } from "./response-more.server";
import { doneRows } from "./response-trail.server";
import { about, endOfPeriod, standingAtEnd } from "./standing.server";
import type { Fill } from "./fill";

/** The suppliers a folder is about, as the list has them; `all`: how many there are where not every one is in `lines`. */
export interface Chosen {
  readonly lines: readonly RegisterLine[];
  readonly all: number;
  /** Of all of them, how many have each level. */
  readonly levels: ReadonlyMap<Level, number>;
  /** With those merged into them; null: the whole list. */
  readonly numbers: readonly number[] | null;
  /** The list that is told of. */
  readonly list: ToldList;
}

/** The folder, as the records stood at the end of the period: about the suppliers that were entered, or about the whole list where none was. */
export const fillResponse: Fill = async (db, scope, { settings, now, shared }) => {
  const { facts, subject } = settings;
  const end = endOfPeriod(settings, now);
  const [chosen, all, given] = await Promise.all([
    chosenSuppliers(db, scope, facts, shared),
    standingAtEnd(db, scope, settings, now),
    shared.told().then((list) => outsideAnswers(db, scope, end, list)),
  ]);
  const standing = about(all, chosen.numbers);
  const { became } = chosen.list;
  const risks = risksOf(chosen.lines, standing, became);
  const people = await namesOfUsers(
    db,
    [...standing.findings, ...standing.actions].map(({ recordedBy }) => recordedBy),
  );
  const [names, done, documents, answers] = await Promise.all([
    shared.names([...risks.keys()]),
    doneRows(shared, chosen, standing, settings, given, people),
    documentsOf(db, scope, chosen, end),
    answersTable(db, scope, chosen, given),
  ]);
  return {
    ...entered(facts, subject?.name ?? "", dayOf(now)),
    ...chainOf(chosen),
    listChecks: await listMatches(shared),
    done: { values: [count(done.length)], tables: { done: { rows: done } } },
    noneTaken: answeredRisks(risks, standing, became, names),
    legalBasis: guidelinesOf(done.length),
    chainLinks: chosen.all > 0 ? linksFilled(chosen.lines) : { values: null },
    ...(await responseMore(db, scope, { lines: chosen.lines, settings, now, standing, shared })),
    verified: verifiedOf(standing.actions),
    remedyOf: moneyFilled("remedyOf", standing.groups, settings.to, leftOut(standing, "groups")),
    supplierAnswers: chosen.all > 0 ? answers.filled : { values: null },
    unknowns: chosen.all > 0 ? unknownsOf(chosen, await gapsOfChosen(db, scope, chosen, await shared.list()), answers.answered) : { values: null }, // prettier-ignore
    documents,
  };
};

/** @param most lines that are read of a list of which no supplier was chosen: those to look at first. */
export async function chosenSuppliers(
  db: Database,
  scope: Scope,
  facts: Facts,
  shared: Pick<SharedFacts, "list" | "told">,
  most = MOST_TOP_ROWS,
): Promise<Chosen> {
  const [list, told] = await Promise.all([shared.list(), shared.told()]);
  const { generation, became, linesThen } = told;
  const asked = new Set(
    linesOf(facts["suppliers"])
      .flatMap((id) => supplierNoOf(id) ?? [])
      .map((no) => became.get(no) ?? no),
  );
  if (asked.size === 0) {
    const lines = generation === null ? [] : await topSuppliers(db, scope, generation, most, linesThen);
    const all = Math.max(lines.length, list?.generation.suppliers ?? 0);
    const levels = list && all > lines.length ? new Map(list.numbers.levels.map(({ level, suppliers }) => [level, suppliers])) : levelsOf(lines); // prettier-ignore
    return { lines, all, levels, numbers: null, list: told };
  }
  const lines = await toldLines(db, scope, told, [...asked]);
  const numbers = [...asked, ...[...became].flatMap(([from, into]) => (asked.has(into) ? [from] : []))];
  return { lines, all: lines.length, levels: levelsOf(lines), numbers, list: told };
}

/** How many of these lines have each level. Pure. */
const levelsOf = (lines: readonly RegisterLine[]): ReadonlyMap<Level, number> =>
  new Map(
    LEVELS.map((level) => [level, lines.filter((line) => wordOf(LEVEL_CODES, line.level) === level).length] as const),
  );

/** What was entered. Pure. */
function entered(facts: Facts, product: string, today: string): Fillings {
  const told = (id: string, made: (entered: string) => Value): Filled => {
    const cell = known(facts[id], made);
    return { values: cell && [cell] };
  };
  const identifiers = linesOf(facts["identifiers"]);
  return {
    ...Object.fromEntries(["authority", "caseReference", "contact", "language", "suspectPart"].map((id) => [id, told(id, text)])), // prettier-ignore
    ...Object.fromEntries(["requestedOn", "dueOn"].map((id) => [id, told(id, day)])),
    position: told("position", (one) => code("chain-position", one)),
    clock: CLOCK_DAYS.every((id) => facts[id] === undefined)
      ? { values: null }
      : {
          values: [],
          tables: {
            clock: { rows: clockRows(facts, today) },
            periods: { rows: periodRows(facts) },
            holidays: { rows: linesOf(facts["holidays"]).map((line) => [day(line)]) },
          },
        },
    productName: { values: product === "" ? null : [text(product)] },
    identifiers:
      identifiers.length === 0
        ? { values: null }
        : { values: [], tables: { identifiers: { rows: identifiers.map((line) => [text(line)]) } } },
  };
}

/** The chain and its risk, supplier by supplier. Pure. */
export function chainOf({ lines, all, levels }: Chosen): Fillings {
  const imposed = lines.filter(({ floors }) => floors & (1 << FLOORS.indexOf("stateImposed"))).length;
  const none: Filled = { values: null };
  if (all === 0) return { chainMap: none, riskThen: none, stateMarker: none };
  return {
    chainMap: {
      values: [count(all)],
      tables: {
        chainMap: {
          all,
          rows: lines.map((line): Cell[] => [
            nameCell(line),
            roleCell(line),
            placeCell(line, "seat"),
            placeCell(line, "placeOfWork"),
            placeCell(line, "origin"),
            known(line.product, text),
            known(line.tier, text),
            known(line.workers, count),
          ]),
        },
      },
    },
    riskThen: {
      values: [],
      bars: {
        riskLevels: LEVELS.toReversed().map((level) => ({
          label: code("level", level),
          count: levels.get(level) ?? 0,
        })),
      },
      tables: {
        riskThen: {
          all,
          rows: lines.map((line): Cell[] => [
            nameCell(line),
            levelCell(line),
            bandCell(line),
            scoreCell(line),
            rangeCell(line),
            reasonsCell(line),
          ]),
        },
      },
    },
    stateMarker: { values: [share(imposed, lines.length)] },
  };
}

function verifiedOf(actions: readonly SignedAction[]): Filled {
  return {
    values: [share(actions.filter(({ state }) => state === "verified").length, actions.length)],
    bars: {
      actionsByState: ACTION_STATES.map((state) => ({
        label: code("action-state", state),
        count: actions.filter((one) => one.state === state).length,
      })),
    },
  };
}

/** Who of all suppliers the folder is about has how many answers in force, and of when the last is, as a report may tell it; not who said it, as in `answerRow`. */
export async function answersTable(
  db: Database,
  scope: Scope,
  { lines, all, numbers, list }: Chosen,
  given: readonly OutsideAnswer[],
) {
  const byNo = answersInForce(given);
  const answered =
    numbers === null
      ? await toldLines(db, scope, list, [...byNo.keys()])
      : lines.filter(({ supplierNo }) => byNo.has(supplierNo));
  const filled: Filled = {
    values: [share(answered.length, all)],
    tables: {
      supplierAnswers: {
        all: answered.length,
        rows: answered.slice(0, MOST_TOP_ROWS).map((line): Cell[] => {
          const answers = byNo.get(line.supplierNo) ?? [];
          const last = answers.map(({ recordedAt }) => dayOf(recordedAt)).sort().at(-1) ?? null; // prettier-ignore
          return [nameCell(line), count(answers.length), known(last, day)];
        }),
      },
    },
  };
  return { filled, answered: answered.length };
}

/** How many of the suppliers lack what, by the rule of the overview; null: it is not counted yet. */
type Lacking = ReadonlyMap<Gap, number>;

/** Of a whole list as it was counted; of chosen suppliers from their lines. */
async function gapsOfChosen(
  db: Database,
  scope: Scope,
  { lines, numbers }: Chosen,
  list: OverviewView | null,
): Promise<Lacking | null> {
  if (list === null) return null;
  if (numbers === null)
    return list.numbers.gaps && new Map(list.numbers.gaps.map(({ gap, lacking }) => [gap, lacking]));
  const engine = await engineOfList(db, list.generation.dataDate, list.generation);
  const gapsOf = rememberGaps(engine);
  const found = lines.flatMap((line) => gapsOf(line, isTold(engine, line)).map(({ gap }) => gap));
  return new Map(GAPS.map((gap) => [gap, found.filter((one) => one === gap).length]));
}

/** What is not known of the suppliers of the folder. Pure. */
function unknownsOf({ all, levels }: Chosen, lacking: Lacking | null, answered: number): Filled {
  const unscored = (levels.get("listed") ?? 0) + (levels.get("placed") ?? 0);
  const rows: Cell[][] = [
    ...GAPS.map((gap): Cell[] => [code("gap", gap), lacking && share(lacking.get(gap) ?? 0, all)]),
    [code("unknown-of", "score"), share(unscored, all)],
    [code("unknown-of", "answer"), share(all - answered, all)],
  ];
  return { values: [], tables: { unknowns: { rows } } };
}

const MOST_DOCUMENTS = 1000;

/** Documents that were kept about the suppliers and not taken back at an instant, with their hashes. Confidential ones stand in it: so is the folder. */
async function documentsOf(db: Database, scope: Scope, { numbers }: Chosen, end: Date): Promise<Filled> {
  const { rows, all } = await evidenceAt(db, scope, end, { numbers, limit: MOST_DOCUMENTS });
  return {
    values: [count(all)],
    tables: {
      documents: {
        all,
        rows: rows.map((one): Cell[] => [
          text(one.shows),
          text(one.issuer),
          known(one.issuedOn, day),
          text(one.sha256),
        ]),
      },
    },
  };
}
