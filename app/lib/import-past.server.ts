import type { OriginalView } from "../components/original-card";
import type { FieldName } from "../imports/fields";
import { importThen, type ImportThen } from "../services/imports/import-then.server";
import { getDb } from "./db.server";
import { notThen } from "./not-then.server";
import { paths } from "./paths";
import type { WorkspaceScope } from "./scope.server";

/** An upload of a past day as its page shows it. */
export interface ImportPastView extends Omit<ImportThen, "record" | "original"> {
  readonly fileName: string;
  readonly receivedAt: Date;
  /** How its columns were read; none before it was published, for until then that may still change. */
  readonly columns: readonly { readonly index: number; readonly header: string; readonly field: FieldName }[];
  /** How the list writes its decimals. */
  readonly decimal: "." | ",";
  /** Null: the file stood where it was received. */
  readonly original: OriginalView | null;
}

/** What had become of the file as it was received: never a way to take it, which is for today. */
function originalThen({ record, original }: ImportThen): OriginalView | null {
  if (original === null) return null;
  const { fileName, sha256, bytes } = record.upload;
  const { state, emptied, deleteAfter, deletedAt } = original;
  return {
    fileName,
    sha256,
    bytes,
    empties: [],
    isWorkbook: false,
    isClosed: true,
    sealed: { state, emptied: emptied as readonly string[], deleteAfter, deletedAt },
    download: null,
  };
}

/**
 * The upload of a page of a past day. Where it was not there yet, or what was done with it was erased, the reader is sent to how it
 * stands today. @throws Problem `import.not-found`; the redirect.
 */
export async function importPast(scope: WorkspaceScope, importId: string, day: string): Promise<ImportPastView> {
  const then = await importThen(await getDb(), scope, importId, day);
  if (typeof then === "string") notThen(paths.import(scope.workspaceSlug, importId), day, then === "untold");
  const { record, original: _original, ...rest } = then;
  const { inspection } = record;
  const proposal = rest.numbers && inspection ? inspection.proposal : null;
  return {
    ...rest,
    fileName: record.upload.fileName,
    receivedAt: record.createdAt,
    columns: (proposal?.columns ?? []).flatMap(({ index, header, field }) =>
      field === null ? [] : [{ index, header, field }],
    ),
    decimal: inspection?.proposal.numberFormat.decimal ?? ".",
    original: originalThen(then),
  };
}
