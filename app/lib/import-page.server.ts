/** What the page of an import shows, out of what is stored of it. */
import { DIFFERENCE_KINDS, OUTCOME_CODES, wordOf } from "../../db/schema/codes";
import { findOriginal, listDifferences } from "../../db/queries/kept";
import type { DifferencesView } from "../components/list-differences";
import type { MappingView } from "../components/mapping-form";
import type { PreviewView } from "../components/import-preview";
import type { OriginalView } from "../components/original-card";
import { countriesIn } from "../i18n/countries.server";
import { requestLanguage } from "../i18n/language.server";
import type { FieldName } from "../imports/fields";
import { ledgerLines } from "../imports/ledger-difference";
import { personalCells } from "../imports/personal-columns";
import { isProblem } from "./problem";
import { findImport, type ImportRecord } from "../services/imports/import-record.server";
import { issuesOf, renamesOf } from "../services/imports/import-view.server";
import { proposalFor } from "../services/imports/read-list.server";
import { readingSamples } from "../services/imports/reading-samples";
import { getDb } from "./db.server";
import { paths } from "./paths";
import { can } from "./permissions";
import type { WorkspaceScope } from "./scope.server";
import { sectorOfWords } from "./sector-words.server";

const ISSUES_SHOWN = 200;
/** Records of the file from which its header can be chosen, and cells of each that are shown. */
const HEADER_ROWS = 15;
const HEADER_CELLS = 8;

/** The columns and how the file is read; null before the file was opened. */
export async function mappingViewOf(
  request: Request,
  scope: WorkspaceScope,
  { inspection, settings }: ImportRecord,
): Promise<MappingView | null> {
  if (!inspection) return null;
  const { file, proposal, correction } = inspection;
  const found = proposalFor(file, { ...settings, decimal: null, dateOrder: null });
  return {
    columns: proposal.columns,
    format: file.format,
    encoding: file.table.encoding,
    delimiter: file.table.delimiter,
    sheet: file.sheet,
    sheets: file.sheets,
    headerRecord: proposal.headerRecord,
    sample: file.sample.slice(0, HEADER_ROWS).map((record) => record.slice(0, HEADER_CELLS)),
    oddRecords: file.oddRecords,
    settings,
    countries: countriesIn(requestLanguage(request)),
    workspace: scope.workspaceSlug,
    reading: {
      ...readingSamples(file.sample, proposal),
      found: { decimal: found.numberFormat.decimal, dateOrder: found.dateOrder },
      chosen: { decimal: settings.decimal, dateOrder: settings.dateOrder },
    },
    sector: sectorOfWords(settings.product ?? "", requestLanguage(request)),
    readAs: await readAsOf(scope, settings.readAs),
    correction: correction ?? null,
  };
}

async function readAsOf(scope: WorkspaceScope, importId: string | null): Promise<MappingView["readAs"]> {
  if (importId === null) return null;
  const earlier = await findImport(await getDb(), scope, importId).catch((error: unknown) => {
    if (isProblem(error)) return null;
    throw error;
  });
  return earlier && { file: earlier.upload.fileName, when: earlier.createdAt };
}

/** The numbers as they were counted, with the first page of the row report and the difference that is open. */
export async function previewViewOf(
  request: Request,
  scope: WorkspaceScope,
  record: ImportRecord,
): Promise<PreviewView | null> {
  const { summary, settings } = record;
  if (!summary || record.generation === null) return null;
  const db = await getDb();
  const [issues, renames, compared] = await Promise.all([
    issuesOf(db, scope, record, { limit: ISSUES_SHOWN + 1 }),
    renamesOf(db, scope, record),
    differencesViewOf(request, scope, record),
  ]);
  return {
    ...summary,
    ledger: summary.ledger ?? ledgerLines(summary.totals, settings.ledgerTotals),
    decimal: record.inspection?.proposal.numberFormat.decimal ?? ".",
    compared,
    whole: {
      country: settings.country,
      countries: countriesIn(requestLanguage(request)),
      sector: sectorOfWords(settings.product ?? "", requestLanguage(request)),
    },
    renames,
    issues: issues.slice(0, ISSUES_SHOWN).map(({ line, outcome, code, field, found }) => ({
      line,
      outcome: wordOf(OUTCOME_CODES, outcome),
      code,
      field: field as FieldName | null,
      found,
    })),
    moreIssues: issues.length > ISSUES_SHOWN,
  };
}

async function differencesViewOf(
  request: Request,
  scope: WorkspaceScope,
  { summary, generation }: ImportRecord,
): Promise<DifferencesView | null> {
  if (!summary || generation === null || summary.comparedWith === null) return null;
  const asked = new URL(request.url).searchParams.get("difference");
  const kind = DIFFERENCE_KINDS.find((one) => one === asked);
  const { new: fresh, gone, changed, renamed, unchanged } = summary.difference;
  const counts = { new: fresh, gone, changed, renamed, unchanged };
  if (!kind) return { counts, open: null };
  const suppliers = await listDifferences(await getDb(), scope, generation, kind);
  return {
    counts,
    open: {
      kind,
      suppliers: suppliers.map(({ supplierNo, name, oldName, columns }) => ({
        supplierNo,
        name,
        oldName,
        columns: columns === null ? [] : columns.split("|"),
      })),
    },
  };
}

/** What is kept of the file. */
export async function originalViewOf(scope: WorkspaceScope, record: ImportRecord): Promise<OriginalView> {
  const { fileName, sha256, bytes } = record.upload;
  const original = await findOriginal(await getDb(), scope, record.uploadId);
  const { state, deleteAfter, deletedAt } = original ?? {};
  return {
    fileName,
    sha256,
    bytes,
    empties: record.inspection ? personalCells(record.inspection.proposal).headers : [],
    isWorkbook: record.inspection?.file.format === "xlsx",
    isClosed: record.publishedAt !== null || record.state === "discarded",
    sealed: original && {
      state: original.state,
      emptied: original.emptied as readonly string[],
      deleteAfter: deleteAfter ?? null,
      deletedAt: deletedAt ?? null,
    },
    download:
      can(scope.role, "import:original") && state !== "deleted"
        ? paths.importOriginal(scope.workspaceSlug, record.id)
        : null,
  };
}
