import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";
import { planOrder, spendAt, type PlanOrder, type Turn } from "../../../db/queries/plan-order";
import { planInState } from "../../../db/queries/plans";
import { findGeneration, linesOf, summaryCounts } from "../../../db/queries/register";
import type { PlanPart } from "../../../db/schema/plans";
import { Problem } from "../../lib/problem";
import { boundPositions, type SpendBounds } from "../../plan/action-kind";
import { MAX_CAPACITY, sharePlaces, type Tie } from "../../plan/propose-plan";
import { readTie } from "./alike-suppliers.server";
import { chooseSuppliers } from "./choose-suppliers.server";
import { entryMaker } from "./plan-entry.server";
import { asPlanConflict, type PlanSummary } from "./plan-record.server";

/** Of a tie, so many are read to see which columns are blank. */
const TIE_READ = 1000;
/** Entries of one insert, far below what an engine binds at once. */
const INSERT = 100;

/**
 * The seed of a workspace's draws in a year, from its list: made from what is known, so that nobody can draw again until a
 * draw pleases, and anyone can repeat it.
 */
export const seedOf = (workspaceId: string, fileSha256: string, year: number): string =>
  createHash("sha256").update(`${workspaceId}\n${fileSha256}\n${year}`).digest("hex").slice(0, 16);

/**
 * Draws up a plan for so many suppliers from the list that is shown, in place of the draft there was.
 * @throws Problem when there is no list, it is not ready, nobody on it sells, or the number is not 1 to 1,000.
 */
export async function draftPlan(db: Database, scope: Scope, capacity: number, now: Date): Promise<{ planId: string }> {
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > MAX_CAPACITY)
    throw new Problem("plan.capacity", `Give a whole number from 1 to ${MAX_CAPACITY}.`, { most: MAX_CAPACITY }, 422);
  const no = await publishedGeneration(db, scope);
  const generation = no === null ? null : await findGeneration(db, scope, no);
  const source = generation && (await importOfGeneration(db, scope, generation.no));
  if (!generation || !source)
    throw new Problem("plan.no-list", "There is no published list yet. Upload one first.", {}, 409);
  const order = await planOrder(db, scope, generation.no);
  if (!order || (order.total === 0 && generation.suppliers > 0))
    throw new Problem(
      "plan.not-ready",
      "The list is still being put in order after its publication. Try again in a moment.",
      {},
      409,
    );
  const seed = seedOf(scope.workspaceId, source.upload.sha256, now.getUTCFullYear());
  const choice = await chooseSuppliers(order, capacity, seed);
  if (choice.sellers === 0) throw new Problem("plan.nobody", "Nobody on this list sells anything.", {}, 409);

  const counts = await summaryCounts(db, scope, generation.no, ["level", "known"]);
  const countOf = (kind: string, key: string) => counts.find((c) => c.kind === kind && c.key === key)?.count ?? 0;
  const spendKnown = countOf("known", "spend");
  const parts: readonly (readonly [PlanPart, readonly Turn[]])[] = [
    ["chosen", choice.chosen],
    ["drawn", choice.drawn],
    ["reserve", choice.reserve],
  ];
  const partOf = new Map(parts.flatMap(([part, turns]) => turns.map(({ supplierNo }) => [supplierNo, part] as const)));
  const lines = await linesOf(db, scope, generation.no, [...partOf.keys()]);
  const entryOf = entryMaker(generation.modelId, await spendBounds(db, scope, generation.no));
  const planId = newId(now);
  const rows = lines.map((line, index) => ({
    ...entryOf(line),
    planId,
    workspaceNo: scope.workspaceNo,
    part: partOf.get(line.supplierNo)!,
    position: index + 1,
  }));

  const drawnAt = (level: string) => choice.drawn.filter((turn) => turn.score === null && turn.level === level).length;
  const unscored = choice.sellers - choice.scored;
  const placed = Math.min(countOf("level", "placed"), unscored);
  const summary: PlanSummary = {
    sellers: choice.sellers,
    scored: choice.scored,
    notSellers: order.total - choice.sellers,
    places: sharePlaces(capacity),
    tie: choice.tie && (await tieOf(db, scope, order, choice.tie)),
    waiting: [...choice.waiting],
    unscored: {
      placed: placed - drawnAt("placed"),
      listed: unscored - placed - drawnAt("listed"),
      severe: choice.unscoredSevere,
    },
    spendKnown,
  };
  const before = await planInState(db, scope, "draft");
  const { plans, planEntries } = db.t;
  const drafted = event("plan.drafted", {
    planId,
    replacedDraft: before?.id ?? null,
    generation: generation.no,
    modelId: generation.modelId,
    dataDate: generation.dataDate,
    capacity,
    seed,
    chosen: choice.chosen.length,
    drawn: choice.drawn.length,
    reserve: choice.reserve.length,
  });
  await db
    .commit(scope, drafted, (q) => [
      ...(before
        ? [
            q.delete(planEntries).where(eq(planEntries.planId, before.id)),
            { write: q.delete(plans).where(and(eq(plans.id, before.id), eq(plans.version, before.version))), rows: 1 },
          ]
        : []),
      q.insert(plans).values({
        id: planId,
        workspaceNo: scope.workspaceNo,
        place: "draft",
        state: "draft",
        generation: generation.no,
        fileName: source.upload.fileName,
        fileSha256: source.upload.sha256,
        modelId: generation.modelId,
        dataDate: generation.dataDate,
        capacity,
        seed,
        summary,
        createdBy: scope.userId,
        createdAt: now,
      }),
      ...Array.from({ length: Math.ceil(rows.length / INSERT) }, (_, at) =>
        q.insert(planEntries).values(rows.slice(at * INSERT, (at + 1) * INSERT)),
      ),
    ])
    .catch(asPlanConflict);
  return { planId };
}

/** The amounts that part a list, read at two places of its order by amount; null when too few suppliers have one. */
export async function spendBounds(db: Database, scope: Scope, generation: number): Promise<SpendBounds | null> {
  const known = (await summaryCounts(db, scope, generation, ["known"])).find(({ key }) => key === "spend");
  const positions = boundPositions(known?.count ?? 0);
  if (!positions) return null;
  const { largestFifth, middle } = positions;
  const [most, half] = await spendAt(db, scope, generation, [largestFifth, middle]);
  return most === null || most === undefined || half === null || half === undefined
    ? null
    : { largestFifth: most, middle: half };
}

/** The columns that would separate a tie, from at most a thousand of it, evenly spread. */
async function tieOf(
  db: Database,
  scope: Scope,
  order: PlanOrder,
  { from, to, places }: Tie,
): Promise<NonNullable<PlanSummary["tie"]>> {
  const { lines, columns } = await readTie(db, scope, order, { from, to }, TIE_READ);
  return { count: to - from, places, read: lines.length, columns: [...columns] };
}
