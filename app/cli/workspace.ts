import { eq } from "drizzle-orm";
import { event } from "../../db/audit-events";
import type { Database, SystemScope } from "../../db/database";
import { newId } from "../../db/ids";
import { publishedGeneration } from "../../db/queries/generations";
import type { Assessor } from "../services/scoring/assessor.server";
import type { InspectedFile } from "../files/types";
import type { BuildCounts } from "../services/imports/build-generation.server";
import type { ImportSettings } from "../services/imports/settings";

/** The one workspace of a command's own database; made on the first run, found again in a file given with `--db`. */
export async function workspaceForCommand(db: Database, now: Date): Promise<SystemScope> {
  const { workspaces } = db.t;
  const known = async () =>
    (await db.q.select({ no: workspaces.no, id: workspaces.id, slug: workspaces.slug }).from(workspaces).limit(1))[0];
  let workspace = await known();
  if (!workspace) {
    const id = newId(now);
    const created = event("workspace.created", {
      workspaceId: id,
      slug: "command-line",
      name: "Command line",
      isDemo: false,
    });
    const first: SystemScope = {
      workspaceNo: 1,
      workspaceId: id,
      workspaceSlug: "command-line",
      userId: null,
      role: "system",
    };
    await db.commit(first, created, (q) => [
      q.insert(workspaces).values({ no: 1, id, slug: "command-line", name: "Command line", createdAt: now }),
    ]);
    workspace = (await known())!;
  }
  return {
    workspaceNo: workspace.no,
    workspaceId: workspace.id,
    workspaceSlug: workspace.slug,
    userId: null,
    role: "system",
  };
}

/** Records the file as received, so that a database kept with `--db` tells which lists went into it. */
export async function recordImport(
  db: Database,
  scope: SystemScope,
  file: InspectedFile,
  settings: ImportSettings,
  now: Date,
): Promise<string> {
  const [uploadId, importId] = [newId(now), newId(now)];
  const { uploads, imports } = db.t;
  const { fileName, sha256, bytes } = file;
  await db.commit(scope, event("import.received", { importId, uploadId, fileName, sha256, bytes }), (q) => [
    // The file stays where the user has it; only its name and hash are kept.
    q.insert(uploads).values({
      id: uploadId,
      workspaceNo: scope.workspaceNo,
      fileName,
      sha256,
      bytes,
      storedPath: "",
      createdAt: now,
    }),
    q.insert(imports).values({
      id: importId,
      workspaceNo: scope.workspaceNo,
      uploadId,
      state: "building",
      settings,
      createdAt: now,
      updatedAt: now,
    }),
  ]);
  return importId;
}

interface Published {
  readonly importId: string;
  readonly generation: number;
  readonly counts: BuildCounts;
  readonly inspected: InspectedFile;
  readonly assessor: Assessor;
}

/** Makes the list the one the workspace shows, with its event in the chain. */
export async function recordPublished(db: Database, scope: SystemScope, done: Published, now: Date): Promise<void> {
  const { importId, generation, counts, inspected, assessor } = done;
  const { workspaces, imports, generations } = db.t;
  const previousGeneration = await publishedGeneration(db, scope);
  const published = event("import.published", {
    importId,
    generation,
    previousGeneration,
    modelId: assessor.engine.model,
    dataDate: assessor.dataDate,
    suppliers: counts.suppliers,
    sha256: inspected.sha256,
  });
  await db.commit(scope, published, (q) => [
    q
      .update(imports)
      .set({ state: "published", previousGeneration, publishedAt: now, updatedAt: now })
      .where(eq(imports.id, importId)),
    q
      .update(generations)
      .set({ state: "published", suppliers: counts.suppliers })
      .where(eq(generations.no, generation)),
    q.update(workspaces).set({ publishedGeneration: generation }).where(eq(workspaces.no, scope.workspaceNo)),
  ]);
}
