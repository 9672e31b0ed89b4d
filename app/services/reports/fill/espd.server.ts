import type { Database, Scope } from "../../../../db/database";
import { mergesAt, mergesInForce, numbersBy, standingFor } from "../../../../db/queries/merges";
import type { FrozenCheck } from "../../../checks/record";
import { CORE_QUESTIONS } from "../../../recruitment/questions";
import {
  ANSWER_CARRIES,
  ESPD_QUESTION_IDS,
  ESPD_QUESTIONS,
  ESPD_VERSIONS,
  GROUND_QUESTIONS,
  MORE_QUESTIONS,
  OPERATOR_QUESTIONS,
  refusalOf,
  SUPPLEMENT,
  type EspdQuestion,
  type Purpose,
} from "../../../reports/espd-questions";
import type { Facts } from "../../../reports/facts";
import { code, codes, count, day, dayOrText, known, text, type Cell } from "../../../reports/model";
import type { Fillings } from "../../../reports/template";
import { memoOf } from "../../checks/memo.server";
import { checkRecord } from "../../checks/check-record.server";
import { actionsOpenAt } from "./follow-up-facts.server";
import type { Fill } from "./fill";
import { about, endOfPeriod, standingAtEnd, type Period } from "./standing.server";
import { proofOf } from "./tender-steps";
import { answerRow, answersOf } from "./told-facts.server";

/** The questions to a bidder, and, in the variant that stays here, what the filed check and the records know. */
export const fillEspd: Fill = async (db, scope, { settings, variant, now, shared }) => {
  const checkId = settings.subject?.id ?? "";
  const [{ record }, { bidder }] = await Promise.all([memoOf(db, scope, checkId), checkRecord(db, scope, checkId)]);
  const asked = questionnaire(record, settings.facts);
  if (variant !== "known") return asked;
  return {
    ...asked,
    ...knownOfRecord(record),
    ...(await knownOfSupplier(db, scope, bidder.supplierNo, settings, now, shared.until)),
  };
};

/** Questions that are no part of the ESPD, with room for the answers. */
const ownRows = (ids: readonly string[]): Cell[][] =>
  ids.map((id) => [code("espd-question", id), code("espd-ask", id), code("espd-why", id), text("")]);

/** The field codes of a question, version by version. */
const codesOf = (fields: EspdQuestion["codes"]): string =>
  fields
    .map((field) =>
      ESPD_VERSIONS.flatMap((version) => (field[version] === null ? [] : `${version}: ${field[version]}`)).join(" · "),
    )
    .join("; ");

/** What is asked, with room for the answers. Pure. */
export function questionnaire({ lot, bidder }: Pick<FrozenCheck, "lot" | "bidder">, facts: Facts): Fillings {
  const purpose = (facts["purpose"] as Purpose | undefined) ?? null;
  const employees = facts["employees"] === undefined ? null : Number(facts["employees"]);
  const refusal = refusalOf(purpose, employees);
  const frame: readonly (readonly [string, Cell])[] = [
    ["bidder", text(bidder)],
    ["buyer", known(lot.buyer, text)],
    ["reference", known(`${lot.reference} ${lot.name}`.trim(), text)],
    ["employees", known(employees, count)],
    ["asker", known(facts["asker"], text)],
    ["answerBy", known(facts["answerBy"], day)],
    ["version", text(ESPD_VERSIONS.join(", "))],
  ];
  const rows = (questions: Readonly<Record<string, EspdQuestion>>): Cell[][] =>
    Object.entries(questions).map(([id, { part, codes: fields, holds }]) => [
      code("espd-question", id),
      code("espd-ask", id),
      codes("espd-holds", holds),
      text([part, codesOf(fields)].filter((one) => one !== "").join(", ")),
      text(""),
    ]);
  return {
    espdFor: { values: purpose && [code("espd-purpose", purpose)] },
    espdRefusal: { values: refusal && [code("espd-refusal", refusal)] },
    espdFrame: {
      values: [],
      tables: { espdFrame: { rows: frame.flatMap(([what, told]) => (told === null ? [] : [[code("espd-fact", what), told]])) } }, // prettier-ignore
    },
    answerCarries: { values: ANSWER_CARRIES.map((part) => code("espd-carries", part)) },
    recruitmentCore: { values: [], tables: { recruitmentCore: { rows: ownRows(CORE_QUESTIONS) } } },
    operatorQuestions: { values: [], tables: { operatorQuestions: { rows: rows(OPERATOR_QUESTIONS) } } },
    coreQuestions: { values: [], tables: { coreQuestions: { rows: rows(GROUND_QUESTIONS) } } },
    moreQuestions: { values: [], tables: { moreQuestions: { rows: rows(MORE_QUESTIONS) } } },
    supplement: { values: [], tables: { supplement: { rows: ownRows(SUPPLEMENT) } } },
  };
}

/** What the filed check looked at and found; a step that nobody answered is not known. Pure. */
export function knownOfRecord({ fileNo, steps, circle }: Pick<FrozenCheck, "fileNo" | "steps" | "circle">): Fillings {
  const all: Readonly<Record<string, EspdQuestion>> = ESPD_QUESTIONS;
  const looked = ESPD_QUESTION_IDS.flatMap((id) =>
    steps.filter((step) => all[id]!.steps.includes(step.id)).map((step) => ({ question: id, step })),
  );
  return {
    knownSteps: {
      values: [count(looked.filter(({ step }) => step.answer !== null).length)],
      tables: {
        knownSteps: {
          rows: looked.map(({ question, step: { id, law, answer } }): Cell[] => [
            code("espd-question", question),
            known(law?.article, (article) => code("law-place", article)) ?? code("check-step", id),
            known(answer?.result, (one) => code("step-of-check", one)),
            proofOf(id, answer, fileNo),
            known(answer?.sourceOn, day),
          ]),
        },
      },
    },
    knownCircle: {
      values: [count(circle.length)],
      tables: {
        knownCircle: {
          rows: circle.map((firm): Cell[] => [
            text(firm.name),
            code("firm-kind", firm.kind),
            known(firm.country, (one) => code("country", one)),
            known(firm.identifier, text),
          ]),
        },
      },
    },
    knownLists: {
      values: [count(circle.reduce((sum, { matches }) => sum + matches.length, 0))],
      tables: {
        knownLists: {
          rows: circle.flatMap(({ name, matches }) =>
            matches.map((match): Cell[] => [
              text(match.list.title),
              known(match.list.date, dayOrText),
              text(`${name}: ${match.entry}`),
            ]),
          ),
        },
      },
    },
  };
}

/** What the workspace's records told at the end of the period of the bidder where it is a supplier, and nothing that a model made of them; nothing of one that is none. */
async function knownOfSupplier(
  db: Database,
  scope: Scope,
  supplierNo: number | null,
  period: Period,
  now: Date,
  until: Date | null,
): Promise<Fillings> {
  if (supplierNo === null) return {};
  const merges = await (until === null ? mergesInForce(db, scope) : mergesAt(db, scope, until));
  const numbers = numbersBy(merges, standingFor(merges).get(supplierNo) ?? supplierNo);
  const [answers, standing] = await Promise.all([
    answersOf(db, scope, numbers, endOfPeriod(period, now)),
    standingAtEnd(db, scope, period, now),
  ]);
  const ofBidder = about(standing, numbers);
  const told = ofBidder.findings.filter(({ source }) => source === "authority" || source === "court");
  const open = actionsOpenAt(ofBidder, period);
  return {
    knownAnswers: { values: [count(answers.length)], tables: { knownAnswers: { rows: answers.map(answerRow) } } },
    knownAuthority: {
      values: [count(told.length)],
      tables: {
        knownAuthority: {
          rows: told.map((one): Cell[] => [
            code("finding-source", one.source),
            text(one.saidBy),
            day(one.foundOn),
            code("finding-status", one.status),
          ]),
        },
      },
    },
    knownActions: {
      values: [count(open.length)],
      tables: {
        knownActions: {
          rows: open.map((one): Cell[] => [text(one.title), known(one.dueOn, day), code("action-state", one.state)]),
        },
      },
    },
  };
}
