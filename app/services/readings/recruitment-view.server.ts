import type { Database, Scope } from "../../../db/database";
import type { Release } from "../../../db/queries/readings";
import { recentMoney } from "../../../db/queries/readings";
import { modelById, type RiskModel } from "../../../risk-models";
import { can } from "../../lib/permissions";
import type { OwnCorridor, OwnFeeRule } from "../../recruitment/corridors";
import type { Denomination } from "../../recruitment/money";
import { answeredOf, type Answered } from "../../recruitment/questions";
import { internalFacts } from "../../recruitment/protected-findings";
import { openReadings, type ListTold } from "../../recruitment/readings";
import { ownCorridors, ownFeeRules } from "../corridors/own-rows.server";
import { internalFindings, type InternalFinding } from "../findings/internal-findings.server";
import { ofKind } from "./record-readings.server";
import { readingsFor, releasesFor, type SignedAnswer } from "./readings-of.server";
import { findingsOfLine, listTold } from "./rescored-line";
import { ToldMoney } from "./stored-answers";
import { toldLine, type ToldLine } from "./told-line.server";
import { standingOf, type Standing } from "./try-answers";
import { internalView, outsideView, type AssessmentView } from "./views-of-supplier";

/** What the workspace itself recorded of corridors and fee rules, withdrawn rows among it. */
export interface OwnRows {
  readonly corridors: readonly OwnCorridor[];
  readonly rules: readonly OwnFeeRule[];
}

/** Computed when somebody looks who may, stored nowhere. */
export interface InternalAssessment {
  readonly view: AssessmentView;
  readonly standing: Standing;
  /** Told in confidence, each with what it does here or why it does nothing. */
  readonly findings: readonly InternalFinding[];
  /** The same assessment without them; null where none of them moves anything. */
  readonly without: Standing | null;
}

export interface RecruitmentView {
  readonly told: ToldLine;
  readonly model: RiskModel;
  readonly listTold: ListTold;
  /** Every reading that this reader may see, the oldest first. */
  readonly readings: readonly SignedAnswer[];
  readonly releases: readonly Release[];
  /** As everyone who may read the supplier sees it. */
  readonly outside: AssessmentView;
  /** With what is protected; null when there is nothing, or this reader may not see it. */
  readonly internal: InternalAssessment | null;
  readonly standing: Standing;
  readonly answered: Answered;
  readonly own: OwnRows;
}

/** What is known of a supplier's recruitment. @throws Problem `supplier.not-found` (404). */
export async function recruitmentView(db: Database, scope: Scope, supplierId: string): Promise<RecruitmentView> {
  const told = await toldLine(db, scope, supplierId);
  const { line, listReadings, day, engine } = told;
  const model = modelById(engine.model);
  if (!model) throw new Error(`No risk model ${engine.model} in this version`);
  const [readings, releases, corridors, rules, held] = await Promise.all([
    readingsFor(db, scope, line.supplierNo),
    releasesFor(db, scope, line.supplierNo),
    ownCorridors(db, scope),
    ownFeeRules(db, scope),
    internalFindings(db, scope, line.supplierNo),
  ]);
  const now = readings.filter(({ undoneAt }) => undoneAt === null);
  const supplier = { line, listReadings, listDay: day, findings: findingsOfLine(line) };
  const outside = outsideView(engine, supplier, now, day);
  const inConfidence = internalFacts(held);
  const answersToo = can(scope.role, "protected:read") && openReadings(now).length < now.length;
  const inside = (facts: typeof inConfidence) => internalView(engine, { ...supplier, inConfidence: facts }, now, day);
  const internal = answersToo || held.length > 0 ? inside(inConfidence) : null;
  return {
    told,
    model,
    listTold: listTold(listReadings, day),
    readings,
    releases,
    outside,
    internal: internal && {
      view: internal,
      standing: standingOf(internal.assessment),
      findings: held,
      without: inConfidence && standingOf(inside(null).assessment),
    },
    standing: standingOf(outside.assessment),
    answered: answeredOf(outside.facts.recruitment),
    own: { corridors, rules },
  };
}

/** The readings that a form of open or of protected answers begins with. */
export const filledIn = ({ readings }: Pick<RecruitmentView, "readings">, isProtected: boolean) =>
  ofKind(readings, isProtected);

const RECENT = 50;

/** The rate last given for each currency, so that it need not be looked up for the next supplier; with its day and source. */
export async function recentRates(db: Database, scope: Scope): Promise<Readonly<Record<string, Denomination>>> {
  const rates: Record<string, Denomination> = {};
  for (const told of await recentMoney(db, scope, RECENT)) {
    const { currency, rate } = ToldMoney.parse(told);
    if (rate !== null) rates[currency] ??= { currency, rate };
  }
  return rates;
}
