/** What a supplier's product is made of, as plain values, and what a form about a material asks for. */
import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import {
  countsMaterials,
  modelById,
  materialGood,
  materialsToAsk,
  productPaths,
  PROOF_LEVELS,
  type PathStage,
  type Proof,
} from "../../risk-models";
import type { RiskReference } from "../../risk-models/reference-types";
import type { SupplierFacts } from "../../risk-models/types";
import type { SourceName } from "../components/method-parts";
import { materialKey } from "../recruitment/material-key";
import type { MaterialPlace } from "../recruitment/materials";
import { inForce } from "../recruitment/readings";
import { readingsFor, type SignedAnswer } from "../services/readings/readings-of.server";
import { ofKind, recordReadings, type NewAnswer } from "../services/readings/record-readings.server";
import { recruitmentView } from "../services/readings/recruitment-view.server";
import { findingsOfLine } from "../services/readings/rescored-line";
import { tryAtOnce, type Standing } from "../services/readings/try-answers";
import { undoReadings } from "../services/readings/undo-readings.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import type { SupplierView } from "../services/suppliers/supplier-view.server";
import { sourceNotes } from "./line-origin.server";
import { Problem } from "./problem";
import { FormReader, type Fault } from "./recruitment-form.server";
import { reference } from "./reference.server";

/** A stage of a path as the page draws it. */
export interface StageView {
  readonly stage: string;
  /** Countries of the list, and its newest year. */
  readonly listed: { readonly countries: readonly string[]; readonly year: number | null };
  readonly programmes: readonly MaterialPlace[];
  readonly basis: PathStage["basis"];
  readonly sources: readonly SourceName[];
  readonly stated: readonly MaterialPlace[];
}

/** What is asked about a material, with the answer in force. */
export interface QuestionView {
  readonly good: string;
  readonly answer: {
    readonly places: readonly MaterialPlace[];
    readonly proof: Proof;
    readonly source: string;
    readonly validFrom: string;
    readonly recordedAt: Date;
  } | null;
}

export interface MaterialsView {
  readonly paths: readonly {
    readonly chain: string;
    readonly stages: readonly StageView[];
    readonly own: readonly string[];
  }[];
  /** Questions without an answer first, the one that matters most before the others. */
  readonly questions: readonly QuestionView[];
  /** The model of the list, and whether it counts a stated origin. */
  readonly countsWith: { readonly model: string; readonly counts: boolean };
  /** Countries the page names by code. */
  readonly countries: readonly string[];
}

function stageView(stage: PathStage): StageView {
  const listed = stage.listed.filter(({ isStateImposed }) => !isStateImposed);
  const years = listed.flatMap(({ year }) => year ?? []);
  const sources = [...stage.listed, stage].map(({ source }) => source);
  return {
    stage: stage.stage,
    listed: { countries: listed.map(({ country }) => country), year: years.length > 0 ? Math.max(...years) : null },
    programmes: stage.listed.filter(({ isStateImposed }) => isStateImposed).map(({ country, region }) => ({ country, region })), // prettier-ignore
    basis: stage.basis,
    sources: sourceNotes({ source: sources.join(";") }),
    stated: stage.stated.map(({ country, region }) => ({ country, region })),
  };
}

/** The goods asked about, the most important open question first, then what is answered. */
function goodsOf(paths: ReturnType<typeof productPaths>): string[] {
  const open = materialsToAsk(paths).flatMap((stage) => materialGood(stage) ?? []);
  const all = paths.flatMap(({ upstream }) => upstream.flatMap((stage) => materialGood(stage) ?? []));
  return [...new Set([...open, ...all])];
}

/**
 * The paths and questions of a supplier; null where no chain leads to what it sells.
 * @param readings those of the supplier that this reader may see. @param risk the tables that the paths are read from.
 */
export function materialsView(
  facts: SupplierFacts,
  readings: readonly SignedAnswer[],
  modelId: string,
  risk: RiskReference = reference().risk(),
): MaterialsView | null {
  const paths = productPaths(facts, risk);
  if (paths.length === 0) return null;
  const answers = inForce(ofKind(readings, false));
  const questions = goodsOf(paths).map((good): QuestionView => {
    const found = answers.get(materialKey(good));
    if (!found || found.value === null) return { good, answer: null };
    const { proof, validFrom, recordedAt } = found;
    const source = readings.find(({ id }) => id === found.id)?.source ?? "";
    return { good, answer: { places: found.value as MaterialPlace[], proof, source, validFrom, recordedAt } };
  });
  const shown = paths.map(({ chain, upstream, own }) => ({ chain, own, stages: upstream.map(stageView) }));
  const stages = shown.flatMap((path) => path.stages);
  return {
    paths: shown,
    questions,
    countsWith: { model: modelId, counts: countsMaterials(modelById(modelId) ?? { signs: [] }) },
    countries: [
      ...stages.flatMap(({ listed }) => listed.countries),
      ...[...stages.flatMap(({ stated, programmes }) => [...stated, ...programmes]), ...questions.flatMap(({ answer }) => answer?.places ?? [])].map(({ country }) => country),
    ], // prettier-ignore
  };
}

/**
 * What a supplier's page shows of materials; null where no chain leads to what it sells.
 * @param batch the id of answers that were just saved or taken back, from the address.
 */
export async function materialsOf(
  db: Database,
  scope: Scope,
  { line, facts, assessment }: SupplierView,
  batch: string | null,
) {
  if (productPaths(facts, reference().risk()).length === 0) return null;
  const readings = await readingsFor(db, scope, line.supplierNo);
  const view = materialsView(facts, readings, assessment.model);
  const found = readings.find((one) => one.batch === batch);
  const saved = found ? { batch: found.batch, isUndone: found.undoneAt !== null, recordedAt: found.recordedAt } : null;
  return view && { view, saved, ask: view.questions.find(({ answer }) => answer === null)?.good ?? null };
}

/** What a form about a material can send. */
export const MaterialForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["try", "save"]), good: z.string().min(1).max(200) }),
  z.object({ intent: z.literal("undo"), batch: z.string().regex(/^[\w-]{1,60}$/u) }),
]);
export type MaterialForm = z.infer<typeof MaterialForm>;

export type MaterialDone =
  | { readonly batch: string }
  | {
      readonly good: string;
      readonly tried: { readonly before: Standing; readonly after: Standing } | null;
      readonly faults: Readonly<Record<string, Fault>>;
      readonly values: Readonly<Record<string, string>>;
    };

/**
 * Tries, saves or takes back the answer about one material.
 * @throws Problem `materials.good` (422) for a material of which nothing is asked, and as the services have it.
 */
export async function actOnMaterial(
  db: Database,
  scope: Scope,
  supplierId: string,
  parsed: MaterialForm,
  form: FormData,
  now: Date,
): Promise<MaterialDone> {
  if (parsed.intent === "undo") {
    await undoReadings(db, scope, { supplierId, batch: parsed.batch }, now);
    return { batch: parsed.batch };
  }
  const { good } = parsed;
  const view = await recruitmentView(db, scope, supplierId);
  if (!goodsOf(productPaths(view.outside.facts, reference().risk())).includes(good))
    throw new Problem("materials.good", "Nothing is asked about this material for this supplier.", {}, 422);
  const today = dayOf(now);
  const reader = new FormReader(form, assessorFor(today).resolver, today);
  const places = reader.places("places");
  const proof = z.enum(PROOF_LEVELS).catch("statement").parse(reader.text("proof"));
  const source = reader.text("source").slice(0, 500);
  if (source === "" && parsed.intent === "save") reader.fault("source", "source");
  const answer: NewAnswer = {
    what: materialKey(good),
    value: places.length > 0 ? places : null,
    proof,
    validFrom: reader.on,
    money: null,
    ...(reader.text("on") !== "" && { isDated: true }),
  };
  if (parsed.intent === "save" && Object.keys(reader.faults).length === 0)
    return {
      batch: await recordReadings(db, scope, { supplierId, answers: [answer], source, protectedSource: null }, now),
    };
  const { engine, day, line, listReadings } = view.told;
  const tried =
    reader.faults["places"] !== undefined
      ? null
      : tryAtOnce(
          engine,
          { line, listReadings, listDay: day, findings: findingsOfLine(line) },
          ofKind(view.readings, false),
          [answer],
          now,
          day,
        );
  const values = Object.fromEntries(["places", "proof", "source", "on"].map((name) => [name, reader.text(name)]));
  return { good, tried, faults: reader.faults, values };
}
