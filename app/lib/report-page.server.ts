import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { formatFor } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { engineKey } from "../i18n/keys";
import { claimsIn } from "../reports/claims";
import { linesOf } from "../reports/facts";
import {
  emptyPoints,
  isWider,
  REPORT_CLASSES,
  unsupportedPoints,
  type FiledReport,
  type SignRole,
} from "../reports/model";
import { openPoints } from "../reports/open-points";
import { ROWS_ON_A_PAGE } from "../reports/report-blocks";
import { numberText, reportDocument } from "../reports/report-document";
import {
  askKey,
  choiceKey,
  factHintKey,
  factKey,
  pointKey,
  sectionKey,
  sectionOf,
  titleKey,
  variantKey,
  variantNoteKey,
} from "../reports/report-keys";
import { partOf } from "../reports/report-parts";
import { signersIn, unsignedRoles } from "../reports/signers";
import { sectionsOf, signersOf, type Template } from "../reports/template";
import type { Wording } from "../reports/wording";
import { answerComment } from "../services/notes/answer-comment.server";
import { commentSection } from "../services/notes/comment-section.server";
import { takeBackNote } from "../services/notes/take-back-note.server";
import { approveReport } from "../services/reports/approve-report.server";
import { correctReport } from "../services/reports/correct-report.server";
import { publishReport } from "../services/reports/publish-report.server";
import type { StoredReference } from "../services/reports/references.server";
import { changeReportSettings } from "../services/reports/report-settings.server";
import { reportView, type ReportLine, type ReportView } from "../services/reports/report-view.server";
import { returnReport } from "../services/reports/return-report.server";
import { signReport } from "../services/reports/sign-report.server";
import { statePoint } from "../services/reports/state-point.server";
import { opensTo, variantsFor, waitingVariants } from "../services/reports/subject.server";
import { submitReport } from "../services/reports/submit-report.server";
import { paths } from "./paths";
import { can } from "./permissions";
import { commentsBeside, openBefore } from "./report-comments.server";

/** What puts a report into the reader's words. */
export function wordingOf(request: Request): Wording {
  const language = requestLanguage(request);
  return { t: requestI18n(request).t, format: formatFor(language), language };
}

/** Reports of a list in words. */
export function reportRows(lines: readonly ReportLine[], { t, format }: Wording) {
  return lines.map(({ id, template, variant, version, number, state, settings, startedAt }) => ({
    id,
    title: t(engineKey(titleKey(template))),
    variant: template.variants.length > 1 ? t(engineKey(variantKey(template, variant))) : null,
    about: settings.subject?.name || t("reports.periodOf", { from: format.day(settings.from), to: format.day(settings.to) }), // prettier-ignore
    number: number === null ? null : t("reports.numberOf", { number: String(number), version: String(version) }),
    state,
    startedAt: startedAt.toISOString(),
  }));
}

/** A report in the reader's words, with what can be done with it. @throws Problem `report.not-found` (404). */
export async function reportPage(db: Database, scope: Scope, id: string, wording: Wording, now: Date) {
  const view = await reportView(db, scope, id, now);
  const { filed, template, settings, may } = view;
  const { t } = wording;
  const document = reportDocument(filed, template, wording, ROWS_ON_A_PAGE);
  const { variant, version } = filed.report;
  const comments = await commentsBeside(db, scope, { id, template }, filed.sha256, wording);
  const open = openPoints(filed.report, template);
  return {
    id,
    title: document.title,
    number: numberText(filed, wording),
    state: filed.state,
    sha256: filed.sha256,
    keepsFile: filed.report.attachments.length > 0,
    seen: view.seen,
    isIntact: view.isIntact,
    subject: view.subject,
    blocks: document.blocks,
    variant,
    variants: variantsFor(scope.role, template)
      .filter(({ id: to }) => !opensTo(template, variant, to))
      .map((one) => ({
        id: one.id,
        name: t(engineKey(variantKey(template, one.id))),
      })),
    variantNote: t(engineKey(variantNoteKey(template, variant))),
    settings,
    classes: REPORT_CLASSES.filter((one) => !isWider(one, template.class)),
    facts: factsOf(view, wording, scope.workspaceSlug),
    writing: writingOf(view, open.yours, wording, scope.workspaceSlug),
    open,
    claims: claimsOf(filed, template, wording),
    gaps: { empty: emptyPoints(filed.report).length, unsupported: unsupportedPoints(filed.report).length, part: partOf(document.blocks, t("reports.gaps")) }, // prettier-ignore
    steps: view.steps.map((step) => ({ ...step, at: step.at.toISOString() })),
    signers: signersIn(filed, template),
    unsigned: unsignedRoles(filed, template),
    correction: view.correction,
    comments,
    version,
    commentOn: view.isIntact === true && can(scope.role, "report:comment") ? filed.sha256 : null,
    openBefore: await openBefore(db, scope, filed.report),
    approvers: view.approvers,
    publishers: view.publishers,
    yourTitle: view.yourTitle,
    maySeePacks: can(scope.role, "disclosure:export"),
    may: { ...may, sign: askedFirst(may.sign, signersOf(template, variant)) },
  };
}
export type ReportPage = Awaited<ReturnType<typeof reportPage>>;

/** In their order, those first that the template asks for. Pure. */
const askedFirst = (roles: readonly SignRole[], asked: readonly SignRole[]): SignRole[] => [
  ...roles.filter((role) => asked.includes(role)),
  ...roles.filter((role) => !asked.includes(role)),
];

/** What a person enters beside the points, as the form has it. */
export function factsOf(
  { template, settings }: Pick<ReportView, "template" | "settings">,
  { t }: Wording,
  workspace: string,
) {
  return (template.facts ?? []).map((fact) => {
    const kept = settings.facts[fact.id] ?? "";
    const value = fact.kind === "suppliers" ? linesOf(kept).map((id) => paths.supplier(workspace, id)).join("\n") : kept; // prettier-ignore
    return {
      id: fact.id,
      kind: fact.kind,
      name: t(engineKey(factKey(template, fact.id))),
      hint: t(engineKey(factHintKey(template, fact.id))),
      value,
      choices: (fact.choices ?? []).map((one) => [one, t(engineKey(choiceKey(template, fact.id, one)))] as const),
    };
  });
}

/** The points that a person may write about, by section, with what stands there. @param needed those that nothing else tells. */
function writingOf(
  { template, filed, written }: ReportView,
  needed: readonly string[],
  { t }: Wording,
  workspace: string,
) {
  return sectionsOf(template, filed.report.variant)
    .map((section) => ({
      id: section.id,
      title: t(engineKey(sectionKey(template, section))),
      points: section.points
        .filter(({ how }) => how !== "computed")
        .map(({ id }) => {
          const found = written.get(id);
          return {
            id,
            isNeeded: needed.includes(id),
            name: t(engineKey(pointKey(template, section, id))),
            ask: t(engineKey(askKey(template, section, id))),
            text: found?.text ?? "",
            evidence: (found?.evidence ?? []).map((one) => lineOf(one, workspace)).join("\n"),
            statement: found?.id ?? "",
            claims: claimsIn(found?.text ?? ""),
          };
        }),
    }))
    .filter(({ points }) => points.length > 0);
}

/** What the words of people claim that a report does not, or whom they name, by the point. */
function claimsOf({ report }: FiledReport, template: Template, { t }: Wording) {
  return report.sections.flatMap(({ id, points }) =>
    points.flatMap(({ id: point, statement }) => {
      const claims = claimsIn(statement?.text ?? "");
      const name = t(engineKey(pointKey(template, sectionOf(template, report.variant, id), point)));
      return claims.length === 0 ? [] : [{ point, name, claims }];
    }),
  );
}

/** A reference as it is typed: the address of a record, or the words of a citation. */
function lineOf({ kind, id, title }: StoredReference, workspace: string): string {
  if (kind === "cited") return title;
  const place = { finding: "findings", action: "actions", repayment: "repayments", evidence: "evidence", category: "categories", check: "checks", contract: "contracts", import: "imports" }[kind]; // prettier-ignore
  return `${paths.workspace(workspace)}/${place}/${id}`;
}

/** The templates that can be started, with the variants they have for the reader, in words. */
export function templateChoices(templates: readonly Template[], { t }: Wording) {
  return templates.map((template) => ({
    type: template.type,
    title: t(engineKey(titleKey(template))),
    lead: t(engineKey(`${template.words}.lead`)),
    subject: template.subject,
    variants: template.variants.map(({ id }) => ({ id, name: t(engineKey(variantKey(template, id))) })),
    waiting: waitingVariants(template.type).map(({ id }) => ({
      id,
      name: t(engineKey(variantKey(template, id))),
      note: t(engineKey(variantNoteKey(template, id))),
    })),
  }));
}

const given = z.string().catch("");
/** What a button of a report's page asks for. */
export const ReportAsked = z.discriminatedUnion("intent", [
  z.looseObject({ intent: z.literal("settings"), variant: given, from: given, to: given, organisation: given, identifier: given, country: given, class: given, seen: z.coerce.number().catch(0) }), // prettier-ignore
  z.object({ intent: z.enum(["state", "state-next"]), point: given, text: given, evidence: given, replaces: given, next: given }), // prettier-ignore
  z.object({ intent: z.literal("submit"), title: given, note: given, seen: z.coerce.number().catch(0) }),
  z.object({ intent: z.literal("return"), note: given, contentSha256: given }),
  z.object({ intent: z.literal("approve"), title: given, note: given, contentSha256: given, knowsGaps: z.string().optional(), seenComments: given }), // prettier-ignore
  z.object({ intent: z.literal("publish"), contentSha256: given, knowsUnsigned: z.string().optional() }),
  z.object({ intent: z.literal("sign"), role: given, title: given, contentSha256: given }),
  z.object({ intent: z.literal("correct"), note: given }),
  z.object({ intent: z.literal("comment"), section: given, text: given, contentSha256: given }),
  z.object({ intent: z.literal("answer"), section: given, note: given, text: given }),
  z.object({ intent: z.enum(["take-back", "take-back-answer"]), section: given, note: given }),
]);
export type ReportAsked = z.infer<typeof ReportAsked>;

const FACT_FIELD = "fact-";
/** The fields of a form that are facts, by the fact's id. */
const enteredFacts = (form: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith(FACT_FIELD) && typeof value === "string" ? [[name.slice(FACT_FIELD.length), value]] : [],
    ),
  );

/** Does what was asked; answers the id of the report to go on with. @throws Problem as the services do. */
export async function doAsked(
  db: Database,
  scope: Scope,
  id: string,
  asked: ReportAsked,
  now: Date,
  dataDir: string,
): Promise<string> {
  switch (asked.intent) {
    case "settings":
      await changeReportSettings(db, scope, id, { ...asked, facts: enteredFacts(asked) }, now);
      return id;
    case "state":
    case "state-next":
      await statePoint(db, scope, id, asked, now);
      return id;
    case "submit":
      await submitReport(db, scope, id, asked, now, dataDir);
      return id;
    case "return":
      await returnReport(db, scope, id, asked, now);
      return id;
    case "approve":
      await approveReport(
        db,
        scope,
        id,
        { ...asked, knowsGaps: asked.knowsGaps === "yes", seenComments: asked.seenComments.split(" ") },
        now,
        dataDir,
      );
      return id;
    case "publish":
      await publishReport(db, scope, id, { ...asked, knowsUnsigned: asked.knowsUnsigned === "yes" }, now, dataDir);
      return id;
    case "sign":
      await signReport(db, scope, id, asked, now);
      return id;
    case "correct":
      return correctReport(db, scope, id, asked.note, now);
    case "comment":
      await commentSection(db, scope, id, asked, now);
      return id;
    case "answer":
      await answerComment(db, scope, id, { comment: asked.note, text: asked.text }, now);
      return id;
    case "take-back":
    case "take-back-answer":
      await takeBackNote(db, scope, asked.note, now);
      return id;
  }
}

/** The form that sent what was asked, as the page names it. Pure. */
export function formOf(asked: ReportAsked): string {
  if (asked.intent === "comment") return `comment ${asked.section}`;
  return asked.intent === "answer" ? `answer ${asked.note}` : asked.intent;
}
