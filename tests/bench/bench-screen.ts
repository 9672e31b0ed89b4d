/**
 * Screening as a whole: a supplier list imported as people import it, compared with the lists in force by the program's own job, and
 * what stands before people afterwards held against the truth.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { shippedEditions } from "../../app/lib/shipped-lists.server";
import { isCompared } from "../../app/screening/party";
import { comparedFactsHash } from "../../app/services/screening/compared-before.server";
import { comparedEntries, entryKey } from "../../app/services/screening/compared-entries.server";
import { findDuplicates } from "../../app/services/screening/find-duplicates.server";
import { listsInForce } from "../../app/services/screening/lists-in-force.server";
import { loadEdition } from "../../app/services/screening/load-edition.server";
import { screenList } from "../../app/services/screening/screen-list.server";
import { publishedGeneration } from "../../db/queries/generations";
import type { Database, Scope, SystemScope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { eachLine } from "../../db/queries/models";
import { findGeneration } from "../../db/queries/register";
import { aWorkspace, scopeOf } from "../builders";
import { importSteps } from "../services/import-steps";
import { number, printTable } from "./print";
import { listCsv, suppliersFrom, type Listed, type Suppliers } from "./screened-lists";

const SUPPLIERS = 100_000;
/** Names compared with: what is shipped, and invented ones. */
const LISTED = 50_000;
const OWN = "own-bench";
const THRESHOLDS = [0.5, 0.7, 0.9] as const;
/** As the job process has it (app/jobs/supervise.server.ts). */
const HEAP = ["--max-old-space-size=400", "--max-semi-space-size=32"];
const STAGE = "candour-screen-stage";
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints every figure; returns the exit code. @param folder holds the database. */
export async function benchScreen(
  program: { readonly root: string },
  folder: string,
  suppliers = SUPPLIERS,
  listed = LISTED,
): Promise<number> {
  if (!existsSync(path.join(program.root, "build", "bin", "screen-thread.js")))
    throw new Error("The threads are not built: run npm run build first.");
  const { scope, truth } = await prepare(folder, suppliers, listed);
  say(`work waiting for the processor before it begins: ${loadavg()[0]!.toFixed(1)} (load average of the last minute)`);
  const rows: Record<string, string>[] = [];
  for (const what of ["screening", "duplicates", "facts"] as const) {
    const told = await inProcess(folder, scope, what);
    rows.push({ ...timesOf(what, told, suppliers) });
  }
  printTable(rows);
  say(
    "Screening: the suppliers against the lists; first: until the first suppliers were compared and kept. Duplicates: the suppliers with each other. Facts: whether anything of them is new.",
  );
  await sayQuality(folder, scope, truth);
  return 0;
}

/** A database with the list, then the suppliers, imported and published. */
async function prepare(folder: string, suppliers: number, listed: number) {
  mkdirSync(folder, { recursive: true });
  const db = await openDatabase({ file: databaseIn(folder), role: "job" });
  try {
    const scope = scopeOf(await aWorkspace(db));
    const shipped = shippedEditions().flatMap(({ entries }) => entries.filter(isCompared)).length;
    await loadOwn(db, scope, folder, Math.max(1, listed - shipped));
    const entries = await listedIn(db, scope);
    const made = suppliersFrom(entries, suppliers);
    const began = performance.now();
    await importSteps(db, folder, () => new Date()).publish(scope, made.csv);
    say(
      `${number(suppliers)} suppliers, ${number(made.planted.size)} of them planted, imported in ${((performance.now() - began) / 1000).toFixed(1)} s; ${number(entries.length)} listed names; ${number(made.namesakes)} invented suppliers with a listed name were left out`,
    );
    return { scope, truth: made };
  } finally {
    await db.close();
  }
}

const databaseIn = (folder: string): string => path.join(folder, "bench.sqlite");

async function loadOwn(db: Database, scope: Scope, folder: string, count: number): Promise<void> {
  const file = path.join(folder, "listed.csv");
  writeFileSync(file, listCsv(count));
  const now = new Date();
  const own = { title: "Invented", publisher: "Bench", approved: false };
  const given = { listId: OWN, own, fileName: "listed.csv", path: file, sha256: "0".repeat(64), date: null };
  await loadEdition(db, scope, { ...given, readOn: now.toISOString().slice(0, 10), expectedEntries: null }, now);
}

async function listedIn(db: Database, scope: Scope): Promise<Listed[]> {
  const { entries } = await comparedEntries(db, scope, await listsInForce(db, scope));
  return entries.map(({ entry, list }) => ({
    key: entryKey(list.listId, entry.id),
    isShipped: list.listId !== OWN,
    entry,
  }));
}

interface Told {
  readonly seconds: number;
  /** Seconds until the first suppliers had been compared and kept: reading the lists, starting, making the index. */
  readonly first: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

type Work = "screening" | "duplicates" | "facts";

const timesOf = (
  what: Work,
  { seconds, first, cpuSeconds, peakMb }: Told,
  suppliers: number,
): Record<string, string> => ({
  what,
  "wall s": seconds.toFixed(1),
  "cpu s": cpuSeconds.toFixed(1),
  "suppliers/s": number(Math.round(suppliers / seconds)),
  "peak MB": peakMb.toFixed(0),
  "first s": what === "screening" ? first.toFixed(1) : "",
});

/** Does the work in a process of its own, as the program does. */
async function inProcess(folder: string, scope: Scope, what: Work): Promise<Told> {
  const child = fork(fileURLToPath(import.meta.url), [STAGE, folder, what, JSON.stringify(scope)], {
    execArgv: [...process.execArgv, ...HEAP],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The process that works on the list ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [told] = (await Promise.race([once(child, "message"), ended])) as [Told];
  return told;
}

async function work(folder: string, what: string, asked: Scope): Promise<Told> {
  const db = await openDatabase({ file: databaseIn(folder), role: "job" });
  const scope: SystemScope = { ...asked, userId: null, role: "system" };
  const generation = (await findGeneration(db, scope, (await publishedGeneration(db, scope))!))!;
  const now = () => new Date();
  const cancelled = () => false;
  let first: number | null = null;
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const onProgress = () => void (first ??= (performance.now() - began) / 1000);
  if (what === "screening") await screenList(db, scope, generation, { onProgress, cancelled }, now);
  else if (what === "facts") await comparedFactsHash(db, scope, generation.no);
  else await findDuplicates(db, scope, generation.no, "bench", { onProgress, cancelled }, now);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await db.close();
  return { seconds, first: first ?? seconds, cpuSeconds: (user + system) / 1e6, peakMb: peakBytes() / 1e6 };
}

/** The most memory this process ever had, its threads included. What the system tells of its children begins with their parent's. */
function peakBytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /^VmHWM:\s*(\d+)/m.exec(status)?.[1];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) * 1024;
}

/** What stands before people of one supplier. */
interface Seen {
  /** The highest score of an entry, and of one that is the planted firm. */
  best: number;
  right: number;
}

async function sayQuality(folder: string, scope: Scope, truth: Suppliers): Promise<void> {
  const db = await openDatabase({ file: databaseIn(folder), role: "job" });
  try {
    const numbers = new Map<number, string>();
    const generation = (await publishedGeneration(db, scope))!;
    for await (const lines of eachLine(db, scope, generation))
      for (const { supplierNo, supplierNumber } of lines) numbers.set(supplierNo, supplierNumber ?? "");
    const { matchCandidates: c } = db.t;
    const pairs = await db.q
      .select({ supplierNo: c.supplierNo, listId: c.listId, entryId: c.entryId, score: c.score })
      .from(c)
      .where(eq(c.workspaceNo, scope.workspaceNo));
    const seen = new Map<string, Seen>();
    for (const { supplierNo, listId, entryId, score } of pairs) {
      const id = numbers.get(supplierNo)!;
      const one = seen.get(id) ?? { best: 0, right: 0 };
      one.best = Math.max(one.best, score);
      if (truth.planted.get(id)?.truth.has(entryKey(listId, entryId))) one.right = Math.max(one.right, score);
      seen.set(id, one);
    }
    say(
      `\n${number(numbers.size)} suppliers on the list that is shown, ${number(pairs.length)} pairs put before people\n`,
    );
    printTable(recall(truth, seen));
    say(
      "\nFound: the listed firm is told with at least that score, in percent of those planted. First: nothing stands above it.\n",
    );
    printTable(precision(truth, seen, numbers.size));
    say(
      "\nPrecision is the share of planted suppliers, found, among all that are told: one supplier in a hundred is planted.",
    );
  } finally {
    await db.close();
  }
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);

function recall({ planted }: Suppliers, seen: ReadonlyMap<string, Seen>): Record<string, string>[] {
  const all = [...planted].map(([id, plant]) => ({ ...plant, ...(seen.get(id) ?? { best: 0, right: 0 }) }));
  const row = (fault: string, some: typeof all) => ({
    fault,
    planted: String(some.length),
    ...Object.fromEntries(
      THRESHOLDS.map((least) => [
        `found at ${least}`,
        percent(some.filter(({ right }) => right >= least).length, some.length),
      ]),
    ),
    first: percent(some.filter(({ right, best }) => right > 0 && right === best).length, some.length),
  });
  return [
    ...[...new Set(all.map(({ fault }) => fault))].map((fault) =>
      row(
        fault,
        all.filter((one) => one.fault === fault),
      ),
    ),
    row(
      "of shipped lists",
      all.filter(({ isShipped }) => isShipped),
    ),
    row(
      "of invented names",
      all.filter(({ isShipped }) => !isShipped),
    ),
    row("all", all),
  ];
}

function precision(
  { planted, lookAlikes }: Suppliers,
  seen: ReadonlyMap<string, Seen>,
  suppliers: number,
): Record<string, string>[] {
  const clean = [...seen].filter(([id]) => !planted.has(id));
  const others = suppliers - planted.size - lookAlikes.size;
  return THRESHOLDS.map((least) => {
    const told = clean.filter(([, { best }]) => best >= least);
    const alike = told.filter(([id]) => lookAlikes.has(id)).length;
    const found = [...planted.keys()].filter((id) => (seen.get(id)?.right ?? 0) >= least).length;
    const wrong = [...planted.keys()].filter((id) => (seen.get(id)?.best ?? 0) >= least).length - found;
    const perThousand = (part: number, whole: number) => ((1000 * part) / Math.max(1, whole)).toFixed(1);
    return {
      score: String(least),
      "planted found": number(found),
      "clean told": number(told.length),
      "precision %": percent(found, found + wrong + told.length),
      "told per 1,000 clean": perThousand(told.length, suppliers - planted.size),
      "named like listed ones": perThousand(alike, lookAlikes.size),
      "all others": perThousand(told.length - alike, others),
    };
  });
}

if (process.argv[2] === STAGE && process.send) {
  const [, , , folder = "", what = "", scope = "{}"] = process.argv;
  process.send(await work(folder, what, JSON.parse(scope) as Scope), () => process.exit(0));
}
