/** Takes text through the same steps as an upload: received, opened, built, ready for its preview. */
import { Readable } from "node:stream";
import type { Database, Scope } from "../../db/database";
import { linesOf, type RegisterLine } from "../../db/queries/register";
import { bulkRange } from "../../db/keys";
import { buildImport } from "../../app/jobs/build-import.server";
import { inspectImport } from "../../app/jobs/inspect-import.server";
import type { JobContext } from "../../app/jobs/job-context";
import { readConfig } from "../../app/lib/config.server";
import { chooseSettings } from "../../app/services/imports/choose-settings.server";
import { findImport, type ImportRecord } from "../../app/services/imports/import-record.server";
import { confirmImport } from "../../app/services/imports/publish-import.server";
import { receiveFile } from "../../app/services/imports/receive-file.server";
import { defaultSettings, type ImportSettings } from "../../app/services/imports/settings";

export interface Steps {
  upload(scope: Scope, text: string | Buffer, fileName?: string): Promise<string>;
  /** Up to the mapping. */
  inspect(scope: Scope, importId: string): Promise<ImportRecord>;
  build(scope: Scope, importId: string, settings?: Partial<ImportSettings>): Promise<ImportRecord>;
  /** All steps up to the preview. */
  preview(scope: Scope, text: string, settings?: Partial<ImportSettings>): Promise<ImportRecord>;
  publish(scope: Scope, text: string, settings?: Partial<ImportSettings>): Promise<ImportRecord>;
}

/** The steps on a database; `dataDir` holds what is uploaded. Jobs run here and now, not in a process of their own. */
export function importSteps(db: Database, dataDir: string, now: () => Date): Steps {
  const config = readConfig({ CANDOUR_DATA: dataDir });
  const contextOf = (scope: Scope, importId: string): JobContext => ({
    db,
    config,
    job: { id: `job-${importId}`, workspaceNo: scope.workspaceNo, payload: { importId } },
    progress: async () => undefined,
    cancelled: async () => false,
  });
  const steps: Steps = {
    async upload(scope, text, fileName = "list.csv") {
      const body = Readable.from([Buffer.from(text)]);
      return (await receiveFile(db, scope, { fileName, body }, config, now())).importId;
    },
    async inspect(scope, importId) {
      await inspectImport(contextOf(scope, importId));
      return findImport(db, scope, importId);
    },
    async build(scope, importId, settings = {}) {
      await chooseSettings(db, scope, importId, { ...defaultSettings(), ...settings }, now());
      await buildImport(contextOf(scope, importId));
      return findImport(db, scope, importId);
    },
    async preview(scope, text, settings) {
      const importId = await steps.upload(scope, text);
      const inspected = await steps.inspect(scope, importId);
      return inspected.state === "mapping" ? steps.build(scope, importId, settings) : inspected;
    },
    async publish(scope, text, settings) {
      const { id } = await steps.preview(scope, text, settings);
      await confirmImport(db, scope, id, now());
      return findImport(db, scope, id);
    },
  };
  return steps;
}

/** Every line of a generation, by name. */
export async function linesByName(db: Database, scope: Scope, generation: number): Promise<Map<string, RegisterLine>> {
  const numbers: number[] = [];
  for await (const chunk of db.bulk.scan("registerRows", ["supplierNo"], bulkRange(generation)))
    for (const [no] of chunk) numbers.push(no as number);
  return new Map((await linesOf(db, scope, generation, numbers)).map((line) => [line.name, line]));
}
