/**
 * The register as a report, and the evidence pack of the workspace: frozen with its whole list kept, then as a workbook and as a
 * PDF, then packed by the program's own job process and verified by the command. Each in a process of its own, with its memory.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { exportReport, type ReportFormat } from "../../app/services/reports/export-report.server";
import { createPdfMaker, type MakePdf } from "../../app/services/reports/make-pdf.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import type { Scope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { aWorkspace, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";
import { importSteps } from "../services/import-steps";
import { benchPack, databaseIn, printPacks, type PackFigures } from "./bench-packs";
import { makeSupplierList } from "./make-list";
import { number, printTable } from "./print";

/** So small that no list fits it: what is held of every row would end the process. */
const HEAP = ["--max-old-space-size=128"];
const STAGE = "candour-reports-stage";

/** What is done in a process of its own. */
const STAGES = ["submit", "xlsx", "pdf", "register"] as const;
type Stage = (typeof STAGES)[number];

interface Told {
  readonly seconds: number;
  /** Largest resident memory of the process that did it. */
  readonly peakBytes: number;
  /** The longest time for which the process did nothing else, in ms: as long any other request would have waited. */
  readonly longestBlockMs: number;
  /** Largest resident memory of the process that makes the PDF; 0 where none was made. */
  readonly childPeakBytes: number;
  /** Of the file that was written; 0: none was. */
  readonly bytes: number;
}

interface Figures {
  readonly suppliers: number;
  readonly stages: Readonly<Record<Stage, Told>>;
  readonly pack: PackFigures;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Prints the figures of each number of suppliers; returns the exit code. */
export async function benchReports(
  { root, cli }: { readonly root: string; readonly cli: string },
  folder: string,
  counts: readonly number[],
  seed: string,
): Promise<number> {
  for (const name of ["pdf.js", "worker.js"])
    if (!existsSync(path.join(root, "build", "bin", name)))
      throw new Error("The processes that reports and packs need are not built: run npm run build first.");
  say(`work waiting for the processor before it begins: ${loadavg()[0]!.toFixed(1)} (load average of the last minute)`);
  const all: Figures[] = [];
  for (const count of counts)
    all.push(await oneSize({ root, cli }, path.join(folder, `reports-${count}`), count, seed));
  say("");
  printTable(all.map(registerRow));
  say(
    `To review: frozen, the whole list kept; block: the longest time for which that process answered nobody. Each file in a process of its own with a heap of ${HEAP[0]!.replace(/\D+/u, "")} MB; the PDF in another one beside it, whose memory is the child's.`,
  );
  say("");
  printPacks(all.map(({ pack }) => pack));
  return 0;
}

function registerRow({ suppliers, stages: { submit, xlsx, pdf, register } }: Figures): Record<string, string> {
  return {
    suppliers: number(suppliers),
    "to review s": submit.seconds.toFixed(2),
    "block ms": submit.longestBlockMs.toFixed(0),
    "peak MB": mega(submit.peakBytes),
    "XLSX s": xlsx.seconds.toFixed(2),
    "XLSX MB": mega(xlsx.bytes),
    "XLSX peak MB": mega(xlsx.peakBytes),
    "PDF s": pdf.seconds.toFixed(2),
    "PDF MB": mega(pdf.bytes),
    "PDF child peak MB": mega(pdf.childPeakBytes),
    "kept CSV s": register.seconds.toFixed(2),
    "kept CSV MB": mega(register.bytes),
  };
}

async function oneSize(
  program: { readonly root: string; readonly cli: string },
  folder: string,
  count: number,
  seed: string,
): Promise<Figures> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "list.csv");
  makeSupplierList(file, { rows: count, seed, dirty: 0.02 });
  const db = await openDatabase({ file: databaseIn(folder), role: "job" });
  const now = new Date();
  let [scope, id]: [Scope | null, string] = [null, ""];
  try {
    scope = scopeOf(await aWorkspace(db));
    await importSteps(db, folder, () => now).publish(scope, readFileSync(file, "utf8"));
    id = await startReport(db, scope, { type: "register", variant: "", subjectId: "", subjectName: "" }, now);
  } finally {
    await db.close();
  }
  const told = new Map<Stage, Told>();
  for (const stage of STAGES) told.set(stage, await inProcess(program.root, folder, scope, id, stage));
  say(`${number(count)} records: frozen and written as files`);
  const pack = await benchPack(program, folder, scope, id);
  say(`${number(count)} records: packed and verified`);
  return { suppliers: pack.suppliers, stages: Object.fromEntries(told) as Figures["stages"], pack };
}

async function inProcess(root: string, folder: string, scope: Scope, id: string, stage: Stage): Promise<Told> {
  const child = fork(fileURLToPath(import.meta.url), [STAGE, root, folder, JSON.stringify(scope), id, stage], {
    execArgv: [...process.execArgv, ...HEAP],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The process that does "${stage}" ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [told] = (await Promise.race([once(child, "message"), ended])) as [Told];
  return told;
}

async function work(root: string, folder: string, scope: Scope, id: string, stage: Stage): Promise<Told> {
  const db = await openDatabase({ file: databaseIn(folder), role: "web" });
  const now = new Date();
  let [childPeakBytes, bytes] = [0, 0];
  const make = createPdfMaker({ program: path.join(root, "build", "bin", "pdf.js") });
  const watched: MakePdf = async (order, signal) => {
    const made = await make(order, signal);
    childPeakBytes = made.childPeakBytes;
    return made;
  };
  const write = async (format: ReportFormat) => {
    const target = path.join(folder, `register.${format}`);
    const order = { format, language: "en", wording: await wordingIn("en"), now, dataDir: folder } as const;
    await pipeline((await exportReport(db, scope, id, order, watched)).stream, createWriteStream(target));
    bytes = statSync(target).size;
  };
  // Whoever sends a draft to review has looked at it.
  if (stage === "submit") await reportView(db, scope, id, now);
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  blocked.enable();
  const began = performance.now();
  if (stage === "submit") await submitReport(db, scope, id, { title: "", note: "" }, now, folder);
  else await write(stage);
  const seconds = (performance.now() - began) / 1000;
  blocked.disable();
  await db.close();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { seconds, peakBytes, longestBlockMs: blocked.max / 1e6, childPeakBytes, bytes };
}

if (process.argv[2] === STAGE && process.send) {
  const [, , , root = "", folder = "", scope = "{}", id = "", stage = ""] = process.argv;
  const told = await work(root, folder, JSON.parse(scope) as Scope, id, stage as Stage);
  process.send(told, () => process.exit(0));
}
