import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { listCategories, versionsOfCategory } from "../../../db/queries/categories";
import type { CategoryInput } from "../../categories/category";
import { MEASURES_VERSION, type MeasureId } from "../../categories/measures";
import type { StoredChoice, StoredResult } from "../../categories/record";
import { spreadOf } from "../../categories/result";
import { OWN_TEXT_LENGTH, REASON_LENGTH } from "../../categories/words";
import { Problem } from "../../lib/problem";
import { tableEdition } from "../commitments/table-edition.server";
import { dayOf } from "../scoring/assessor.server";
import { assessCategory } from "./assess-category.server";
import { recordHash, requireCategory } from "./category-record.server";

export interface ToFile {
  readonly input: CategoryInput;
  /** Those that go into the tender; one that does not fit is refused. */
  readonly measures: readonly MeasureId[];
  readonly ownText: string;
  /** A correction: the version it corrects, and why. */
  readonly corrects: { readonly id: string; readonly reason: string } | null;
}

/**
 * Files an assessment: computed once more, numbered, and never changed. A correction becomes the next version of the newest one.
 * @throws Problem `category.nothing-chosen`, `category.unfit-measure`, `category.reason`, `category.corrected` (409: a newer version
 * stands already), and as `assessCategory` and `requireCategory`.
 */
export async function fileCategory(db: Database, scope: Scope, toFile: ToFile, now: Date): Promise<Filed> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await fileOnce(db, scope, toFile, now);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Two filed at once: a new record takes the next number, a correction is one of a version that is no longer the newest.
      if (toFile.corrects !== null || tried === TRIES) throw alreadyThere();
    }
  }
}

interface Filed {
  readonly id: string;
  readonly number: number;
  readonly version: number;
}

const TRIES = 5;

async function fileOnce(
  db: Database,
  scope: Scope,
  { input, measures, ownText, corrects }: ToFile,
  now: Date,
): Promise<Filed> {
  const assessed = assessCategory(input, dayOf(now));
  const chosen = chosenOf(assessed.measures, measures, ownText);
  const place = corrects === null ? await newPlace(db, scope) : await nextVersion(db, scope, corrects);
  const { rows, materials, traits, modelId, dataDate, dataHash } = assessed;
  const { plausible, scores, bands } = spreadOf(rows);
  const result: StoredResult = {
    rows: [...rows],
    materials: materials.map((one) => ({
      ...one,
      codes: [...one.codes],
      places: [...one.places],
      stateImposed: [...one.stateImposed],
    })),
    traits: [...traits],
    plausible: [...plausible],
    scores: scores && [...scores],
    bands: bands && [...bands],
  };
  const filed = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    ...place,
    title: input.title,
    input,
    result,
    chosen,
    modelId,
    dataDate,
    dataHash,
    filedBy: scope.userId,
    filedAt: now,
  };
  const recordSha256 = recordHash(filed);
  const { id, number, version, replaces, reason, title } = filed;
  const what = event("category.filed", {
    categoryId: id,
    number,
    version,
    replaces,
    reason,
    title,
    modelId,
    dataDate,
    dataHash,
    measures: chosen.measures.map((one) => one.id),
    recordSha256,
    catalogue: { ...tableEdition() },
  });
  await db.commit(scope, what, (q) => [q.insert(db.t.categoryAssessments).values({ ...filed, recordSha256 })]);
  return { id, number, version };
}

const alreadyThere = () =>
  new Problem(
    "category.corrected",
    "Somebody filed a version of this number a moment ago. Load the page again and correct the newest version.",
    {},
    409,
  );

function chosenOf(
  fitting: ReturnType<typeof assessCategory>["measures"],
  asked: readonly MeasureId[],
  ownText: string,
): StoredChoice {
  const unfit = asked.find((id) => !fitting.some((one) => one.id === id));
  if (unfit !== undefined)
    throw new Problem(
      "category.unfit-measure",
      "One of the measures does not fit what you stated. Look through the list again.",
      {},
      422,
    );
  const text = ownText.trim();
  if (text.length > OWN_TEXT_LENGTH)
    throw new Problem(
      "category.text-too-long",
      `Your own text has ${text.length} characters; at most ${OWN_TEXT_LENGTH} are kept. Shorten it.`,
      { found: text.length, limit: OWN_TEXT_LENGTH },
      422,
    );
  if (asked.length === 0 && text === "")
    throw new Problem(
      "category.nothing-chosen",
      "Tick what goes into the tender, or write why nothing does. The record needs one of the two.",
      {},
      422,
    );
  const chosen = fitting.filter(({ id }) => asked.includes(id));
  return {
    catalogue: MEASURES_VERSION,
    measures: chosen.map(({ id, because, commitments, laws }) => ({
      id,
      because: [...because],
      commitments: [...commitments],
      laws: [...laws],
    })),
    left: fitting.filter((one) => !chosen.includes(one)).map(({ id }) => id),
    ownText: text,
  };
}

async function newPlace(db: Database, scope: Scope) {
  const [last] = await listCategories(db, scope, 1);
  return { number: (last?.number ?? 0) + 1, version: 1, replaces: null, reason: null };
}

async function nextVersion(db: Database, scope: Scope, { id, reason }: NonNullable<ToFile["corrects"]>) {
  const corrected = await requireCategory(db, scope, id);
  const why = reason.trim().slice(0, REASON_LENGTH);
  if (why === "")
    throw new Problem("category.reason", "Write in a sentence why you correct it; auditors read it.", {}, 422);
  const [newest] = await versionsOfCategory(db, scope, corrected.number);
  if (newest && newest.id !== corrected.id) throw alreadyThere();
  return { number: corrected.number, version: corrected.version + 1, replaces: corrected.id, reason: why };
}
