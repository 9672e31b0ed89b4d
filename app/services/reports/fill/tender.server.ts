import { GROUNDS } from "../../../checks/grounds";
import type { FrozenCheck } from "../../../checks/record";
import { code, count, dated, day, dayOrText, known, money, text, type Cell, type Value } from "../../../reports/model";
import type { Fillings } from "../../../reports/template";
import { tender } from "../../../reports/templates/tender";
import { memoOf } from "../../checks/memo.server";
import type { Fill } from "./fill";
import { demandAnnexOf } from "./demand.server";
import { tenderMore } from "./tender-more.server";
import { inCheck, signed, stepRows } from "./tender-steps";

/** What the frozen record of the check says, and how we buy: nothing of other bidders, contracts or suppliers. */
export const fillTender: Fill = async (db, scope, { settings, shared }) => {
  const { record, checkId } = await memoOf(db, scope, settings.subject?.id ?? "");
  const [annex, more] = await Promise.all([
    demandAnnexOf(db, scope, settings, tender, null, shared),
    tenderMore(db, scope, record, checkId, shared),
  ]);
  return { ...annex, ...more, ...fillingsOfRecord(record), lot: { ...lotFacts(record), evidence: [checkId] } };
};

/** Two columns; what is not known stays out. */
const facts = (rows: readonly (readonly [string, Cell])[]): Cell[][] =>
  rows.flatMap(([what, told]) => (told === null ? [] : [[code("check-fact", what), told]]));

/** Amounts of the calculator are numbers with two decimals. */
const amount = (value: number | null | undefined, currency: string | null): Cell =>
  known(value, (one) => money(BigInt(Math.round(one * 100)) * 100n, currency ?? ""));

/** An amount as it was entered; in the words it was entered in where it is none. */
function valueOf(entered: string, currency: string): Value {
  const found = /^(\d{1,20})(?:\.(\d{1,4}))?$/u.exec(entered);
  return found ? money(`${found[1]}${(found[2] ?? "").padEnd(4, "0")}`, currency) : text(`${entered} ${currency}`.trim()); // prettier-ignore
}

const lotFacts = ({ lot, stage, fileNo, filed, bidder }: FrozenCheck) => ({
  values: [],
  tables: {
    lotFacts: {
      rows: facts([
        ["bidder", text(bidder)],
        ["buyer", known(lot.buyer, text)],
        ["reference", known(lot.reference, text)],
        ["name", known(lot.name, text)],
        ["subject", known(lot.subject, text)],
        ["cpv", known(lot.cpv, text)],
        ["value", known(lot.value, (value) => valueOf(value, lot.currency ?? ""))],
        ["regime", code("regime", lot.regime)],
        ["stage", code("stage", stage)],
        ["fileNo", known(fileNo, count)],
        ["filed", known(filed && filed.at.slice(0, 10), day)],
      ]),
    },
  },
});

/** Nobody wrote it, though there was room: known to be empty. */
const UNSAID: Value = code("said", "none");
/** There is nothing to be said. */
const NOTHING: Value = code("dash", "none");

/** Pure. */
export function fillingsOfRecord(record: FrozenCheck): Fillings {
  const { fileNo, circle, steps, facts: told, floor, decisions } = record;
  // What was not put to the bidder supports nothing, and has no place in a file of decisions about it.
  const put = told.filter((fact) => fact.put !== null);
  const lists = [
    ...new Map(
      circle
        .flatMap(({ compared }) => compared?.lists ?? [])
        .map((list) => [`${list.listId} ${list.date}`, list] as const),
    ).values(),
  ];
  return {
    firms: {
      values: [count(circle.length)],
      tables: {
        circle: {
          rows: circle.map((firm): Cell[] => [
            text(firm.name),
            code("firm-kind", firm.kind),
            known(firm.country, (one) => code("country", one)),
            known(firm.identifier, text),
            known(firm.compared?.at.slice(0, 10), day),
            count(firm.matches.length),
          ]),
        },
      },
    },
    listed: {
      values: lists.length === 0 ? null : [count(lists.length)],
      tables: {
        lists: {
          rows: lists.map((list): Cell[] => [
            text(list.title),
            known(list.date, dayOrText),
            known(list.readOn, day),
            known(
              circle
                .flatMap(({ name, matches }) =>
                  matches
                    .filter((match) => match.list.listId === list.listId)
                    .map((match) => `${name}: ${match.entry}`),
                )
                .join("; "),
              text,
            ) ?? code("listed", "none"),
          ]),
        },
      },
    },
    steps: {
      values: [count(steps.filter(({ answer }) => answer !== null).length)],
      tables: {
        steps: {
          rows: stepRows(record),
        },
      },
    },
    facts: {
      values: [count(put.length)],
      tables: {
        facts: {
          rows: put.map((fact): Cell[] => [
            text(fact.text),
            known(fact.source, (source) => dated(source, fact.sourceOn)),
            known(fact.put?.putOn, day),
            known(fact.answer?.answer, text),
          ]),
        },
      },
    },
    floor: floor
      ? {
          values: [],
          tables: {
            floor: {
              rows: facts([
                ["price", amount(floor.input.price, floor.input.currency)],
                ["hours", known(floor.input.hours, (one) => ({ is: "number", number: one }))],
                ["wage", amount(floor.input.hourlyWage, floor.input.currency)],
                ["onCosts", known(floor.input.onCosts, (one) => text(`${one} %`))],
                ["wageSource", known(floor.input.wageSource, (source) => dated(source, floor.input.wageSourceOn))], // prettier-ignore
                ["labourCost", amount(floor.answer.floor?.labourCost, floor.input.currency)],
                ["left", amount(floor.answer.floor?.left, floor.input.currency)],
                ["gap", amount(floor.answer.floor?.gap, floor.input.currency)],
                ["who", signed(floor)],
              ]),
            },
          },
        }
      : { values: null },
    decisions: {
      values: [count(decisions.length)],
      tables: {
        decisions: {
          rows: decisions.map((one): Cell[] => [
            code("check-decision", one.kind),
            known(one.reasons, text) ?? UNSAID,
            known([one.terms, one.derogation].filter((part) => part !== "").join("; "), text) ?? NOTHING,
            signed(one),
            code("second-member", secondOf(one)),
            one.second ? dated([one.second.by, one.second.note].filter(Boolean).join(": "), one.second.at.slice(0, 10)) : NOTHING, // prettier-ignore
          ]),
        },
      },
    },
    exclusion: exclusionOf(decisions, fileNo),
  };
}

/** What a second member said to a decision, as the page of the check has it; `none`: only an exclusion needs one. */
function secondOf({ kind, second }: FrozenCheck["decisions"][number]): string {
  if (second !== null) return second.agreed ? "agreed" : "refused";
  return kind === "exclude" ? "waits" : "none";
}

/** Of the last exclusion to which a second member agreed, its parts; that there is none where something else was decided. */
function exclusionOf(decisions: FrozenCheck["decisions"], fileNo: number | null): Fillings[string] {
  const last = decisions.findLast(({ exclusion, second }) => exclusion !== null && second?.agreed === true)?.exclusion;
  if (!last) return { values: decisions.length === 0 ? null : [code("excluded", "none")] };
  const ground = GROUNDS[last.ground];
  return {
    values: [],
    tables: {
      exclusion: {
        rows: facts([
          ["ground", ground.article === "" ? text(last.ground) : code("law-place", ground.article)],
          ...(ground.mandatory
            ? ([["conviction", inCheck(fileNo)]] as const)
            : ([
                ["court", known(last.court, text)],
                ["convictionOn", known(last.convictionOn, day)],
                ["proof", known(last.proof, text)],
              ] as const)),
          ["hearingOn", known(last.hearingOn, day)],
          ["hearingAnswer", known(last.hearingAnswer, text)],
          ["cleaning", known(last.cleaning.assessment, text)],
          ["proportionality", known(last.proportionality, text)],
          ["endsOn", known(last.endsOn, day)],
        ]),
      },
    },
  };
}
