/** What people had written in a draft by a past day, as blocks of words; what it worked out of the records is not there. Pure. */
import { accessClassKey } from "../i18n/finding-keys";
import { engineKey } from "../i18n/keys";
import { reportStateKey } from "../i18n/report-keys";
import type { Statement } from "./model";
import type { Block, Fact } from "./pdf-document";
import { statementBlocks } from "./report-blocks";
import { pointKey, sectionKey, variantKey } from "./report-keys";
import type { ReportSettings } from "./settings";
import { sectionsOf, type Template, type TemplateSection } from "./template";
import type { Wording } from "./wording";

interface Draft {
  readonly template: Template;
  readonly variant: string;
  readonly settings: ReportSettings;
  /** By point. */
  readonly said: ReadonlyMap<string, Statement>;
}

/** The head of the draft, what is left out, and each section that people write in. @param entered the facts of the template. */
export function draftThenBlocks(draft: Draft, entered: readonly Fact[], wording: Wording): Block[] {
  const { t } = wording;
  return [
    { kind: "facts", items: [...headFacts(draft, wording), ...entered] },
    { kind: "notice", title: t("reportPast.draft"), text: t("reportPast.draftNote") },
    ...sectionsOf(draft.template, draft.variant).flatMap((section) => sectionBlocks(draft, section, wording)),
  ];
}

function headFacts({ template, variant, settings }: Draft, { t, format }: Wording): Fact[] {
  const { organisation, subject, from, to } = settings;
  const { name, identifier, country } = organisation;
  return [
    { term: t("reports.head.number"), value: t(reportStateKey.draft) },
    { term: t("reports.head.variant"), value: t(engineKey(variantKey(template, variant))) },
    {
      term: t("reports.head.organisation"),
      value: [name, identifier, country && format.country(country)].filter(Boolean).join(", "),
    },
    ...(subject ? [{ term: t("reports.head.subject"), value: subject.name }] : []),
    { term: t("reports.head.period"), value: t("reports.periodOf", { from: format.day(from), to: format.day(to) }) },
    { term: t("reports.head.class"), value: t(accessClassKey[settings.class]) },
  ];
}

/** Points that were written, then those of which nothing was said; a section that nobody writes in has none. */
function sectionBlocks({ template, said }: Draft, section: TemplateSection, wording: Wording): Block[] {
  const { t } = wording;
  const name = (point: string) => t(engineKey(pointKey(template, section, point)));
  const points = section.points.filter(({ how }) => how !== "computed");
  const written = points.flatMap(({ id }): Block[] => {
    const statement = said.get(id);
    return statement ? [{ kind: "heading", level: 2, text: name(id) }, ...statementBlocks(statement, wording)] : [];
  });
  const unsaid = points
    .filter(({ id }) => !said.has(id))
    .map(({ id }): Fact => ({ term: name(id), value: t("reportPast.unsaid") }));
  if (points.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: t(engineKey(sectionKey(template, section))), section: section.id },
    ...written,
    ...(unsaid.length === 0 ? [] : [{ kind: "facts", items: unsaid } as const]),
  ];
}
