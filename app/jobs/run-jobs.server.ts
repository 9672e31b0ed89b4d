import type { Database } from "../../db/database";
import { isStaleWrite } from "../../db/errors";
import { newId } from "../../db/ids";
import { lockFolder, FolderInUseError } from "../../db/lock/lock.sqlite";
import { openDatabase } from "../../db/open";
import { claimJob, endJob, heartbeat, requeueOrphans, type Job } from "../../db/queries/jobs";
import os from "node:os";
import path from "node:path";
import { mkdirSync } from "node:fs";
import { readConfig, type Config } from "../lib/config.server";
import { log } from "../lib/log.server";
import { isProblem } from "../lib/problem";
import { JOB_KINDS, newJob, type JobKind } from "../services/jobs/new-job";
import { buildImport } from "./build-import.server";
import { compareModels } from "./compare-models.server";
import { buildRegisterPages } from "./build-register-pages.server";
import { expireOriginals } from "./expire-originals.server";
import { inspectImport } from "./inspect-import.server";
import type { JobContext, JobHandler, JobTick } from "./job-context";
import { loadDemo } from "./load-demo.server";
import { reapplyImport } from "./reapply-import.server";
import { makePackJob } from "./make-pack.server";
import { noteHeadsJob, noteHeadsWhenDue } from "./note-heads.server";
import { recordReference } from "./record-reference.server";
import { screenOutdated } from "./screen-outdated.server";
import { screenSuppliers } from "./screen-suppliers.server";
import { sealImport } from "./seal-import.server";
import { sealRegister, sealStrandedRegisters } from "./seal-register.server";
import { sweep } from "./sweep.server";
import { verifyTrailJob } from "./verify-trail.server";
import { sweepAccounts } from "./sweep-accounts.server";
import { restartStrandedImports, sealStrandedOriginals } from "./stranded-imports.server";

const HANDLERS: Readonly<Record<JobKind, JobHandler>> = {
  "import.inspect": inspectImport,
  "import.build": buildImport,
  "import.pages": buildRegisterPages,
  "import.reapply": reapplyImport,
  "model.compare": compareModels,
  "lists.screen": screenSuppliers,
  "import.seal": sealImport,
  "register.seal": sealRegister,
  "trail.verify": verifyTrailJob,
  "pack.make": makePackJob,
  "trail.heads": noteHeadsJob,
  "originals.expire": expireOriginals,
  "generation.sweep": sweep,
  "accounts.sweep": sweepAccounts,
  "demo.load": loadDemo,
};

/** How often the queue is looked at when it was empty, and how often a running job says it is alive. */
const IDLE_MS = 150;
const HEARTBEAT_MS = 500;
/** How often what is to end is looked for: originals, sessions, workspaces. */
const EXPIRE_MS = 60 * 60 * 1000;
/** How often it is asked whether the heads of the chains are to be noted outside. */
const HEADS_MS = 60 * 1000;
/** How long a new job process waits for one that is still ending. */
const TAKEOVER_MS = 30_000;

/** Runs the job process until the web process ends or asks it to stop. */
export async function startJobProcess(): Promise<void> {
  const config = readConfig(process.env);
  yieldToPages();
  // Without the web process nobody would see what is done here: a killed server takes its jobs along.
  process.on("disconnect", () => process.exit(0));
  await lockWhenFree(path.join(config.dataDir, "jobs"));
  const db = await openDatabase({ file: config.databaseFile, role: "job" });
  const worker = newId(new Date());
  const { requeued } = await requeueOrphans(db, worker, new Date());
  await recordReference(db, new Date());
  if (config.demo) await db.commitPlain((q) => [q.insert(db.t.jobs).values(newJob("demo.load", {}, null, new Date()))]);
  const stranded = await restartStrandedImports(db, new Date());
  // Behind what was waiting: generations that a killed or discarded import has left.
  await db.commitPlain((q) => [q.insert(db.t.jobs).values(newJob("generation.sweep", {}, null, new Date()))]);
  const unsealed = await sealStrandedOriginals(db, new Date());
  const unsealedLists = await sealStrandedRegisters(db, new Date());
  const outdated = await screenOutdated(db, new Date());
  log.info({ requeued, stranded, unsealed, unsealedLists, outdated }, "job process started");
  process.send?.({ ready: true });
  let [expired, headsLooked] = [-Infinity, -Infinity];
  for (;;) {
    if (Date.now() - expired >= EXPIRE_MS) {
      expired = Date.now();
      await db.commitPlain((q) => [
        q
          .insert(db.t.jobs)
          .values([newJob("originals.expire", {}, null, new Date()), newJob("accounts.sweep", {}, null, new Date())]),
      ]);
    }
    if (Date.now() - headsLooked >= HEADS_MS) {
      headsLooked = Date.now();
      await noteHeadsWhenDue(db, config, new Date());
    }
    const job = await claimJob(db, worker, JOB_KINDS, new Date());
    if (job) await runJob(db, config, worker, job);
    else await pause(IDLE_MS);
  }
}

/** Whoever waits for a page goes first: long work takes what processor time is left. Threads started later inherit it. */
function yieldToPages(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_LOW);
  } catch (error) {
    log.warn({ error }, "the job process keeps its priority");
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function lockWhenFree(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const since = Date.now(); ;) {
    try {
      lockFolder(folder);
      return;
    } catch (error) {
      if (!(error instanceof FolderInUseError) || Date.now() - since > TAKEOVER_MS) throw error;
      await pause(100);
    }
  }
}

async function runJob(db: Database, config: Config, worker: string, job: Job): Promise<void> {
  const started = Date.now();
  let last = 0;
  let stop: "cancelled" | "lost" | null = null;
  let progress: JobTick | null = null;
  const beat = async () => {
    last = Date.now();
    ({ stop } = await heartbeat(db, job.id, worker, progress, new Date()));
  };
  const context: JobContext = {
    db,
    config,
    job: { id: job.id, workspaceNo: job.workspaceNo, payload: job.payload as JobContext["job"]["payload"] },
    async progress(now) {
      progress = now;
      if (Date.now() - last >= HEARTBEAT_MS) await beat();
    },
    async cancelled() {
      if (stop === null && Date.now() - last >= HEARTBEAT_MS) await beat();
      return stop !== null;
    },
  };
  try {
    await HANDLERS[job.kind as JobKind](context);
    await endJob(db, job.id, worker, { state: stop === "cancelled" ? "cancelled" : "done" }, new Date());
    log.info({ job: job.id, kind: job.kind, ms: Date.now() - started }, "job ended");
  } catch (error) {
    log.error({ job: job.id, kind: job.kind, error }, "job failed");
    const problem = isProblem(error)
      ? { code: error.code, values: error.values }
      : { code: "job.unexpected", values: {} };
    await endJob(db, job.id, worker, { state: "failed", problem }, new Date()).catch((late: unknown) => {
      if (!isStaleWrite(late)) throw late;
    });
  }
}
