/** The matching engine: how well it tells firms apart beside plain string measures, and how long a long list takes. */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { BlockingIndex } from "../../app/matching/blocking";
import { Screen } from "../../app/matching/screen";
import {
  alertsAt,
  CLEAN_SUPPLIERS,
  cleanSuppliers,
  measureCases,
  measureScores,
  ours,
  plantedAliases,
  readCases,
  reliability,
  screenScores,
  type Case,
  type Measure,
} from "../matching/cases";
import { listedEntities } from "../matching/list-pairs";
import type { Party } from "../../app/matching/types";
import { number, printTable } from "./print";
import { STRING_MEASURES } from "./string-measures";

const LISTED = 50_000;
const SUPPLIERS = 100_000;
const WORKERS = 2;
const PIECE = 1000;
const FOUND = [0.7, 0.8];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints every figure; returns the exit code. `suppliers` of the long list. */
export async function benchMatch(suppliers = SUPPLIERS): Promise<number> {
  // First, so that the peak of the memory is that of the long list.
  await longList(suppliers);
  const cases = readCases();
  const clean = cleanSuppliers(CLEAN_SUPPLIERS);
  say(
    `${cases.length} labelled cases, ${cases.filter(({ same }) => same).length} of them one firm; ${plantedAliases().planted.length} planted aliases, ${number(clean.length)} clean suppliers`,
  );
  const rows = [rowOf("Candour", ours, cases, screenScores(clean))];
  for (const { name, measure } of STRING_MEASURES)
    rows.push(rowOf(name, measure, cases, measureScores(clean, measure)));
  printTable(rows);
  say(
    "\nPrecision is that at recall 0.9. Alerts are clean suppliers of 1,000 at the threshold that finds the share of aliases.\n",
  );
  printTable(
    reliability(cases).map((row) => ({
      score: row.band,
      pairs: String(row.pairs),
      "mean score": row.mean.toFixed(2),
      "one firm": row.same.toFixed(2),
    })),
  );
  say("");
  printTable(kinds(cases));
  say("");
  blockingRecall(cases);
  return 0;
}

function rowOf(name: string, measure: Measure, cases: readonly Case[], scores: { aliases: number[]; clean: number[] }) {
  const { bestF1, precisionAtRecall90 } = measureCases(cases, measure);
  const [at70, at80] = alertsAt(scores.aliases, scores.clean, FOUND);
  return {
    measure: name,
    "best F1": bestF1.toFixed(1),
    precision: precisionAtRecall90.toFixed(1),
    "alerts at 70 %": at70!.alertsPer1000.toFixed(1),
    "alerts at 80 %": at80!.alertsPer1000.toFixed(1),
    "pairs/s": number(pairsASecond(cases, measure)),
  };
}

function pairsASecond(cases: readonly Case[], measure: Measure): number {
  for (const { left, right } of cases) measure(left, right);
  const began = performance.now();
  let pairs = 0;
  while (performance.now() - began < 1000)
    for (const { left, right } of cases) {
      measure(left, right);
      pairs++;
    }
  return Math.round((pairs / (performance.now() - began)) * 1000);
}

/** Where it goes wrong at a score of one half, by kind of case. */
const kinds = (cases: readonly Case[]) =>
  [...new Set(cases.map(({ kind }) => kind))].map((kind) => {
    const some = cases.filter((one) => one.kind === kind);
    const right = some.filter(({ left, right, same }) => ours(left, right) >= 0.5 === same).length;
    return { kind, cases: String(some.length), right: String(right) };
  });

function blockingRecall(cases: readonly Case[]): void {
  const listed = listedEntities();
  const same = cases.filter((one) => one.same);
  const filler = cleanSuppliers(LISTED - listed.length - same.length, "listed");
  const index = new BlockingIndex([
    ...listed.map(({ name, country }) => ({ name, country })),
    ...same.map(({ right }) => right),
    ...filler,
  ]);
  let [aliases, found, cased] = [0, 0, 0];
  for (const one of listed)
    for (const alias of one.aliases) {
      aliases++;
      const hit = index
        .candidates({ name: alias }, 10)
        .some(
          (at) =>
            at < listed.length &&
            (listed[at]!.id === one.id || listed[at]!.name.slice(0, 10) === one.name.slice(0, 10)),
        );
      if (hit) found++;
    }
  same.forEach(({ left }, at) => {
    if (index.candidates(left, 10).includes(listed.length + at)) cased++;
  });
  say(
    `blocking among ${number(LISTED)} names, ten candidates each: true entry for ${((100 * found) / aliases).toFixed(1)} % of ${aliases} listed aliases (the list without any alias), for ${((100 * cased) / same.length).toFixed(1)} % of the ${same.length} labelled pairs that are one firm`,
  );
}

interface Task {
  readonly task: "candour-match";
  readonly from: number;
  readonly to: number;
}

async function longList(suppliers: number): Promise<void> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const piece = Math.ceil(suppliers / WORKERS);
  const parts = await Promise.all(
    Array.from({ length: WORKERS }, async (_, at) => {
      const task: Task = { task: "candour-match", from: at * piece, to: Math.min(suppliers, (at + 1) * piece) };
      const worker = new Worker(fileURLToPath(import.meta.url), {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: 320 },
      });
      const [part] = (await once(worker, "message")) as [Part];
      await worker.terminate();
      return part;
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  const most = (of: (part: Part) => number) => Math.max(...parts.map(of));
  printTable([
    {
      suppliers: number(suppliers),
      listed: number(LISTED),
      threads: String(WORKERS),
      "index s": most(({ index }) => index / 1000).toFixed(1),
      "matching s": most(({ matching }) => matching / 1000).toFixed(1),
      "wall s": ((performance.now() - began) / 1000).toFixed(1),
      "cpu s": ((user + system) / 1e6).toFixed(1),
      "peak MB": (process.resourceUsage().maxRSS / 1000).toFixed(0),
      "scores of .5 and more": number(parts.reduce((sum, { hits }) => sum + hits, 0)),
    },
  ]);
  say("All of it holds the making of the lists too.\n");
}

interface Part {
  readonly index: number;
  readonly matching: number;
  readonly hits: number;
}

function matchPart({ from, to }: Task): Part {
  const list: Party[] = cleanSuppliers(LISTED, "listed");
  const began = performance.now();
  const screen = new Screen(list);
  const built = performance.now();
  let hits = 0;
  for (let at = from; at < to; at += PIECE)
    for (const supplier of cleanSuppliers(Math.min(to, at + PIECE), "asked", at)) hits += screen.find(supplier).length;
  return { index: built - began, matching: performance.now() - built, hits };
}

if (!isMainThread && (workerData as Partial<Task> | null)?.task === "candour-match")
  parentPort!.postMessage(matchPart(workerData as Task));
