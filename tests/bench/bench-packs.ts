/** The evidence pack of a workspace: made by the program's own job process, verified by the command, with the memory of both. */
import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { eq } from "drizzle-orm";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import type { Database, Scope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { findPack } from "../../db/queries/packs";
import { findReport } from "../../db/queries/reports";
import { topSuppliers } from "../../db/queries/top-suppliers";
import { openDatabase } from "../../db/open";
import { anAction } from "../remedy-facts";
import { measure, residentBytes } from "./measure";
import { number, printTable } from "./print";
import { publishAsItIs } from "../services/as-it-is";

/** As the job process has it (app/jobs/supervise.server.ts), and the command (package.json). */
const JOB_HEAP = ["--max-old-space-size=400", "--max-semi-space-size=32"];
const COMMAND_HEAP = ["--expose-gc", ...JOB_HEAP];
const LOOK_MS = 50;
/** Suppliers with answers; every fourth has a finding and an action, too. */
const TOLD_OF = 400;

export const databaseIn = (folder: string): string => path.join(folder, "candour.db");

export interface PackFigures {
  readonly suppliers: number;
  readonly reports: number;
  readonly bytes: number;
  /** From the moment the job process takes it to the moment it is there: written, then verified by the job itself. */
  readonly seconds: number;
  /** Largest resident memory seen of the job process with what it started. */
  readonly peakBytes: number;
  readonly verifySeconds: number;
  readonly verifyPeakBytes: number;
}

/** @param registerId a register that was sent to review. The folder is the data folder. */
export async function benchPack(
  { root, cli }: { readonly root: string; readonly cli: string },
  folder: string,
  scope: Scope,
  registerId: string,
): Promise<PackFigures> {
  const db = await openDatabase({ file: databaseIn(folder), role: "web" });
  try {
    const reports = await fill(db, scope, folder, registerId);
    const worker = fork(path.join(root, "build", "bin", "worker.js"), [], {
      execArgv: JOB_HEAP,
      env: { ...process.env, CANDOUR_DATA: folder, CANDOUR_DEMO: "0" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    try {
      await once(worker, "message");
      await untilIdle(db);
      const packId = await askPack(db, scope, "confidential", new Date());
      const peakBytes = await peakUntilIdle(db, worker.pid!);
      const pack = await findPack(db, scope, packId);
      if (!pack) throw new Error("The job process made no pack");
      if (pack.faults > 0) throw new Error(`The pack has ${pack.faults} faults`);
      const [job] = await db.q.select().from(db.t.jobs).where(eq(db.t.jobs.kind, "pack.make"));
      const seconds = (job!.finishedAt!.getTime() - job!.startedAt!.getTime()) / 1000;
      const file = path.join(folder, pack.storedPath);
      const check = await measure(process.execPath, [...COMMAND_HEAP, cli, "verify", file, "--key", pack.fingerprint]);
      if (check.exitCode !== 0) throw new Error(`candour verify ended with ${check.exitCode}: ${check.stdout}`);
      const { suppliers, bytes } = pack;
      return { suppliers, reports, bytes, seconds, peakBytes, verifySeconds: check.seconds, verifyPeakBytes: check.peakBytes ?? 0 }; // prettier-ignore
    } finally {
      const ended = once(worker, "exit");
      worker.disconnect();
      await ended;
    }
  } finally {
    await db.close();
  }
}

/** Answers, findings and actions, and three reports: the register, a statement and the demand side, published. @returns how many. */
async function fill(db: Database, scope: Scope, dataDir: string, registerId: string): Promise<number> {
  const now = new Date();
  const generation = (await publishedGeneration(db, scope))!;
  for (const [at, { supplierNo }] of (await topSuppliers(db, scope, generation, TOLD_OF)).entries()) {
    const { suppliers: s } = db.t;
    const [found] = await db.q.select({ id: s.id }).from(s).where(eq(s.no, supplierNo));
    const supplierId = found!.id;
    const answer = (what: "workersRecruited" | "papersHeldBy" | "feesPaidByWorkers", value: unknown) => ({ what, value, proof: "invoices", validFrom: "2026-01-01", money: null }) as const; // prettier-ignore
    const answers = [answer("workersRecruited", at + 1), answer("papersHeldBy", "worker"), answer("feesPaidByWorkers", "no")]; // prettier-ignore
    await recordReadings(db, scope, { supplierId, answers, source: "Head of personnel", protectedSource: null }, now);
    if (at % 4 > 0) continue;
    const finding = { supplierId, source: "press", saidBy: "A paper", foundOn: "2026-01-01", site: null, product: null, indicators: ["ILO-07"], severity: "serious", summary: "Wages were late.", accessClass: "internal", namesNobody: true } as const; // prettier-ignore
    const findingId = await recordFinding(db, scope, finding, now);
    await recordAction(db, scope, { supplierId, findingId, facts: anAction(scope.userId) }, now);
  }
  const ids = [registerId];
  for (const type of ["statement", "demand"]) {
    const id = await startReport(db, scope, { type, variant: "", subjectId: "", subjectName: "" }, now);
    await submitReport(db, scope, id, { title: "", note: "" }, now, dataDir);
    ids.push(id);
  }
  for (const id of ids) {
    const { contentSha256 } = (await findReport(db, scope, id))!;
    await approveReport(db, scope, id, { title: "", note: "", contentSha256: contentSha256!, knowsGaps: true }, now);
    await publishAsItIs(db, scope, id, now);
  }
  return ids.length;
}

/** Are all jobs ended? */
async function isIdle(db: Database): Promise<boolean> {
  const states = await db.q.select({ state: db.t.jobs.state }).from(db.t.jobs);
  return states.every(({ state }) => state !== "queued" && state !== "running");
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_MS));

async function untilIdle(db: Database): Promise<void> {
  while (!(await isIdle(db))) await pause();
}

async function peakUntilIdle(db: Database, pid: number): Promise<number> {
  let peak = 0;
  while (!(await isIdle(db))) {
    peak = Math.max(peak, residentBytes(pid) ?? 0);
    await pause();
  }
  return peak;
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** Prints the figures, and what they come to for each supplier. */
export function printPacks(all: readonly PackFigures[]): void {
  printTable(
    all.map((pack) => ({
      suppliers: number(pack.suppliers),
      reports: String(pack.reports),
      "pack MB": (pack.bytes / 1e6).toFixed(1),
      "pack s": pack.seconds.toFixed(1),
      "pack ms/1,000": ((1e6 * pack.seconds) / pack.suppliers).toFixed(0),
      "pack peak MB": mega(pack.peakBytes),
      "verify s": pack.verifySeconds.toFixed(1),
      "verify/pack": (pack.verifySeconds / pack.seconds).toFixed(2),
      "verify peak MB": mega(pack.verifyPeakBytes),
    })),
  );
  process.stdout.write(
    "Pack: by the job process, from begin to end, its own verifying included; verify: `candour verify` with its start. Peaks are of the process with what it started.\n",
  );
}
