/** The ILO's indicators and the ICLS pair of a supplier as plain values, with the answers they rest on. */
import {
  iclsPair,
  iloIndicators,
  type IclsPair,
  type IclsSign,
  type IclsSignId,
  type IndicatorReading,
  type SignField,
} from "../../risk-models";
import type { Proof } from "../../risk-models/facts";
import type { SupplierFacts } from "../../risk-models/types";

/** An answer that a reading rests on, with its value as it counts. */
export interface SignAnswer {
  readonly what: SignField;
  readonly value: unknown;
}

export interface IndicatorView extends Pick<IndicatorReading, "id" | "state" | "proof"> {
  readonly says: readonly SignAnswer[];
  readonly near: readonly SignAnswer[];
  /** Substantiated in confidence; never for everyone. */
  readonly inConfidence?: boolean | undefined;
}

export interface SignView {
  readonly id: IclsSignId;
  readonly proof: Proof;
  readonly says: readonly SignAnswer[];
}

export interface SignsView {
  readonly indicators: readonly IndicatorView[];
  /** `evidence` also where a finding confirms it. */
  readonly pair: Pick<IclsPair, "state"> & {
    readonly involuntariness: readonly SignView[];
    readonly threat: readonly SignView[];
  };
}

export function signsView(facts: SupplierFacts): SignsView {
  const answers = (fields: readonly SignField[]): SignAnswer[] =>
    fields.map((what) => ({ what, value: facts.recruitment[what] }));
  const signs = (of: readonly IclsSign[]): SignView[] =>
    of.map(({ id, proof, fields }) => ({ id, proof, says: answers(fields) }));
  const { state, isConfirmed, involuntariness, threat } = iclsPair(facts);
  return {
    indicators: iloIndicators(facts).map(({ id, state: reading, proof, fields, pointers }) => ({
      id,
      state: reading,
      proof,
      says: answers(fields),
      near: answers(pointers),
    })),
    pair: {
      state: isConfirmed ? "evidence" : state,
      involuntariness: signs(involuntariness),
      threat: signs(threat),
    },
  };
}
