/** Reports of a past day in the reader's words, as plain values. */
import type { Database, Scope } from "../../db/database";
import { engineKey } from "../i18n/keys";
import { draftThenBlocks } from "../reports/draft-then";
import type { Fact } from "../reports/pdf-document";
import { ROWS_ON_A_PAGE } from "../reports/report-blocks";
import { numberText, reportDocument } from "../reports/report-document";
import { titleKey } from "../reports/report-keys";
import { signersIn } from "../reports/signers";
import type { Wording } from "../reports/wording";
import { reportThen, type DraftThen, type FrozenThen } from "../services/reports/report-then.server";
import { reportsThen } from "../services/reports/reports-then.server";
import { notThen } from "./not-then.server";
import { paths } from "./paths";
import { commentsBeside } from "./report-comments.server";
import { factsOf, reportRows } from "./report-page.server";

/** @param day `YYYY-MM-DD` of UTC. */
export async function reportsPast(
  db: Database,
  scope: Scope,
  wording: Wording,
  day: string,
  before: string | null = null,
) {
  const { lines, ...left } = await reportsThen(db, scope, day, before);
  return { reports: reportRows(lines, wording), ...left };
}

/**
 * A report as it stood at the end of a day; a reader who asks for one that had not been started, or of which nothing exact is kept, is sent to it as it
 * stands. @param day `YYYY-MM-DD` of UTC. @throws Problem `report.not-found` (404), and the redirect.
 */
export async function reportPast(db: Database, scope: Scope, id: string, wording: Wording, day: string) {
  const then = await reportThen(db, scope, id, day);
  if (typeof then === "string") notThen(paths.report(scope.workspaceSlug, id), day, then === "untold");
  const { template, steps, correction, version } = then;
  const shown = then.is === "frozen" ? then.filed.sha256 : null;
  const shared = {
    id,
    version,
    comments: await commentsBeside(db, scope, then, shown, wording, day),
    title: wording.t(engineKey(titleKey(template))),
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
    correction,
  };
  return then.is === "draft"
    ? { ...shared, ...draftPast(then, wording, scope.workspaceSlug) }
    : { ...shared, ...frozenPast(then, wording) };
}
export type ReportPast = Awaited<ReturnType<typeof reportPast>>;

function draftPast(then: DraftThen, wording: Wording, workspace: string) {
  const { organisation, subject } = then.settings;
  return {
    number: wording.t("reports.state.draft"),
    about: subject?.name || organisation.name,
    organisation: organisation.name,
    blocks: draftThenBlocks(then, enteredFacts(then, wording, workspace), wording),
    signers: [],
    isIntact: null,
    isPublished: false,
    keepsFile: false,
    givenBackAt: null,
  };
}

function frozenPast({ filed, template, isIntact, givenBackAt }: FrozenThen, wording: Wording) {
  const { organisation, subject, attachments } = filed.report;
  return {
    number: numberText(filed, wording),
    about: subject?.name || organisation.name,
    organisation: organisation.name,
    blocks: reportDocument(filed, template, wording, ROWS_ON_A_PAGE).blocks,
    signers: signersIn(filed, template),
    isIntact,
    isPublished: filed.state === "published",
    keepsFile: attachments.length > 0,
    givenBackAt: givenBackAt && givenBackAt.toISOString(),
  };
}

/** What had been entered for the template's facts, in words; one left open says nothing. */
const enteredFacts = (then: DraftThen, wording: Wording, workspace: string): Fact[] =>
  factsOf(then, wording, workspace)
    .filter(({ value }) => value !== "")
    .map(({ kind, name, value, choices }) => ({
      term: name,
      value:
        kind === "choice"
          ? (choices.find(([one]) => one === value)?.[1] ?? value)
          : kind === "day"
            ? wording.format.day(value)
            : value.replaceAll("\n", ", "),
    }));
