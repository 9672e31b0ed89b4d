/**
 * `npm run bench`: how long the real program takes for an invented list, how that grows, and what memory it needs. Figures are
 * printed, never asserted. `--help` says how to call it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { makeSupplierList } from "./make-list";
import { measure } from "./measure";
import { benchEngine } from "./bench-engine";
import { benchDuplicates } from "./bench-duplicates";
import { benchMatch } from "./bench-match";
import { benchPages } from "./bench-pages";
import { benchReports } from "./bench-reports";
import { benchScreen } from "./bench-screen";
import { number, printTable } from "./print";

const HELP = `npm run bench -- [--rows N …] [--seed S] [--dirty SHARE] [--only import|export|pages|engine|match|screen|duplicates|reports] [--keep FOLDER]

Makes an invented supplier list, runs the built command line over it (file to scored and stored, then the exports and the PDF), and prints
seconds a step, rows a second, the peak memory of the process and its children, and the ratio to sqlite3 .import of the same file.

  --rows N       records to make; give it several times to see how cost grows (default 10000 and 100000; pages: 200000)
  --seed S       any number or text (default 1); the same seed gives the same file
  --dirty SHARE  share of records with a fault, 0 to 1 (default 0.05)
  --only WHAT    import: no exports printed; export: only the exports; engine: the risk engine alone, in memory;
                 match: how well and how fast names are matched (--rows: suppliers against 50,000 names);
                 screen: screening as a whole, from the import on, with planted listed names (--rows: suppliers against 50,000);
                 duplicates: how long suppliers that may be one firm take to find (default 100000);
                 reports: the register frozen with its whole list, then as workbook and PDF; the workspace's
                 evidence pack, made by the job process and verified (needs npm run build);
                 pages: the supplier table of a running server with 50 clients, at rest and while an import runs,
                 once as people ask and once as fast as it answers
  --keep FOLDER  leave the files made there instead of in a temporary folder
`;

const ONLY = ["import", "export", "pages", "engine", "match", "screen", "duplicates", "reports"] as const;

interface BenchOptions {
  readonly rows: readonly number[];
  readonly seed: string;
  readonly dirty: number;
  readonly only: (typeof ONLY)[number] | null;
  readonly keep: string | null;
}

export interface Program {
  /** Folder of the checkout. */
  readonly root: string;
  /** The built command line. */
  readonly cli: string;
}

function parse(args: readonly string[]): BenchOptions {
  const rows: number[] = [];
  let [seed, dirty, only, keep]: [string, number, BenchOptions["only"], string | null] = ["1", 0.05, null, null];
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = (args[at] ?? "").split(/=(.*)/s);
    const value = inline ?? args[++at];
    if (value === undefined) throw new Error(`${name} needs a value. See --help.`);
    if (name === "--rows") {
      for (const part of value.split(",")) {
        const count = Number(part.replaceAll("_", ""));
        if (!Number.isInteger(count) || count < 1)
          throw new Error(`--rows takes whole numbers of 1 or more, not "${part}".`);
        rows.push(count);
      }
    } else if (name === "--seed") seed = value;
    else if (name === "--dirty") {
      dirty = Number(value);
      if (!(dirty >= 0 && dirty <= 1)) throw new Error(`--dirty is a share from 0 to 1, not "${value}".`);
    } else if (name === "--only") {
      only = ONLY.find((one) => one === value) ?? null;
      if (only === null) throw new Error(`--only takes ${ONLY.join(", ")}, not "${value}".`);
    } else if (name === "--keep") keep = path.resolve(process.env.INIT_CWD ?? process.cwd(), value);
    else throw new Error(`There is no option ${name}. See --help.`);
  }
  return { rows, seed, dirty, only, keep };
}

interface Timings {
  readonly inspect: number;
  readonly import: number;
  readonly exportCsv: number;
  readonly exportXlsx: number;
  readonly reportPdf: number;
}
interface Run {
  readonly rows: number;
  readonly bytes: number;
  readonly timings: Timings;
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  readonly suppliers: number;
  readonly peakBytes: number;
  readonly sqliteSeconds: number | null;
}

async function runAssess(program: Program, folder: string, rows: number, options: BenchOptions): Promise<Run> {
  const file = path.join(folder, `suppliers-${rows}.csv`);
  const out = path.join(folder, `out-${rows}`);
  const began = performance.now();
  makeSupplierList(file, { rows, seed: options.seed, dirty: options.dirty });
  say(
    `made ${number(rows)} records, ${mega(statSync(file).size)} MB, in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );

  const sqliteSeconds = options.only === "export" ? null : await sqliteImport(folder, file);
  const run = await measure(process.execPath, [...HEAP, program.cli, "assess", file, "--out", out], { cwd: folder });
  if (run.exitCode !== 0) throw new Error(`candour assess ended with ${run.exitCode}: ${run.stderr.trim()}`);
  const summary = JSON.parse(readFileSync(path.join(out, "summary.json"), "utf8")) as {
    timings: Timings;
    suppliers: number;
    peakMemoryBytes: number;
  };
  return {
    rows,
    bytes: statSync(file).size,
    timings: summary.timings,
    wallSeconds: run.seconds,
    cpuSeconds: run.cpuSeconds,
    suppliers: summary.suppliers,
    peakBytes: Math.max(run.peakBytes ?? 0, summary.peakMemoryBytes),
    sqliteSeconds,
  };
}

/** Seconds of `sqlite3 .import` of the file into a new database; null when the program is not there. */
async function sqliteImport(folder: string, file: string): Promise<number | null> {
  const database = path.join(folder, "plain-import.sqlite");
  rmSync(database, { force: true });
  try {
    const run = await measure("sqlite3", [database], { input: `.mode csv\n.import "${file}" plain\n` });
    return run.exitCode === 0 || statSync(database).size > 0 ? run.seconds : null;
  } catch {
    return null;
  } finally {
    rmSync(database, { force: true });
  }
}

/** As `npm run candour` has it. */
const HEAP = ["--expose-gc", "--max-old-space-size=400", "--max-semi-space-size=32"];

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);
const seconds = (ms: number): string => (ms / 1000).toFixed(2);

function printRuns(runs: readonly Run[], only: BenchOptions["only"]): void {
  const rows = runs.map((run) => {
    const scored = run.timings.inspect + run.timings.import;
    const parts: Record<string, string> = {
      rows: number(run.rows),
      MB: mega(run.bytes),
      suppliers: number(run.suppliers),
    };
    if (only !== "export") {
      parts["inspect s"] = seconds(run.timings.inspect);
      parts["import s"] = seconds(run.timings.import);
      parts["rows/s"] = number(Math.round((run.rows / Math.max(scored, 1)) * 1000));
      parts["s per 100k rows"] = ((scored / run.rows) * 100).toFixed(2);
      parts["sqlite3 .import s"] = run.sqliteSeconds === null ? "not there" : run.sqliteSeconds.toFixed(2);
      parts["ratio"] = run.sqliteSeconds === null ? "-" : (scored / 1000 / run.sqliteSeconds).toFixed(2);
    }
    if (only !== "import") {
      parts["CSV out s"] = seconds(run.timings.exportCsv);
      parts["XLSX out s"] = seconds(run.timings.exportXlsx);
      parts["PDF out s"] = seconds(run.timings.reportPdf);
    }
    parts["wall s"] = run.wallSeconds.toFixed(2);
    if (run.cpuSeconds !== null) parts["cpu s"] = run.cpuSeconds.toFixed(2);
    parts["peak MB"] = mega(run.peakBytes);
    return parts;
  });
  printTable(rows);
  const first = runs[0];
  const last = runs.at(-1);
  if (only !== "export" && first && last && first !== last) {
    const cost = (run: Run): number => (run.timings.inspect + run.timings.import) / run.rows;
    say(
      `From ${number(first.rows)} to ${number(last.rows)} rows the cost of a row goes from ${(cost(first) * 1000).toFixed(1)} to ${(cost(last) * 1000).toFixed(1)} µs (× ${(cost(last) / cost(first)).toFixed(2)}; 1.00 is proportional).`,
    );
  }
  if (runs.some((run) => run.sqliteSeconds === null) && only !== "export")
    say("sqlite3 is not installed here, so the ratio to a plain import cannot be given.");
}

/** Entry point; returns the exit code. */
export async function bench(args: readonly string[], root: string): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(HELP);
    return 0;
  }
  let options: BenchOptions;
  try {
    options = parse(args);
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n`);
    return 2;
  }
  const program: Program = { root, cli: path.join(root, "build", "bin", "cli.js") };
  const folder = options.keep ?? mkdtempSync(path.join(tmpdir(), "candour-bench-"));
  mkdirSync(folder, { recursive: true });
  say(
    `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${(totalmem() / 2 ** 30).toFixed(1)} GiB, Node.js ${process.versions.node}, ${process.platform}; seed ${options.seed}, ${options.dirty * 100} % of records faulty`,
  );
  try {
    if (options.only === "engine") return await benchEngine(options.rows[0] ?? 300_000, options.seed);
    if (options.only === "duplicates") return await benchDuplicates(options.rows[0]);
    if (options.only === "match") return await benchMatch(options.rows[0]);
    if (options.only === "screen") return await benchScreen(program, path.join(folder, "data"), options.rows[0]);
    if (options.only === "reports")
      return await benchReports(
        program,
        folder,
        options.rows.length > 0 ? options.rows : [10_000, 100_000],
        options.seed,
      );
    if (options.only === "pages") return await benchPages(program, folder, options.rows[0] ?? 200_000, options.seed);
    const runs: Run[] = [];
    for (const rows of options.rows.length > 0 ? options.rows : [10_000, 100_000])
      runs.push(await runAssess(program, folder, rows, options));
    say("");
    printRuns(runs, options.only);
    return 0;
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    if (options.keep === null) rmSync(folder, { recursive: true, force: true });
  }
}
