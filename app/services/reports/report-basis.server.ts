/** What the numbers of a report rest on as a whole: a list and how it was scored, or the filed record it is about. */
import type { Database, Scope } from "../../../db/database";
import { importOfGeneration } from "../../../db/queries/imports";
import { findGeneration } from "../../../db/queries/register";
import { modelById } from "../../../risk-models";
import type { Report } from "../../reports/model";
import type { ReportSettings } from "../../reports/settings";
import type { Template } from "../../reports/template";
import { categoryStory } from "../categories/category-record.server";
import { sourcesOfModel } from "./report-sources.server";
import type { ToldList } from "./told-list.server";

type Basis = Pick<Report, "list" | "listFrom" | "method" | "sources">;
interface Scored {
  readonly modelId: string;
  readonly dataDate: string;
  readonly dataHash: string;
}

const NOTHING: Basis = { list: null, method: null, sources: [] };

const methodOf = ({ modelId, dataDate, dataHash }: Scored): Pick<Basis, "method" | "sources"> => {
  const model = modelById(modelId);
  return { method: { model: modelId, dataDate, dataHash }, sources: model ? sourcesOfModel(model) : [] };
};

/**
 * Of a check nothing: no score is part of it, and a bidder who reads its file learns nothing of our suppliers. Of a category the
 * model of its filed record; of everything else the list it tells of and its model.
 */
export async function basisOf(
  db: Database,
  scope: Scope,
  { subject }: Pick<Template, "subject">,
  settings: Pick<ReportSettings, "subject">,
  { from, generation: no }: ToldList,
): Promise<Basis> {
  if (subject === "check") return NOTHING;
  if (subject === "category") {
    const { record } = await categoryStory(db, scope, settings.subject?.id ?? "");
    return { list: null, ...methodOf(record) };
  }
  const generation = no === null ? null : await findGeneration(db, scope, no);
  const source = generation && (await importOfGeneration(db, scope, generation.no));
  if (!generation || !source) return { ...NOTHING, listFrom: from };
  return {
    list: {
      fileName: source.upload.fileName,
      sha256: source.upload.sha256,
      publishedAt: source.publishedAt?.toISOString() ?? null,
      suppliers: generation.suppliers,
      generation: generation.no,
    },
    listFrom: from,
    ...methodOf(generation),
  };
}
