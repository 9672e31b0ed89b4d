/** Early signs in what is answered of suppliers, and which of the ILO's indicators findings name. Pure. */
import { isLeftOut } from "../../../lib/disclosure";
import type { AccessClass } from "../../../../db/schema/findings";
import type { RecruitmentFacts } from "../../../../risk-models/facts";
import { code, codes, count, day, known, share, text, type Cell } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { nameCell } from "./line-cells";
import type { Standing } from "./standing.server";
import type { ToldLine } from "./stated-facts";

/** True: the answer is a sign; false: it is none; null: not known. */
type Sign = (facts: RecruitmentFacts) => boolean | null;
const yes = (answer: string | undefined, sign = "yes"): boolean | null =>
  answer === undefined || answer === "unknown" ? null : answer === sign;
/** One is enough; without one it is known only where one of them is. */
const either = (...all: readonly (boolean | null)[]): boolean | null =>
  all.includes(true) ? true : (all.find((one) => one !== null) ?? null);

/** By the field that names the question. */
const SIGNS = {
  feesPaidByWorkers: (r) => either(yes(r.feesPaidByWorkers), r.feePerWorkerUsd === undefined ? null : r.feePerWorkerUsd > 0), // prettier-ignore
  papersHeldBy: (r) => either(r.papersHeldBy === undefined || r.papersHeldBy === "unknown" ? null : r.papersHeldBy !== "worker", yes(r.passportRetention)), // prettier-ignore
  depositsHeld: (r) => yes(r.depositsHeld),
  wagesWithheld: (r) => yes(r.wagesWithheld),
  freedomToLeave: (r) => yes(r.freedomToLeave, "no"),
  debtMonthsOfPay: (r) => (r.debtMonthsOfPay === undefined ? null : r.debtMonthsOfPay > 0),
} as const satisfies Readonly<Record<string, Sign>>;
type EarlySign = keyof typeof SIGNS;
const EARLY_SIGNS = Object.keys(SIGNS) as EarlySign[];

/** The signs of one supplier, and of how many questions the answer is known. */
export function signsOf(facts: RecruitmentFacts): { readonly signs: readonly EarlySign[]; readonly known: number } {
  const answers = EARLY_SIGNS.map((sign) => [sign, SIGNS[sign](facts)] as const);
  return {
    signs: answers.filter(([, is]) => is === true).map(([sign]) => sign),
    known: answers.filter(([, is]) => is !== null).length,
  };
}

/** Of the suppliers that are named those with a sign, and question by question how many have it, have it not, or are not known. */
export function earlySigns(told: readonly ToldLine[]): Filled {
  const all = told.map(({ line, told: { r = {} } }) => ({ line, r, ...signsOf(r) }));
  const withSigns = all.filter(({ signs }) => signs.length > 0);
  return {
    values: [share(withSigns.length, all.length)],
    tables: {
      signCounts: {
        rows: EARLY_SIGNS.map((sign): Cell[] => {
          const of = (wanted: boolean | null) => all.filter(({ r }) => SIGNS[sign](r) === wanted).length;
          return [code("early-sign", sign), count(of(true)), count(of(false)), count(of(null))];
        }),
      },
      signs: {
        rows: withSigns.map(({ line, signs, known: answered }): Cell[] => [
          nameCell(line),
          codes("early-sign", signs),
          share(answered, EARLY_SIGNS.length),
        ]),
      },
    },
  };
}

/** Findings that stand and are not rejected, each with the indicators it names; those of a narrower class are counted elsewhere alone. */
export const indicatorHits = (
  findings: Standing["findings"],
  names: ReadonlyMap<number, string>,
  upTo: AccessClass,
): Cell[][] =>
  findings
    .filter((one) => one.status !== "rejected" && !isLeftOut(one, upTo))
    .map((one): Cell[] => [
      known(names.get(one.supplierNo), text),
      codes("indicator", one.indicators as readonly string[]),
      code("finding-source", one.source),
      day(one.foundOn),
      code("severity", one.severity),
      code("finding-status", one.status),
    ]);
