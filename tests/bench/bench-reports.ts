/** The register as a report: frozen with its whole list kept, then as a workbook and as a PDF, with the memory of both. */
import { createWriteStream, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { exportReport, type ReportFormat } from "../../app/services/reports/export-report.server";
import { createPdfMaker, type MakePdf } from "../../app/services/reports/make-pdf.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { openDatabase } from "../../db/open";
import { aWorkspace, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";
import { importSteps } from "../services/import-steps";
import { makeSupplierList } from "./make-list";
import { number, printTable } from "./print";

const SAMPLE_MS = 10;

interface Step {
  readonly seconds: number;
  /** Largest resident memory of this process while it ran. */
  readonly peakBytes: number;
}

async function timed(work: () => Promise<unknown>): Promise<Step> {
  let peakBytes = process.memoryUsage.rss();
  const look = () => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss()));
  const timer = setInterval(look, SAMPLE_MS);
  const began = performance.now();
  try {
    await work();
  } finally {
    clearInterval(timer);
    look();
  }
  return { seconds: (performance.now() - began) / 1000, peakBytes };
}

/** Prints the figures of each number of suppliers; returns the exit code. */
export async function benchReports(
  { root }: { readonly root: string },
  folder: string,
  counts: readonly number[],
  seed: string,
): Promise<number> {
  const program = path.join(root, "build", "bin", "pdf.js");
  const rows: Record<string, string>[] = [];
  for (const count of counts) rows.push(await oneRegister(path.join(folder, `reports-${count}`), count, seed, program));
  printTable(rows);
  process.stdout.write(
    "Peaks are of the process that writes, with everything it held before, and of the process that makes the PDF.\n",
  );
  return 0;
}

async function oneRegister(
  folder: string,
  count: number,
  seed: string,
  program: string,
): Promise<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "list.csv");
  makeSupplierList(file, { rows: count, seed, dirty: 0.02 });
  const db = await openDatabase({ file: path.join(folder, "bench.sqlite"), role: "job" });
  const now = new Date();
  try {
    const scope = scopeOf(await aWorkspace(db));
    await importSteps(db, folder, () => now).publish(scope, readFileSync(file, "utf8"));
    globalThis.gc?.();
    const id = await startReport(db, scope, { type: "register", variant: "", subjectId: "", subjectName: "" }, now);
    const frozen = await timed(() => submitReport(db, scope, id, { title: "", note: "" }, now, folder));
    let childPeak = 0;
    const make = createPdfMaker({ program });
    const watched: MakePdf = async (order, signal) => {
      const made = await make(order, signal);
      childPeak = made.childPeakBytes;
      return made;
    };
    const wording = await wordingIn("en");
    const taken = async (format: ReportFormat): Promise<Step & { readonly bytes: number }> => {
      const target = path.join(folder, `register.${format}`);
      const step = await timed(async () => {
        const order = { format, language: "en", wording, now, dataDir: folder } as const;
        await pipeline((await exportReport(db, scope, id, order, watched)).stream, createWriteStream(target));
      });
      return { ...step, bytes: statSync(target).size };
    };
    const [xlsx, pdf, register] = [await taken("xlsx"), await taken("pdf"), await taken("register")];
    const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);
    return {
      rows: number(count),
      "to review s": frozen.seconds.toFixed(2),
      "XLSX s": xlsx.seconds.toFixed(2),
      "XLSX MB": mega(xlsx.bytes),
      "XLSX peak MB": mega(xlsx.peakBytes),
      "PDF s": pdf.seconds.toFixed(2),
      "PDF MB": mega(pdf.bytes),
      "PDF child peak MB": mega(childPeak),
      "kept CSV s": register.seconds.toFixed(2),
      "kept CSV MB": mega(register.bytes),
    };
  } finally {
    await db.close();
  }
}
