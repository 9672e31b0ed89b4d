/** An installation whose processes are killed while a person works with it, and the person, who goes on where it stands. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, asc, eq, inArray } from "drizzle-orm";
import { sha256OfEncrypted } from "../../app/files/encrypted-file.server";
import { instanceKey } from "../../app/files/instance-key.server";
import { paths } from "../../app/lib/paths";
import { verifyChain } from "../../db/chain";
import type { Database } from "../../db/database";
import { bulkRange } from "../../db/keys";
import { startBuiltServer, type BuiltServer } from "../bench/built-server";
import { formsOf, formWithButton, Visitor, type Answer } from "../bench/visitor";

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** How often the person looks again, in ms. */
const LOOK_EVERY = 50;
/** How long an import may take in all, kills and restarts included, in ms. */
const PATIENCE = 60_000;

export type Victim = "web process" | "job process" | "both";

/** One data folder with the program running on it, started again whenever its web process was killed. */
export class Installation {
  #server: BuiltServer | null = null;
  #starting: Promise<void>;
  #visitor: Visitor | null = null;

  constructor(readonly dataDir: string) {
    this.#starting = this.#start();
  }

  async #start(): Promise<void> {
    const server = await startBuiltServer(this.dataDir);
    this.#server = server;
    this.#visitor = this.#visitor ? this.#visitor.at(server.origin) : new Visitor(server.origin);
  }

  /** The person, once the server answers. */
  async visitor(): Promise<Visitor> {
    await this.#starting;
    return this.#visitor!;
  }

  /**
   * `kill -9`. The web process is started again at once; the job process is the web process's to start again.
   * @returns what was killed: a job process that was not there cannot be, so the web process is killed in its place.
   */
  async kill(victim: Victim, whileDown: () => Promise<void>): Promise<Victim> {
    await this.#starting;
    const server = this.#server!;
    const jobs = server.jobProcesses();
    if (victim === "job process" && jobs.length > 0) {
      for (const pid of jobs) process.kill(pid, "SIGKILL");
      await whileDown();
      return victim;
    }
    let restart: () => void = () => undefined;
    this.#starting = new Promise<void>((resolve) => (restart = resolve)).then(() => this.#start());
    await server.kill(victim === "both");
    await whileDown();
    restart();
    await this.#starting;
    return victim === "both" ? victim : "web process";
  }

  async stop(): Promise<void> {
    await this.#starting;
    await this.#server!.stop();
  }

  output(): string {
    return this.#server?.output() ?? "";
  }
}

/** Runs `work` until it succeeds; a connection that breaks is what this test is about, so it waits and tries again. */
async function untilDone<T>(
  installation: Installation,
  what: string,
  work: (visitor: Visitor) => Promise<T | null>,
): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      const done = await work(await installation.visitor());
      if (done !== null) return done;
    } catch (error) {
      if (!isBrokenConnection(error)) throw error;
    }
    if (Date.now() > until)
      throw new Error(`Not done within ${PATIENCE} ms: ${what}\n${installation.output().slice(-3000)}`);
    await sleep(LOOK_EVERY);
  }
}

const isBrokenConnection = (error: unknown): boolean =>
  error instanceof TypeError &&
  /fetch failed|terminated|other side closed|network/i.test(`${error.message} ${String(error.cause)}`);

/** Signs up; the person owns the first workspace. */
export async function signUp(installation: Installation): Promise<void> {
  const visitor = await installation.visitor();
  const page = await visitor.get(paths.signup());
  const form = formsOf(page.text).find(({ fields }) => fields.has("password"));
  if (!form) throw new Error(`There is no sign-up form on ${page.path} (${page.status})`);
  const changes = {
    workspace: "Kill test",
    name: "Kim Tester",
    email: "kim@candour.example",
    password: "seven plain words for a password",
  };
  const answer = await visitor.submit(page, form, changes);
  if (!answer.path.startsWith("/w/")) throw new Error(`Signing up led to ${answer.path} (${answer.status})`);
}

/** Makes a workspace and returns its slug. */
export async function newWorkspace(installation: Installation, name: string): Promise<string> {
  return untilDone(installation, "a new workspace", async (visitor) => {
    const page = await visitor.get(`${paths.workspaces()}?all=1`);
    const form = formsOf(page.text).find(({ fields }) => fields.has("name"));
    if (!form) return null;
    const answer = await visitor.submit(page, form, { name });
    return /^\/w\/([^/?]+)/.exec(answer.path)?.[1] ?? null;
  });
}

/** Uploads, takes the columns as proposed, publishes; resolves when the table of the new list is complete. */
export async function importList(installation: Installation, db: Database, slug: string, file: string): Promise<void> {
  const location = await untilDone(installation, "the upload", async (visitor) => {
    // An answer that was lost does not mean that the file was: whoever comes back sees it on the overview.
    const kept = new RegExp(`${paths.workspace(slug)}/imports/[0-9a-z]{22}`).exec(
      (await visitor.get(paths.workspace(slug))).text,
    )?.[0];
    if (kept) return kept;
    const answer = await visitor.upload(paths.upload(slug, path.basename(file)), file);
    if (!answer.ok) throw new Error(`The upload was refused: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { location?: string }).location ?? null;
  });
  await untilDone(installation, "publishing", async (visitor) => {
    const answer = await visitor.get(`${location}/progress`);
    if (answer.status !== 200) throw new Error(`The progress of ${location} answers ${answer.status}`);
    const { importState } = JSON.parse(answer.text) as { importState: string };
    if (importState === "failed")
      throw new Error(
        `The import failed: ${(await visitor.get(location)).text.slice(0, 2000)}\n${installation.output()}`,
      );
    if (importState === "mapping") await press(visitor, await visitor.get(location), "build");
    else if (importState === "preview") await press(visitor, await visitor.get(location), "confirm");
    else if (importState === "published") return true;
    return null;
  });
  await untilDone(installation, "the table", async () => ((await shownGeneration(db, slug))?.pagesReady ? true : null));
}

/** Sends the form with the button; a page that has moved on meanwhile has none, and the next look finds out. */
async function press(visitor: Visitor, page: Answer, intent: string): Promise<void> {
  if (
    !formsOf(page.text).some(({ buttons }) =>
      buttons.some((button) => button.name === "intent" && button.value === intent),
    )
  )
    return;
  const answer = await visitor.submit(page, formWithButton(page, "intent", intent), { intent });
  if (answer.status >= 500)
    throw new Error(`Pressing ${intent} answers ${answer.status}: ${answer.text.slice(0, 500)}`);
}

interface Shown {
  readonly no: number;
  readonly workspaceNo: number;
  readonly pagesReady: boolean;
}

/** The generation that everyone in the workspace sees; null before the first is published. */
export async function shownGeneration(db: Database, slug: string): Promise<Shown | null> {
  const { workspaces, generations } = db.t;
  const [found] = await db.q
    .select({ no: generations.no, workspaceNo: workspaces.no, pagesReady: generations.pagesReady })
    .from(workspaces)
    .innerJoin(generations, eq(generations.no, workspaces.publishedGeneration))
    .where(eq(workspaces.slug, slug));
  return found ?? null;
}

/** Columns that differ between two imports of the same file: numbers given one after the other. */
const REGISTER_COLUMNS = [
  "name", "nameKey", "supplierNumber", "registrationId", "seat", "seatBasis", "region", "placeOfWork", "origin", "role", "city", "isic", "sectorConfidence",
  "goods", "product", "parent", "tier", "workers", "readings", "amounts", "rowCount", "level", "score", "band", "inherent", "rangeLow", "rangeHigh",
  "coverageContext", "coverageSupplier", "dimCountry", "dimSector", "dimRecruitment", "releasedScore", "priority", "floors", "reasons", "line", "byteOffset", "byteLength", "repairs",
] as const; // prettier-ignore
const SOURCE_COLUMNS = ["line", "byteOffset", "byteLength", "outcome", "amount", "currency", "date"] as const;
const ISSUE_COLUMNS = ["recordNo", "line", "outcome", "code", "field", "found"] as const;

/** Everything a published list consists of, without the numbers that only count: equal for equal imports. */
export async function contentsOf(
  db: Database,
  generation: number,
): Promise<{ readonly suppliers: number; readonly digest: string }> {
  const range = bulkRange(generation);
  const lines: string[] = [];
  let suppliers = 0;
  for await (const rows of db.bulk.scan("registerRows", REGISTER_COLUMNS, range)) {
    suppliers += rows.length;
    for (const row of rows) lines.push(`supplier ${JSON.stringify(row)}`);
  }
  for await (const rows of db.bulk.scan("sourceRows", SOURCE_COLUMNS, range))
    for (const row of rows) lines.push(`row ${JSON.stringify(row)}`);
  for await (const rows of db.bulk.scan("rowIssues", ISSUE_COLUMNS, range))
    for (const row of rows) lines.push(`issue ${JSON.stringify(row)}`);
  const { controlTotals, summaryCounts } = db.t;
  for (const { generation: _, ...total } of await db.q
    .select()
    .from(controlTotals)
    .where(eq(controlTotals.generation, generation)))
    lines.push(`total ${JSON.stringify(total)}`);
  for (const { generation: _, ...count } of await db.q
    .select()
    .from(summaryCounts)
    .where(eq(summaryCounts.generation, generation)))
    lines.push(`count ${JSON.stringify(count)}`);
  return { suppliers, digest: createHash("sha256").update(lines.sort().join("\n")).digest("hex") };
}

/** Number of register lines and of page lines of a generation, without reading them. */
export async function linesOf(db: Database, generation: number): Promise<number> {
  let count = 0;
  for await (const rows of db.bulk.scan("registerRows", ["key"], bulkRange(generation))) count += rows.length;
  return count;
}

/** What is wrong with the workspace's chain, published events and kept files; empty when nothing is. */
export async function faultsOf(db: Database, dataDir: string, workspaceNo: number, file: string): Promise<string[]> {
  const faults: string[] = [];
  const chain = await verifyChain(db, workspaceNo);
  if (!chain.valid) faults.push(`the chain breaks at event ${chain.brokenSeq}: ${chain.why}`);
  const { auditEvents, uploads, imports } = db.t;
  const events = await db.q
    .select({ name: auditEvents.name })
    .from(auditEvents)
    .where(eq(auditEvents.workspaceNo, workspaceNo))
    .orderBy(asc(auditEvents.seq));
  const published = events.filter(({ name }) => name === "import.published").length;
  if (published !== 1) faults.push(`published ${published} times`);
  const kept = await db.q.select().from(uploads).where(eq(uploads.workspaceNo, workspaceNo));
  const received = events.filter(({ name }) => name === "import.received").length;
  if (kept.length !== received) faults.push(`${received} files were received and ${kept.length} are known`);
  const wanted = sha256(readFileSync(file));
  const closed = await db.q
    .select({ uploadId: imports.uploadId })
    .from(imports)
    .where(and(eq(imports.workspaceNo, workspaceNo), inArray(imports.state, ["published", "undone", "discarded"])));
  const key = await instanceKey(dataDir);
  for (const upload of kept) {
    const place = path.join(dataDir, upload.storedPath);
    if (upload.sha256 !== wanted) faults.push(`the SHA-256 of ${upload.id} is not that of what was sent`);
    const isClosed = closed.some(({ uploadId }) => uploadId === upload.id);
    const original = isClosed ? await sealed(db, upload.id) : null;
    if (!existsSync(place)) faults.push(`the file ${upload.id} is gone`);
    else if (isClosed && original === null) faults.push(`the original of ${upload.id} still stands in the clear`);
    else if (original === null) {
      if (sha256(readFileSync(place)) !== wanted) faults.push(`the file ${upload.id} is not what was sent`);
    } else if (original.storedPath === null) faults.push(`the original of ${upload.id} was not encrypted`);
    else {
      const encrypted = path.join(dataDir, original.storedPath);
      if ((await sha256OfEncrypted(encrypted, key, upload.id)) !== wanted)
        faults.push(`the encrypted original of ${upload.id} is not what was sent`);
      if (readFileSync(place, "latin1").includes("@")) faults.push(`the kept copy ${upload.id} still holds addresses`);
      for (const left of [`${place}.copy`, `${encrypted}.part`])
        if (existsSync(left)) faults.push(`${path.basename(left)} was left behind`);
    }
  }
  const states = await db.q.select({ state: imports.state }).from(imports).where(eq(imports.workspaceNo, workspaceNo));
  if (states.some(({ state }) => state === "failed")) faults.push("an import failed");
  return faults;
}

/** What became of an original, once its time has come; null when nothing does within half a minute. */
async function sealed(db: Database, uploadId: string): Promise<{ readonly storedPath: string | null } | null> {
  const { originals } = db.t;
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(LOOK_EVERY)) {
    const [found] = await db.q
      .select({ storedPath: originals.storedPath })
      .from(originals)
      .where(eq(originals.uploadId, uploadId));
    if (found) return found;
  }
  return null;
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
