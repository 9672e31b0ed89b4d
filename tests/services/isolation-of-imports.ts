/** What the isolation test asks of imports: with the scope of one workspace and the ids of another. */
import { text } from "node:stream/consumers";
import { decideRename } from "../../app/services/imports/decide-rename.server";
import { exportIssues } from "../../app/services/imports/export-issues.server";
import { findImport as importRecord } from "../../app/services/imports/import-record.server";
import * as importPage from "../../app/services/imports/import-view.server";
import { confirmImport, undoImport } from "../../app/services/imports/publish-import.server";
import { cancelImport, discardImport } from "../../app/services/imports/stop-import.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY } from "../builders";

interface Place {
  readonly scope: Scope;
  readonly importId: string;
  readonly waiting: { readonly importId: string; readonly newNo: number };
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

export const importReads = (db: () => Database): Asked => ({
  "app/services/imports/import-record.server.ts findImport": (scope, of) => importRecord(db(), scope, of.importId),
  "app/services/imports/import-view.server.ts importView": (scope, of) =>
    importPage.importView(db(), scope, of.importId, A_DAY),
  "app/services/imports/import-view.server.ts openJob": async (scope, of) => {
    const job = await importPage.openJob(db(), scope, of.waiting.importId, A_DAY);
    return job && { importId: of.waiting.importId, ...job };
  },
  "app/services/imports/import-view.server.ts openJobs": (scope, of) =>
    importPage.openJobs(db(), scope, of.waiting.importId),
  "app/services/imports/import-view.server.ts renamesOf": async (scope, of) =>
    importPage.renamesOf(db(), scope, await importRecord(db(), of.scope, of.importId)),
  "app/services/imports/import-view.server.ts issuesOf": async (scope, of) =>
    importPage.issuesOf(db(), scope, await importRecord(db(), of.scope, of.importId), { limit: 50 }),
  "app/services/imports/export-issues.server.ts exportIssues": async (scope, of) =>
    text((await exportIssues(db(), scope, of.importId, (code) => code)).stream),
});

export const importChanges = (db: () => Database): Asked => ({
  "app/services/imports/stop-import.server.ts discardImport": (scope, of) =>
    discardImport(db(), scope, of.waiting.importId, A_DAY),
  "app/services/imports/stop-import.server.ts cancelImport": (scope, of) =>
    cancelImport(db(), scope, of.waiting.importId, A_DAY),
  "app/services/imports/publish-import.server.ts confirmImport": (scope, of) =>
    confirmImport(db(), scope, of.waiting.importId, A_DAY),
  "app/services/imports/publish-import.server.ts undoImport": (scope, of) =>
    undoImport(db(), scope, of.importId, A_DAY),
  "app/services/imports/decide-rename.server.ts decideRename": (scope, of) =>
    decideRename(db(), scope, of.waiting.importId, of.waiting.newNo, "confirmed", A_DAY),
});
