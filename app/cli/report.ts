import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Database, SystemScope } from "../../db/database";
import { findGeneration } from "../../db/queries/register";
import type { InspectedFile } from "../files/types";
import type { Language } from "../i18n/languages";
import { USUAL_TOP_ROWS, type FullRegister } from "../reports/register-report";
import type { BuildCounts } from "../services/imports/build-generation.server";
import { makePdf } from "../services/reports/make-pdf.server";
import { reportOfRegister, type ReportWithRows } from "../services/reports/register-report.server";

interface Assessed {
  readonly list: InspectedFile;
  readonly counts: BuildCounts;
  readonly now: Date;
  /** Folder that holds register.csv and register.xlsx. */
  readonly parts: string;
}

/** Everything `report.pdf` says, read while the database is open. */
export async function orderReport(
  db: Database,
  scope: SystemScope,
  generation: number,
  { list, counts, now, parts }: Assessed,
): Promise<ReportWithRows> {
  const found = await findGeneration(db, scope, generation);
  if (!found) throw new Error(`Generation ${generation} is not there`);
  return reportOfRegister(db, scope, found, {
    // There is no workspace: the list itself names the report.
    workspace: { name: list.fileName, isDemo: false },
    list: { fileName: list.fileName, sha256: list.sha256, publishedAt: null },
    made: { at: now.toISOString(), by: null },
    rows: counts.rows,
    totals: counts.totals.map((total) => ({
      currency: total.currency || null,
      file: String(total.file.net),
      counted: String(total.counted.net),
      creditNotes: String(total.counted.credits),
      setAside: String(total.setAside.net),
      rejected: String(total.rejected.net),
    })),
    rowsShown: USUAL_TOP_ROWS,
    full: async () => [await hashed(parts, "csv"), await hashed(parts, "xlsx")],
  });
}

async function hashed(parts: string, format: FullRegister["format"]): Promise<FullRegister> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path.join(parts, `register.${format}`)), hash);
  return { format, sha256: hash.digest("hex") };
}

/** Has the PDF made and puts it in its place; answers the largest sum of this process and the one that made it, in bytes. */
export async function writeReport(order: ReportWithRows, language: Language, place: string): Promise<number> {
  // The import's memory goes back before the next process takes its own (`--expose-gc` stands in the npm script).
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const made = await makePdf({ kind: "register", ...order, language });
  try {
    await copyFile(made.file, place);
  } finally {
    await made.remove();
  }
  const together = Math.max(before, process.memoryUsage.rss()) + made.childPeakBytes;
  // Linux and macOS give kilobytes.
  return Math.max(process.resourceUsage().maxRSS * 1024, together);
}
