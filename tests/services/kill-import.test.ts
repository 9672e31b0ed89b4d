/**
 * `kill -9` at random moments of an import, of the web process, of the job process or of both. Real processes from the
 * build, real data folders, HTTP. CANDOUR_KILL_ROUNDS (8) and CANDOUR_KILL_SEED (1) lengthen or repeat it.
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

const ROUNDS = Number(process.env.CANDOUR_KILL_ROUNDS ?? 8);
const SEED = process.env.CANDOUR_KILL_SEED ?? "1";
const ROWS = 2000;
/** Installations side by side, each with a share of the rounds: most of a round is waiting for processes to start. */
const LANES = 2;

const folder = aFolder("candour-kill-");
const file = path.join(folder.path, "suppliers.csv");

interface Lane {
  readonly dataDir: string;
  readonly installation: Installation;
  readonly db: Database;
  /** What an import that nobody disturbs ends as, and how long it takes. */
  readonly undisturbed: { readonly suppliers: number; readonly digest: string };
  readonly takesMs: number;
}
let lanes: Lane[] = [];

async function openLane(index: number): Promise<Lane> {
  const dataDir = path.join(folder.path, `data-${index}`);
  mkdirSync(dataDir);
  const installation = new Installation(dataDir);
  await installation.visitor();
  const db = await aDatabase({ file: path.join(dataDir, "candour.db") });
  await signUp(installation);
  // The first is slower than the others: files are read for the first time.
  await importList(installation, db, await newWorkspace(installation, "Warm up"), file);
  const slug = await newWorkspace(installation, "Undisturbed");
  const began = performance.now();
  await importList(installation, db, slug, file);
  const takesMs = performance.now() - began;
  return {
    dataDir,
    installation,
    db,
    takesMs,
    undisturbed: await contentsOf(db, (await shownGeneration(db, slug))!.no),
  };
}

beforeAll(async () => {
  makeSupplierList(file, { rows: ROWS, seed: 11, dirty: 0.1 });
  lanes = await Promise.all(Array.from({ length: LANES }, (_, index) => openLane(index)));
});

afterAll(async () => {
  for (const { db, installation } of lanes) {
    await db.close();
    await installation.stop();
  }
  folder.remove();
});

/** One import, killed once at a moment drawn from its whole length. */
async function round(number: number, lane: Lane): Promise<Victim> {
  const { installation, db, dataDir, takesMs, undisturbed } = lane;
  const draw = new Draw().start(seedOf(SEED), number);
  const chance = draw.next();
  const victim: Victim = chance < 0.45 ? "job process" : chance < 0.9 ? "web process" : "both";
  const moment = draw.next() * takesMs;
  const where = `round ${number} of seed ${SEED}: ${victim} after ${moment.toFixed(0)} of ${takesMs.toFixed(0)} ms`;
  const slug = await newWorkspace(installation, `Round ${number}`);
  const nothingHalfShown = async (): Promise<void> => {
    const shown = await shownGeneration(db, slug);
    if (shown) expect(await linesOf(db, shown.no), `${where}: suppliers shown`).toBe(undisturbed.suppliers);
  };
  const kill = async (): Promise<Victim> => {
    await sleep(moment);
    return installation.kill(victim, nothingHalfShown);
  };
  try {
    const [killed] = await Promise.all([kill(), importList(installation, db, slug, file)]);
    const shown = (await shownGeneration(db, slug))!;
    expect(await contentsOf(db, shown.no), where).toEqual(undisturbed);
    expect(await faultsOf(db, dataDir, shown.workspaceNo, file), where).toEqual([]);
    return killed;
  } catch (error) {
    throw new Error(where, { cause: error });
  }
}

test(
  `an import that is killed at ${ROUNDS} random moments loses no file, shows no half list, and ends as if nothing had happened`,
  { timeout: 1_500_000 },
  async () => {
    for (const { undisturbed } of lanes) expect(undisturbed.suppliers).toBeGreaterThan(ROWS * 0.8);
    const killed: Record<Victim, number> = { "web process": 0, "job process": 0, both: 0 };
    const run = async (lane: Lane, first: number): Promise<void> => {
      for (let number = first; number <= ROUNDS; number += LANES) killed[await round(number, lane)]++;
    };
    await Promise.all(lanes.map((lane, index) => run(lane, index + 1)));
    console.log(
      `killed: ${JSON.stringify(killed)}; an undisturbed import takes ${lanes.map(({ takesMs }) => takesMs.toFixed(0)).join(" and ")} ms`,
    );
    expect(killed["web process"] + killed["job process"] + killed.both).toBe(ROUNDS);
  },
);

/** Rounds for the step after publishing, in which the original is encrypted and replaced. */
const SEAL_ROUNDS = Math.max(1, Math.ceil(ROUNDS / 10));
/** Longer than what follows on publishing takes with so few rows, in ms. */
const SEAL_MS = 150;

test(
  `a list that is killed ${SEAL_ROUNDS} times just after it was published leaves no original in the clear and loses none`,
  { timeout: 600_000 },
  async () => {
    const [lane] = lanes;
    const { installation, db, dataDir, undisturbed } = lane!;
    for (let number = 1; number <= SEAL_ROUNDS; number++) {
      const draw = new Draw().start(seedOf(SEED), 10_000 + number);
      const victim: Victim = draw.next() < 0.7 ? "job process" : "both";
      const moment = draw.next() * SEAL_MS;
      const where = `round ${number} of seed ${SEED}: ${victim} ${moment.toFixed(0)} ms after publishing`;
      const slug = await newWorkspace(installation, `Seal ${number}`);
      await importList(installation, db, slug, file);
      await sleep(moment);
      await installation.kill(victim, async () => undefined);
      const shown = (await shownGeneration(db, slug))!;
      expect(await faultsOf(db, dataDir, shown.workspaceNo, file), where).toEqual([]);
      expect(await contentsOf(db, shown.no), where).toEqual(undisturbed);
    }
  },
);

test("what the broken runs had written is swept away", { timeout: 120_000 }, async () => {
  for (const { db, installation } of lanes) {
    await installation.kill("both", async () => undefined);
    const { generations, workspaces } = db.t;
    const shown = new Set(
      (await db.q.select({ no: workspaces.publishedGeneration }).from(workspaces)).map(({ no }) => no),
    );
    const leftovers = async (): Promise<number[]> => {
      const found: number[] = [];
      for (const { no } of await db.q.select({ no: generations.no }).from(generations))
        if (!shown.has(no) && (await linesOf(db, no)) > 0) found.push(no);
      return found;
    };
    const until = Date.now() + 60_000;
    while ((await leftovers()).length > 0 && Date.now() < until) await sleep(200);
    expect(await leftovers()).toEqual([]);
  }
});
