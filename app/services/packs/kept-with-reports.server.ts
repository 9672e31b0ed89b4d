/** The files that were kept with the reports of a pack, each once by its hash, as they lie in the data folder. */
import type { AnyScope } from "../../../db/database";
import { keptFileOf, MOST_KEPT_FILES } from "../../pack/format";
import { isProblem } from "../../lib/problem";
import { keptBytes, requireKeptAsFrozen } from "../reports/kept-file.server";
import type { KeptWith } from "./report-rows.server";
import type { PackPart } from "./write-pack.server";

/**
 * @param files of the reports in the pack, the newest last. @param dataDir null: there is no folder.
 * @returns the files, and the reports whose file is gone, is another than was frozen, or is one too many.
 */
export async function keptWithReports(
  { workspaceNo }: Pick<AnyScope, "workspaceNo">,
  files: readonly KeptWith[],
  dataDir: string | null,
): Promise<{ readonly parts: readonly PackPart[]; readonly missing: readonly string[] }> {
  const parts = new Map<string, PackPart>();
  const missing = new Set<string>();
  for (const { reportId, file } of files.toReversed()) {
    if (parts.has(file.sha256)) continue;
    const isThere = dataDir !== null && parts.size < MOST_KEPT_FILES && (await isAsFrozen({ workspaceNo }, reportId, file, dataDir)); // prettier-ignore
    if (!isThere) {
      missing.add(reportId);
      continue;
    }
    const path = keptFileOf(file.sha256);
    parts.set(file.sha256, { path, bytes: () => keptBytes({ workspaceNo }, reportId, file, dataDir) });
  }
  return { parts: [...parts.values()], missing: [...missing] };
}

async function isAsFrozen(
  scope: Pick<AnyScope, "workspaceNo">,
  reportId: string,
  file: KeptWith["file"],
  dataDir: string,
): Promise<boolean> {
  try {
    await requireKeptAsFrozen(scope, reportId, { attachments: [file] }, dataDir);
    return true;
  } catch (error) {
    if (!isProblem(error)) throw error;
    return false;
  }
}
