import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Database } from "../../db/database";
import { openDatabase } from "../../db/open";
import { createGeneration } from "../../db/queries/imports";
import { IMPORT_FIELD_NAMES, type FieldName } from "../imports/fields";
import { DEFAULT_LANGUAGE, isLanguage, languageCodes, type Language } from "../i18n/languages";
import { ISSUE_TEXTS } from "../imports/issue-texts";
import { Problem } from "../lib/problem";
import { buildGeneration, type BuildCounts } from "../services/imports/build-generation.server";
import { openList, rowSetupOf, type OpenedList } from "../services/imports/read-list.server";
import { threadsFor, type RowThreads } from "../services/imports/rows/row-threads.server";
import type { ImportSettings } from "../services/imports/settings";
import { decimalOf } from "../services/register/register-export.server";
import { writeIssuesCsv, writeRegisterCsv, writeRegisterXlsx } from "../services/register/write-register.server";
import { assessorFor, dayOf, type Assessor } from "../services/scoring/assessor.server";
import { Phases } from "./clock";
import { fromUser, LIST_OPTIONS, listOptionsOf } from "./list-options";
import { progressLine, optionsOf } from "./output";
import { timestampService, writeCommandPack } from "./pack";
import { orderReport, writeReport } from "./report";
import { recordImport, recordPublished, workspaceForCommand } from "./workspace";

export const ASSESS_HELP = `candour assess FILE --out DIR [options]

Reads a supplier list or a payment ledger (CSV, TSV, XLSX), scores every supplier and writes into DIR:
  summary.json    what was read, mapped, counted and scored
  register.csv    one line a supplier: level, score, band, range, coverages, reasons
  register.xlsx   the same as a workbook
  issues.csv      what was repaired, set aside or left out, with the line numbers of FILE
  report.pdf      summary, the suppliers to look at first, the method in brief

  --sheet NAME         sheet of a workbook (default: the one that holds the list)
  --no-header          the first record is data
  --country ISO2       country of every row that names none
  --product TEXT       product or service of every row that names none
  --map FIELD=HEADER   the column with this header is this field; may be given again and again
  --language CODE      language of report.pdf: ${languageCodes.join(", ")} (default ${DEFAULT_LANGUAGE})
  --pack FILE.zip      write an evidence pack as well, signed with the key of the data folder
                       (CANDOUR_DATA) and marked: not signed by a person
  --timestamp URL      with --pack: get a time stamp (RFC 3161) for it from this service, which
                       is told a hash; the one time this command uses the network
  --db FILE            keep the result in this database file (default: a temporary one)

Fields: ${IMPORT_FIELD_NAMES.join(", ")}

Exit code 0; 2 with one sentence on standard error, and nothing written, when FILE cannot be used.
`;

interface AssessArguments {
  readonly file: string;
  readonly out: string;
  readonly settings: ImportSettings;
  readonly force: Partial<Record<FieldName, string>>;
  readonly databaseFile: string | null;
  readonly pack: string | null;
  /** Address of the service that stamps the pack. */
  readonly timestamp: string | null;
  readonly language: Language;
}

type AssessPhase = "inspect" | "import" | "exportCsv" | "exportXlsx" | "reportPdf" | "evidencePack";

function readArguments(args: readonly string[], assessor: () => Assessor): AssessArguments {
  const parsed = parse(args);
  const { values, positionals } = parsed;
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0 || !values.out)
    throw new Problem("cli.usage", "Write: candour assess FILE --out DIR. `candour assess --help` lists the options.");
  const language = values.language ?? DEFAULT_LANGUAGE;
  if (!isLanguage(language))
    throw new Problem(
      "cli.language",
      `--language ${language}: report.pdf is written in ${languageCodes.join(" or ")}.`,
    );
  return {
    file: fromUser(file),
    out: fromUser(values.out),
    ...listOptionsOf(values, assessor),
    databaseFile: values.db ? fromUser(values.db) : null,
    pack: values.pack ? fromUser(values.pack) : null,
    timestamp: values.timestamp === undefined ? null : timestampService(values.timestamp, values.pack),
    language,
  };
}

function parse(args: readonly string[]) {
  return optionsOf("assess", () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        ...LIST_OPTIONS,
        product: { type: "string" },
        language: { type: "string" },
        pack: { type: "string" },
        timestamp: { type: "string" },
        db: { type: "string" },
      },
    }),
  );
}

/** Runs `candour assess`. Nothing is left in DIR when the file cannot be used. */
export async function assess(args: readonly string[]): Promise<void> {
  const phases = new Phases<AssessPhase>();
  const now = new Date();
  const given = readArguments(args, () => assessorFor(dayOf(now)));
  if (!existsSync(given.file)) throw new Problem("file.not-found", `There is no file ${given.file}. Check the path.`);
  const workDir = await mkdtemp(path.join(os.tmpdir(), "candour-"));
  const stop = () => void rm(workDir, { recursive: true, force: true }).finally(() => process.exit(130));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const line = progressLine();
  let db: Database | null = null;
  let threads: RowThreads | null = null;
  try {
    const fileName = path.basename(given.file);
    threads = threadsFor(statSync(given.file).size);
    const opened = await openList({ ...given, path: given.file, fileName, workDir, requireName: true });
    const assessor = assessorFor(dayOf(now));
    phases.end("inspect");

    // Without a journal only where the file is thrown away anyhow: a database that is kept must survive a kill.
    db = await (given.databaseFile
      ? openDatabase({ file: given.databaseFile, role: "web" })
      : openDatabase({ file: path.join(workDir, "assess.db"), role: "cli" }));
    const { scope, generation, importId, counts, counted } = await importList(
      db,
      opened,
      given.settings,
      assessor,
      now,
      threads,
      (share, rows) => line.show(`${Math.round(share * 100)} %, ${rows} rows`),
    );
    phases.end("import");

    const parts = path.join(workDir, "out");
    await mkdir(parts);
    await writeRegisterCsv(db, generation, path.join(parts, "register.csv"));
    await writeIssuesCsv(
      db,
      generation,
      (code) => ISSUE_TEXTS.en[code as keyof typeof ISSUE_TEXTS.en] ?? code,
      path.join(parts, "issues.csv"),
    );
    phases.end("exportCsv");
    await writeRegisterXlsx(db, generation, path.join(parts, "register.xlsx"));
    phases.end("exportXlsx");

    const packed = given.pack === null ? null : path.join(parts, "pack.zip");
    if (packed !== null) {
      const list = { importId, counts, assessor, opened, settings: given.settings };
      await writeCommandPack(db, scope, generation, list, { target: packed, workDir, now, timestamp: given.timestamp });
      phases.end("evidencePack");
    }
    const order = await orderReport(db, scope, generation, { list: opened.inspected, counts, now, parts });
    await db.close();
    db = null;
    const peakMemoryBytes = await writeReport(order, given.language, path.join(parts, "report.pdf"));
    phases.end("reportPdf");
    line.clear();

    const summary = { ...summaryOf(opened, given.file, counts, counted, assessor, phases.timings), peakMemoryBytes };
    await writeFile(path.join(parts, "summary.json"), `${JSON.stringify(summary, null, 2)}\n`);
    await mkdir(given.out, { recursive: true });
    for (const name of ["register.csv", "issues.csv", "register.xlsx", "report.pdf", "summary.json"])
      await moveFile(path.join(parts, name), path.join(given.out, name));
    if (packed !== null) {
      await mkdir(path.dirname(given.pack!), { recursive: true });
      await moveFile(packed, given.pack!);
    }
  } finally {
    line.clear();
    await threads?.close();
    await db?.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

/** A move that also works from one file system to another. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    const { copyFile } = await import("node:fs/promises");
    await copyFile(from, `${to}.part`);
    await rename(`${to}.part`, to);
  }
}

async function importList(
  db: Database,
  opened: OpenedList,
  settings: ImportSettings,
  assessor: Assessor,
  now: Date,
  threads: RowThreads | null,
  show: (share: number, rows: number) => void,
) {
  const { inspected } = opened;
  const { engine, dataHash, dataDate } = assessor;
  const scope = await workspaceForCommand(db, now);
  const importId = await recordImport(db, scope, inspected, settings, now);
  const generation = await createGeneration(db, scope, { importId, modelId: engine.model, dataDate, dataHash }, now);
  const { counts, tally } = await buildGeneration(db, {
    workspaceNo: scope.workspaceNo,
    generation,
    rows: rowSetupOf(opened, settings, dayOf(now), null),
    engine,
    ...(threads && { pieces: { threads } }),
    onProgress: ({ bytes, rows }) => show(Math.min(1, bytes / Math.max(1, inspected.bytes)), rows),
    cancelled: () => false,
  });
  const counted = await db.summary.count(generation, tally);
  await recordPublished(db, scope, { importId, generation, counts, inspected, assessor }, now);
  return { scope, generation, importId, counts, counted };
}

/** `summary.json`; its shape is described in docs/command-line.md. */
function summaryOf(
  { inspected, proposal }: OpenedList,
  file: string,
  counts: BuildCounts,
  counted: readonly { kind: string; key: string; count: number }[],
  { engine, dataHash, dataDate }: Assessor,
  timings: Partial<Record<AssessPhase, number>>,
) {
  const of = (kind: string, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, counted.find((c) => c.kind === kind && c.key === key)?.count ?? 0]));
  const levels = of("level", ["listed", "placed", "indicative", "assessed"]);
  const bands = of("band", ["low", "raised", "high"]);
  // Below level "indicative" nothing is scored; what is scored without a band lies between two.
  const none = (levels["listed"] ?? 0) + (levels["placed"] ?? 0);
  const between = counts.suppliers - none - Object.values(bands).reduce((sum, count) => sum + count, 0);
  const headerOf = new Map(proposal.columns.map((column) => [column.index, column.header]));
  return {
    input: {
      file: path.basename(file),
      sha256: inspected.sha256,
      bytes: inspected.bytes,
      encoding: inspected.format === "xlsx" ? null : inspected.table.encoding,
      delimiter: inspected.format === "xlsx" ? null : inspected.table.delimiter,
      sheet: inspected.sheet,
      headerRecord: proposal.headerRecord,
    },
    mapping: Object.fromEntries(
      Object.entries(proposal.mapping).map(([field, column]) => [
        field,
        headerOf.get(column) || `column ${column + 1}`,
      ]),
    ),
    kind: counts.kind,
    rows: counts.rows,
    suppliers: counts.suppliers,
    distinctNames: counts.distinctNames,
    countryUnresolved: counts.countryUnresolved,
    sectorUnresolved: counts.sectorUnresolved,
    totals: counts.totals.map((total) => ({
      currency: total.currency || null,
      file: decimalOf(String(total.file.net)),
      counted: decimalOf(String(total.counted.net)),
      creditNotes: decimalOf(String(total.counted.credits)),
      setAside: decimalOf(String(total.setAside.net)),
      rejected: decimalOf(String(total.rejected.net)),
    })),
    levels,
    bands: { ...bands, between, none },
    model: { id: engine.model, dataDate, dataHash },
    timings,
  };
}
