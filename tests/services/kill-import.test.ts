/**
 * `kill -9` at random moments of an import, of the web process, of the job process or of both. Real processes from the
 * build, a real data folder, HTTP. CANDOUR_KILL_ROUNDS (100) and CANDOUR_KILL_SEED (1) repeat or shorten it.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database";
import { Draw, seedOf } from "../bench/list-draw";
import { makeSupplierList } from "../bench/make-list";
import { aDatabase, aFolder } from "../builders";
import {
  contentsOf,
  faultsOf,
  importList,
  Installation,
  linesOf,
  newWorkspace,
  shownGeneration,
  signUp,
  sleep,
  type Victim,
} from "./kill-harness";

const ROUNDS = Number(process.env.CANDOUR_KILL_ROUNDS ?? 100);
const SEED = process.env.CANDOUR_KILL_SEED ?? "1";
const ROWS = 3000;

const folder = aFolder("candour-kill-");
const file = path.join(folder.path, "suppliers.csv");
const dataDir = path.join(folder.path, "data");
let installation: Installation;
let db: Database;
let undisturbed: { readonly suppliers: number; readonly digest: string };
let takesMs: number;

beforeAll(async () => {
  mkdirSync(dataDir);
  makeSupplierList(file, { rows: ROWS, seed: 11, dirty: 0.1 });
  installation = new Installation(dataDir);
  await installation.visitor();
  db = await aDatabase({ file: path.join(dataDir, "candour.db") });
  await signUp(installation);
  // The first is slower than the others: files are read for the first time.
  await importList(installation, db, await newWorkspace(installation, "Warm up"), file);
  const slug = await newWorkspace(installation, "Undisturbed");
  const began = performance.now();
  await importList(installation, db, slug, file);
  takesMs = performance.now() - began;
  undisturbed = await contentsOf(db, (await shownGeneration(db, slug))!.no);
});

afterAll(async () => {
  await db.close();
  await installation.stop();
  folder.remove();
});

test(
  `an import that is killed at ${ROUNDS} random moments loses no file, shows no half list, and ends as if nothing had happened`,
  { timeout: 900_000 },
  async () => {
    expect(undisturbed.suppliers).toBeGreaterThan(ROWS * 0.8);
    const draw = new Draw();
    const killed: Record<Victim, number> = { "web process": 0, "job process": 0, both: 0 };
    for (let round = 1; round <= ROUNDS; round++) {
      draw.start(seedOf(SEED), round);
      const chance = draw.next();
      const victim: Victim = chance < 0.45 ? "job process" : chance < 0.9 ? "web process" : "both";
      const moment = draw.next() * takesMs;
      const where = `round ${round} of seed ${SEED}: ${victim} after ${moment.toFixed(0)} of ${takesMs.toFixed(0)} ms`;
      const slug = await newWorkspace(installation, `Round ${round}`);

      const work = importList(installation, db, slug, file);
      const kill = (async () => {
        await sleep(moment);
        killed[await installation.kill(victim, () => nothingHalfShown(slug, where))]++;
      })();
      await Promise.all([work, kill]).catch((error: unknown) => {
        throw new Error(where, { cause: error });
      });

      const shown = (await shownGeneration(db, slug))!;
      await nothingHalfShown(slug, where);
      expect(await contentsOf(db, shown.no), where).toEqual(undisturbed);
      expect(await faultsOf(db, dataDir, shown.workspaceNo, file), where).toEqual([]);
    }
    console.log(`killed: ${JSON.stringify(killed)}; an undisturbed import takes ${takesMs.toFixed(0)} ms`);
    expect(Object.values(killed).reduce((sum, count) => sum + count, 0)).toBe(ROUNDS);
  },
);

test("what the broken runs had written is swept away", { timeout: 120_000 }, async () => {
  await installation.kill("both", async () => undefined);
  const { generations, workspaces } = db.t;
  const shown = new Set(
    (await db.q.select({ no: workspaces.publishedGeneration }).from(workspaces)).map(({ no }) => no),
  );
  const leftovers = async () => {
    const known = await db.q.select({ no: generations.no }).from(generations);
    const found: number[] = [];
    for (const { no } of known) if (!shown.has(no) && (await linesOf(db, no)) > 0) found.push(no);
    return found;
  };
  const until = Date.now() + 60_000;
  while ((await leftovers()).length > 0 && Date.now() < until) await sleep(200);
  expect(await leftovers()).toEqual([]);
});

async function nothingHalfShown(slug: string, where: string): Promise<void> {
  const shown = await shownGeneration(db, slug);
  if (shown)
    expect(await linesOf(db, shown.no), `${where}: suppliers of the list that is shown`).toBe(undisturbed.suppliers);
}
