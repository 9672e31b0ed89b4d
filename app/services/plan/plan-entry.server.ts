import type { RegisterLine } from "../../../db/queries/register";
import { LEVEL_CODES, ROLE_CODES, wordOf } from "../../../db/schema/codes";
import { modelById, workKindOf } from "../../../risk-models";
import {
  FLOORS,
  LIKELIHOODS,
  SEVERITIES,
  type FloorId,
  type SupplierRole,
  type WorkKind,
} from "../../../risk-models/types";
import { reference } from "../../lib/reference.server";
import { actionKindOf, type ActionKind, type SpendBounds } from "../../plan/action-kind";
import { gapsOf, type Gap, type GapFacts } from "../../plan/gaps";
import { nextStepFor, STEPS_VERSION, type StepId } from "../../plan/next-steps";
import type { Standing } from "../../plan/order";
import { reasonsFirst } from "../../plan/reasons";
import { factsOfLine, reasonsOfLine } from "../scoring/register-line";

/** What a plan keeps of a supplier as it was that day. */
export interface EntryStanding extends Standing {
  readonly role: SupplierRole;
  /** ISO 3166-1 alpha-2; null when unknown. */
  readonly seat: string | null;
}

export interface EntryStep {
  readonly step: StepId;
  readonly version: number;
  /** What a buyer can ask for because nobody has said it. */
  readonly gaps: readonly Gap[];
}

/** The part of an entry that is made from the supplier's line. */
export interface EntryFacts {
  readonly supplierNo: number;
  readonly supplierId: string;
  readonly name: string;
  readonly standing: EntryStanding;
  readonly reasons: readonly string[];
  readonly nextStep: EntryStep;
  readonly actionKind: ActionKind;
}

const hasFloor = (bits: number, id: FloorId): boolean => (bits & (1 << FLOORS.indexOf(id))) !== 0;
const FORCED_GOOD = /^reason\.sign\.(?:good|sectorGood)Forced/u;

/** What the question "which columns would separate them" reads of a line. */
export const gapFactsOf = (line: RegisterLine): GapFacts => factsOfLine(line, "");

/** Makes entries from lines of a list scored by this model. */
export function entryMaker(modelId: string, spend: SpendBounds | null): (line: RegisterLine) => EntryFacts {
  const model = modelById(modelId);
  if (!model) throw new Error(`No risk model ${modelId} in this version`);
  const workOf = workKindOf(model);
  const { goods: goodsTable } = reference().risk();
  return (line) => {
    const role = wordOf(ROLE_CODES, line.role);
    const reasons = reasonsFirst(reasonsOfLine(line.reasons), line.floors);
    const facts = gapFactsOf(line);
    const work: WorkKind = workOf(line.isic, role);
    const listedGood =
      hasFloor(line.floors, "listedPair") ||
      reasons.some((reason) => FORCED_GOOD.test(reason)) ||
      facts.goods.some((name) => Object.values(goodsTable[name]?.pairs ?? {}).some(({ forced }) => forced));
    return {
      supplierNo: line.supplierNo,
      supplierId: line.id,
      name: line.name,
      standing: {
        severity: wordOf(SEVERITIES, line.severity) ?? "unknown",
        likelihood: wordOf(LIKELIHOODS, line.likelihood) ?? "unknown",
        score: line.score,
        rangeLow: line.rangeLow,
        rangeHigh: line.rangeHigh,
        level: wordOf(LEVEL_CODES, line.level),
        role,
        seat: line.seat,
      },
      reasons,
      nextStep: {
        step: nextStepFor({
          role,
          work,
          stateImposed: hasFloor(line.floors, "stateImposed"),
          listedGood,
          originKnown: line.origin !== null,
        }),
        version: STEPS_VERSION,
        gaps: gapsOf(facts),
      },
      actionKind: actionKindOf(role, line.spendMain, spend),
    };
  };
}
