/** A workspace whose days a test makes pass: lists are published, answered about, built again and swept as the program does. */
import { and, eq } from "drizzle-orm";
import { vi } from "vitest";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { newId, supplierNoOf } from "../../db/ids";
import { openDatabase } from "../../db/open";
import { buildPages, buildSearch } from "../../db/pages";
import { publishedGeneration } from "../../db/queries/generations";
import { findPair } from "../../db/queries/merges";
import { readingsOfSupplier } from "../../db/queries/readings";
import { eachSupplier } from "../../db/queries/register-page";
import { openReapply } from "../../db/queries/understanding";
import { sweepGenerations } from "../../db/sweep";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { sealRegister } from "../../app/jobs/seal-register.server";
import { readConfig } from "../../app/lib/config.server";
import { ofKind, recordReadings } from "../../app/services/readings/record-readings.server";
import { readReading } from "../../app/services/readings/stored-answers";
import { lineWrites, toldLine } from "../../app/services/readings/told-line.server";
import { asFinding } from "../../app/services/scoring/stored-finding";
import { decideDuplicate, undoDuplicate } from "../../app/services/screening/decide-duplicate.server";
import { commitAndReapply } from "../../app/services/understanding/decide.server";
import { A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { aPair } from "../screening-rows";
import { importSteps } from "./import-steps";

export const now = (): Date => new Date();
/** Sets the clock: days and hours after `A_DAY`. */
export const onDay = (days: number, hours = 0): unknown =>
  vi.setSystemTime(new Date(A_DAY.getTime() + (days * 24 + hours) * 3_600_000));
export const dayText = (days: number): string =>
  new Date(A_DAY.getTime() + days * 86_400_000).toISOString().slice(0, 10);

export const COUNTRIES = ["NO", "BD", "TR", "GB", ""];
const TRADES = ["Cleaning of buildings", "Cotton garments", "Legal advice", "Fishing", ""];

/** A list of suppliers whose names, countries and trades follow from their number; `turned` moves some trades. */
export function aList(count: number, turned = 0): string {
  const lines = Array.from({ length: count }, (_, i) =>
    [
      `Supplier ${String(i).padStart(3, "0")} Ltd`,
      COUNTRIES[i % 5],
      TRADES[(i + (i % 7 === 0 ? turned : 0)) % 4],
      100 + ((i * 37) % 90),
    ].join(","),
  );
  return `Supplier name,Country,Category,Amount (EUR)\n${lines.join("\n")}\n`;
}

const ANSWERS = [
  { what: "workersRecruited", value: 40, proof: "invoices", validFrom: "2026-01-01", money: null },
  { what: "recruiter", value: "licensed-agent", proof: "invoices", validFrom: "2026-01-01", money: null },
  { what: "papersHeldBy", value: "employer", proof: "invoices", validFrom: "2026-01-01", money: null },
] as const;

export interface Past {
  readonly db: Database;
  readonly scope: Scope;
  published(): Promise<number>;
  publish(list: string): Promise<string>;
  /** Receives a file and goes no further. @returns its import. */
  upload(list: string): Promise<string>;
  /** Builds the list again where something waits for that, and sweeps what nobody needs. */
  reapply(): Promise<void>;
  /** Public ids of the list that is shown, by name. */
  idsNow(): Promise<string[]>;
  /** The first answers about a supplier. @returns the batch. */
  answer(supplierId: string, count: number): Promise<string>;
  /** A finding of harm, in the line at once, as a confirmed match brings it. */
  findAgainst(supplierId: string): Promise<void>;
  /** Says that one supplier of the list is another, and builds the list again, as the program does at once. @returns the pair. */
  merge(fromId: string, intoId: string): Promise<string>;
  /** Takes a merge back, and builds the list again. */
  undoMerge(pairId: string): Promise<void>;
  end(): Promise<void>;
}

/** A new workspace on day 0 of a clock that the test sets. */
export async function aPast(): Promise<Past> {
  vi.useFakeTimers({ toFake: ["Date"] });
  onDay(0);
  const folder = aFolder();
  const db = await openDatabase({ file: ":memory:", role: "web", now });
  const scope = scopeOf(await aWorkspace(db));
  const steps = importSteps(db, folder.path, now);
  const context = (payload: Record<string, string | number>, id = "job") => ({
    db,
    config: readConfig({ CANDOUR_DATA: folder.path }),
    job: { id, workspaceNo: scope.workspaceNo, payload },
    progress: async () => undefined,
    cancelled: async () => false,
  });

  const published = async () => (await publishedGeneration(db, scope))!;

  async function publish(list: string): Promise<string> {
    const { id, generation } = await steps.publish(scope, list);
    await buildPages(db, generation!);
    await buildSearch(db, generation!);
    await sealRegister(context({ generation: generation! }));
    return id;
  }

  async function reapply(): Promise<void> {
    const job = await openReapply(db, scope);
    if (!job) return;
    const { jobs } = db.t;
    await db.commitPlain((q) => [q.update(jobs).set({ state: "running" }).where(eq(jobs.id, job.id))]);
    await reapplyImport(context({}, job.id));
    await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(eq(jobs.id, job.id))]);
    await sealRegister(context({ generation: await published() }));
    await sweepGenerations(db);
  }

  async function idsNow(): Promise<string[]> {
    const ids: string[] = [];
    for await (const lines of eachSupplier(db, scope, await published(), { sort: "name" }))
      ids.push(...lines.map(({ id }) => id));
    return ids;
  }

  const answer = (supplierId: string, count: number) =>
    recordReadings(
      db,
      scope,
      { supplierId, answers: ANSWERS.slice(0, count), source: "HR manager, by letter", protectedSource: null },
      now(),
    );

  async function findAgainst(supplierId: string): Promise<void> {
    const told = await toldLine(db, scope, supplierId);
    const { supplierNo } = told.line;
    const row = {
      id: newId(now()),
      workspaceNo: scope.workspaceNo,
      supplierNo,
      ground: "authority-finding" as const,
      source: "A decision",
      year: 2026,
      recordedBy: scope.userId,
      recordedAt: now(),
    };
    const standing = { ...row, matchDecisionId: null, liftedBy: null, liftedAt: null, undoneBy: null, undoneAt: null };
    const readings = ofKind((await readingsOfSupplier(db, scope, supplierNo)).map(readReading), false);
    const line = lineWrites(db, told, readings, [asFinding(standing)]);
    await commitAndReapply(db, scope, now(), event("import.discarded", { importId: "x", generation: null }), (q) => [
      q.insert(db.t.floorFindings).values(row),
      ...line(q),
    ]);
  }

  async function merge(fromId: string, intoId: string): Promise<string> {
    const [fromNo, intoNo] = [supplierNoOf(fromId)!, supplierNoOf(intoId)!];
    const numbers = [Math.min(fromNo, intoNo), Math.max(fromNo, intoNo)] as const;
    const { duplicatePairs: p } = db.t;
    const offered = and(eq(p.workspaceNo, scope.workspaceNo), eq(p.leftNo, numbers[0]), eq(p.rightNo, numbers[1]));
    const [before] = await db.q.select({ id: p.id }).from(p).where(offered);
    const pairId = before?.id ?? (await aPair(db, scope, numbers, "Supplier", { state: "open" }, now()));
    const { version } = (await findPair(db, scope, pairId))!;
    const stays = intoNo < fromNo ? ("left" as const) : ("right" as const);
    await decideDuplicate(db, scope, { pairId, version, decision: "merged", stays, reason: "One firm." }, now());
    await reapply();
    return pairId;
  }

  async function undoMerge(pairId: string): Promise<void> {
    await undoDuplicate(db, scope, { pairId, version: (await findPair(db, scope, pairId))!.version }, now());
    await reapply();
  }

  return {
    db,
    scope,
    merge,
    undoMerge,
    published,
    publish,
    upload: (list) => steps.upload(scope, list),
    reapply,
    idsNow,
    answer,
    findAgainst,
    async end() {
      vi.useRealTimers();
      await db.close();
      folder.remove();
    },
  };
}
