/** A filed assessment as the page prints it. */
import { countryNames } from "../i18n/countries.server";
import type { Language } from "../i18n/languages";
import type { CategoryRecord } from "../services/categories/category-record.server";
import { queryOf } from "./category-form.server";
import { chosenViews, codeViews, countriesNamed, resultView } from "./category-page.server";

interface Story {
  readonly record: CategoryRecord;
  /** Newest first. */
  readonly versions: readonly {
    readonly id: string;
    readonly version: number;
    readonly filedByName: string;
    readonly filedAt: Date;
    readonly reason: string | null;
  }[];
}

export function recordView({ record, versions }: Story, language: Language) {
  const { input, result, chosen, workspaceNo: _no, ...head } = record;
  const [newest] = versions;
  const isNewest = newest === undefined || newest.id === record.id;
  const replaced = versions.find(({ id }) => id === record.replaces) ?? null;
  return {
    record: head,
    input,
    codes: codeViews(input.codes, language),
    result: resultView(input, { ...result, modelId: record.modelId, dataDate: record.dataDate }, language),
    measures: chosenViews(chosen),
    left: chosen.left,
    ownText: chosen.ownText,
    newerId: isNewest ? null : newest.id,
    newerVersion: isNewest ? null : newest.version,
    replacedVersion: replaced?.version ?? null,
    older: versions
      .filter(({ version }) => version < record.version)
      .map(({ id, version, filedByName, filedAt }) => ({ id, version, filedByName, filedAt })),
    correctQuery: queryOf(input, record.id),
    countryNames: countryNames(language, countriesNamed(input, result.materials)),
  };
}
export type RecordView = ReturnType<typeof recordView>;
