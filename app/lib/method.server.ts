/** What the pages of the method read: released models, their cases and studies, and who is who among the versions. */
import {
  isDerived,
  MODEL_IDS,
  modelInForce,
  modelOrVariant,
  MODELS,
  releasedIdOf,
  type RiskModel,
} from "../../risk-models";
import { arithmeticReader, type Arithmetic } from "../../risk-models/arithmetic";
import type { SupplierFacts } from "../../risk-models/types";
import released from "../../risk-models/models/released.json";
import { MOST_BETWEEN_COUNTRIES, TOLERANCE } from "../../risk-models/study/release";
import type { StudyReport } from "../../risk-models/study/report";
import type { Cases } from "../../risk-models/study/worked-cases";
import { dayOf } from "../services/scoring/assessor.server";
import { reference } from "./reference.server";
import { notFound } from "./scope.server";

const casesFiles = import.meta.glob<Cases>("../../risk-models/models/*/cases.json", { import: "default", eager: true });
const studyFiles = import.meta.glob<StudyReport>("../../docs/model/*/results.json", { import: "default", eager: true });

/** The file of a version among those of all versions; null where it has none. */
const fileOf = <T>(files: Readonly<Record<string, T>>, id: string): T | null =>
  Object.entries(files).find(([name]) => name.split("/").at(-2) === id)?.[1] ?? null;

/** `2026.1` of `2026.1+without-tip`. */
export const ownId = releasedIdOf;
/** Cases of a model; a variant has those of its model. */
export const casesOf = (id: string): Cases | null => fileOf(casesFiles, ownId(id));
/** Results of the study of a model; a variant has those of its model. */
export const studyOf = (id: string): StudyReport | null => fileOf(studyFiles, ownId(id));

/** SHA-256 of the released files of a model; null when it was never released. */
export const hashesOf = (id: string): { readonly model: string; readonly cases: string } | null =>
  (released as Readonly<Record<string, { model: string; cases: string }>>)[ownId(id)] ?? null;

export interface VersionLine {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly dataDate: string;
  readonly state: "inForce" | "notYet" | "replaced" | "variant";
}

/** Every released model and variant, newest first, as it stands on this day. */
export function versionsOn(day: string): VersionLine[] {
  const inForce = MODELS.some(({ effectiveFrom }) => effectiveFrom <= day) ? modelInForce(MODELS, day).id : null;
  return [...MODEL_IDS]
    .sort((a, b) => {
      const own = ownId(b).localeCompare(ownId(a));
      return own === 0 ? a.length - b.length : own;
    })
    .map((id) => {
      const { title, effectiveFrom, dataDate } = modelOrVariant(id)!;
      const state =
        id !== ownId(id) ? "variant" : id === inForce ? "inForce" : effectiveFrom > day ? "notYet" : "replaced";
      return { id, title, effectiveFrom, dataDate, state };
    });
}

/** The version whose page stands at `/method`: the model in force, else the one that comes first. */
export const versionShown = (): string =>
  versionsOn(dayOf(new Date())).find(({ state }) => state === "inForce")?.id ?? MODELS[0]!.id;

/** A released model or variant by its id. Throws the page for what is not there. */
export function modelOfPage(version: string | undefined): RiskModel {
  const model = modelOrVariant(version ?? "");
  if (!model) throw notFound();
  return model;
}

const readers = new Map<string, (facts: SupplierFacts) => Arithmetic>();

/** The arithmetic of a supplier under a model, from the reference data in use; one reader a model and process. */
export function arithmeticOf(model: RiskModel, facts: SupplierFacts): Arithmetic {
  const reader = readers.get(model.id) ?? arithmeticReader(model, reference().risk());
  // Of derived models there are hundreds: they are read each time.
  if (!isDerived(model.id)) readers.set(model.id, reader);
  return reader(facts);
}

/** What the study holds the release conditions against. */
export const boundsOfStudy = { tolerance: TOLERANCE, between: MOST_BETWEEN_COUNTRIES } as const;
