import type { Database, Scope } from "../../../../db/database";
import { evidenceAbout, listEvidence } from "../../../../db/queries/evidence";
import { publishedGeneration } from "../../../../db/queries/generations";
import { mergesInForce, numbersOf, standingFor } from "../../../../db/queries/merges";
import { findGeneration, linesOf as registerLinesOf, type RegisterLine } from "../../../../db/queries/register";
import { supplierNoOf } from "../../../../db/ids";
import { topSuppliers } from "../../../../db/queries/top-suppliers";
import type { SignedAction } from "../../../../db/queries/remedy";
import { ACTION_STATES } from "../../../../db/schema/remedy";
import { LEVEL_CODES, wordOf } from "../../../../db/schema/codes";
import { FLOORS, LEVELS } from "../../../../risk-models/types";
import { linesOf, type Facts } from "../../../reports/facts";
import { code, count, day, known, money, share, text, type Cell } from "../../../reports/model";
import { MOST_TOP_ROWS } from "../../../reports/register-report";
import { clockRows } from "../../../reports/response-clock";
import type { Filled, Fillings } from "../../../reports/template";
import { shownTotals } from "../../remedy/ledgers.server";
import { dayOf } from "../../scoring/assessor.server";
import { listMatches } from "./looked-facts.server";
import { bandCell, levelCell, nameCell, placeCell, rangeCell, reasonsCell, roleCell, scoreCell } from "./line-cells";
import { outsideAnswers } from "./outside-answers.server";
import { doneRows } from "./response-trail.server";
import { about, standingAtEnd } from "./standing.server";
import type { Fill } from ".";

/** The suppliers a folder is about, as the list has them; `all`: how many there are where not every one is in `lines`. */
export interface Chosen {
  readonly lines: readonly RegisterLine[];
  readonly all: number;
  /** With those merged into them; null: the whole list. */
  readonly numbers: readonly number[] | null;
}

/** The folder, as the records stood at the end of the period: about the suppliers that were entered, or about the whole list where none was. */
export const fillResponse: Fill = async (db, scope, { settings, now }) => {
  const { facts, subject } = settings;
  const chosen = await chosenSuppliers(db, scope, facts);
  const standing = about(await standingAtEnd(db, scope, settings, now), chosen.numbers);
  const totals = shownTotals(standing.groups, settings.to);
  const [done, documents, answers] = await Promise.all([
    doneRows(db, scope, chosen, standing, settings),
    documentsOf(db, scope, chosen),
    answersTable(db, scope, chosen),
  ]);
  return {
    ...entered(facts, subject?.name ?? "", dayOf(now)),
    ...chainOf(chosen),
    listChecks: await listMatches(db, scope),
    done: { values: [count(done.length)], tables: { done: { rows: done } } },
    verified: verifiedOf(standing.actions),
    remedyOf: {
      values: totals.length === 0 ? null : [],
      tables: {
        remedyOf: {
          rows: totals.map(({ currency, owed, paid, confirmed }): Cell[] => [
            text(currency),
            money(owed, currency),
            money(paid, currency),
            money(confirmed, currency),
          ]),
        },
      },
    },
    supplierAnswers: chosen.all > 0 ? answers.filled : { values: null },
    unknowns: chosen.all > 0 ? unknownsOf(chosen, answers.answered) : { values: null },
    documents,
  };
};

async function chosenSuppliers(db: Database, scope: Scope, facts: Facts): Promise<Chosen> {
  const generation = await publishedGeneration(db, scope);
  const became = standingFor(await mergesInForce(db, scope));
  const asked = [
    ...new Set(
      linesOf(facts["suppliers"])
        .flatMap((id) => supplierNoOf(id) ?? [])
        .map((no) => became.get(no) ?? no),
    ),
  ];
  if (asked.length === 0) {
    const found = generation === null ? null : await findGeneration(db, scope, generation);
    const lines = found ? await topSuppliers(db, scope, found.no, MOST_TOP_ROWS) : [];
    return { lines, all: Math.max(lines.length, found?.suppliers ?? 0), numbers: null };
  }
  const lines = generation === null ? [] : await registerLinesOf(db, scope, generation, asked);
  const numbers = (await Promise.all(asked.map((no) => numbersOf(db, scope, no)))).flat();
  return { lines, all: lines.length, numbers };
}

/** What was entered. Pure. */
function entered(facts: Facts, product: string, today: string): Fillings {
  const told = (rows: readonly (readonly [string, Cell])[]): Cell[][] => rows.flatMap(([what, cell]) => (cell === null ? [] : [[code("response-fact", what), cell]])); // prettier-ignore
  const words = (...ids: readonly string[]) => ids.map((id): readonly [string, Cell] => [id, known(facts[id], text)]);
  const request = told([...words("authority", "caseReference"), ["requestedOn", known(facts["requestedOn"], day)], ["dueOn", known(facts["dueOn"], day)], ...words("contact", "language")]); // prettier-ignore
  const { position, suspectPart } = facts;
  return {
    request: request.length === 0 ? { values: null } : { values: [], tables: { request: { rows: request } } },
    clock:
      facts["requestedOn"] === undefined && facts["dueOn"] === undefined
        ? { values: null }
        : { values: [], tables: { clock: { rows: clockRows(facts, today) } } },
    productFacts: {
      values: [],
      tables: {
        productFacts: {
          rows: told([["product", known(product, text)], ...linesOf(facts["identifiers"]).map((line): readonly [string, Cell] => ["identifiers", text(line)])]), // prettier-ignore
        },
      },
    },
    position: { values: position === undefined ? null : [code("chain-position", position)] },
    suspectPart: { values: suspectPart === undefined ? null : [text(suspectPart)] },
  };
}

/** The chain and its risk, supplier by supplier. Pure. */
function chainOf({ lines, all }: Chosen): Fillings {
  const levels = lines.map(({ level }) => wordOf(LEVEL_CODES, level));
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
          count: levels.filter((one) => one === level).length,
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

/** Who answered how much, and when last; not who said it, as in `answerRow`. */
async function answersTable(db: Database, scope: Scope, { lines }: Chosen) {
  const byNo = new Map<number, { answers: number; last: string }>();
  for (const { supplierNo, recordedAt } of await outsideAnswers(db, scope)) {
    const found = byNo.get(supplierNo) ?? { answers: 0, last: "" };
    found.answers++;
    found.last = dayOf(recordedAt) > found.last ? dayOf(recordedAt) : found.last;
    byNo.set(supplierNo, found);
  }
  const answered = lines.filter(({ supplierNo }) => byNo.has(supplierNo));
  const filled: Filled = {
    values: [share(answered.length, lines.length)],
    tables: {
      supplierAnswers: {
        rows: answered.map((line): Cell[] => {
          const { answers, last } = byNo.get(line.supplierNo)!;
          return [nameCell(line), count(answers), day(last)];
        }),
      },
    },
  };
  return { filled, answered: answered.length };
}

/** What is not known of the suppliers that are named. Pure. */
function unknownsOf({ lines }: Chosen, answered: number): Filled {
  const without = (isKnown: (line: RegisterLine) => boolean): Cell =>
    share(lines.filter((line) => !isKnown(line)).length, lines.length);
  const rows: readonly (readonly [string, Cell])[] = [
    ["seat", without(({ seat }) => seat !== null)],
    ["placeOfWork", without(({ placeOfWork }) => placeOfWork !== null)],
    ["origin", without(({ origin }) => origin !== null)],
    ["sector", without(({ isic }) => isic !== null)],
    ["score", without(({ score }) => score !== null)],
    ["answer", share(lines.length - answered, lines.length)],
  ];
  return {
    values: [],
    tables: { unknowns: { rows: rows.map(([what, of]) => [code("unknown-of", what), of]) } },
  };
}

const MOST_DOCUMENTS = 1000;

/** Documents that are kept about the suppliers and not taken back, with their hashes. Confidential ones stand in it: so is the folder. */
async function documentsOf(db: Database, scope: Scope, { lines, numbers }: Chosen): Promise<Filled> {
  const found =
    numbers === null
      ? await listEvidence(db, scope, MOST_DOCUMENTS)
      : (await Promise.all(lines.map(({ supplierNo }) => evidenceAbout(db, scope, supplierNo)))).flat();
  const kept = found.filter(({ undoneAt }) => undoneAt === null);
  return {
    values: [count(kept.length)],
    tables: {
      documents: {
        rows: kept.map((one): Cell[] => [
          text(one.shows),
          text(one.issuer),
          known(one.issuedOn, day),
          text(one.sha256),
        ]),
      },
    },
  };
}
