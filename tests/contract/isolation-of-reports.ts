/** What the isolation test of the queries asks of reports that are filed, and the plans of these queries. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as reportFacts from "../../db/queries/report-facts";
import * as reports from "../../db/queries/reports";
import { anEntryOfOurs, DEMAND_MODULES, questionsOnDemand } from "./isolation-of-demand";
import { NOW, type AGeneration } from "./databases";
import { aJudgementOfOurs, COMMITMENT_MODULES, questionsOnCommitments } from "./isolation-of-commitments";

export const REPORT_MODULES = { reports, "report-facts": reportFacts, ...COMMITMENT_MODULES, ...DEMAND_MODULES };

const ID = "report-1";
const SIGNER = "signer-1";

/** A published report with everything that hangs on it, the version that corrects it, and an entry about own ways of buying. */
export async function aReportOfOurs(db: Database, scope: Scope): Promise<void> {
  await anEntryOfOurs(db, scope);
  const { reports: table, reportStatements, reportSteps, reportSignatures } = db.t;
  const { workspaceNo, userId } = scope;
  const own = { workspaceNo, reportId: ID };
  const row = { workspaceNo, type: "statement", variant: "common", settings: {}, startedBy: userId, startedAt: NOW };
  const started = { reportId: ID, type: "statement", variant: "common", version: 1, replaces: null, reason: null };
  await db.commit(scope, event("report.started", { ...started, settings: {} }), (q) => [
    q.insert(table).values([
      { ...row, id: ID, state: "published", fileNo: 1, publishedAt: NOW },
      { ...row, id: "report-2", version: 2, replaces: ID },
    ]),
    q
      .insert(reportStatements)
      .values({ ...own, id: "said-1", point: "about", text: "x", evidence: [], statedBy: userId, statedAt: NOW }),
    q.insert(reportSteps).values([
      { ...own, id: "step-1", step: "started", note: "", by: userId, at: NOW },
      { ...own, id: "step-2", step: "returned", note: "", content: {}, by: userId, at: NOW },
    ]),
    q.insert(reportSignatures).values({
      ...own,
      id: "signed-1",
      role: "author",
      name: "Ines",
      title: "Officer",
      contentSha256: "0",
      by: SIGNER,
      at: NOW,
    }),
  ]);
  await aJudgementOfOurs(db, scope);
}

const KINDS = [
  { type: "statement", variants: ["common"] },
  { type: "demand", variants: ["yearly"] },
];

export function questionsOnReports(of: () => { readonly db: Database; readonly made: AGeneration }) {
  return {
    ...questionsOnDemand(of),
    ...questionsOnCommitments(() => of().db),
    reportsOf: (scope) => reports.reportsOf(of().db, scope, KINDS, 9),
    findReport: (scope) => reports.findReport(of().db, scope, ID),
    kindOfReport: (scope) => reports.kindOfReport(of().db, scope, ID),
    openReports: (scope) => reports.openReports(of().db, scope, KINDS, 9),
    correctionOf: (scope) => reports.correctionOf(of().db, scope, ID),
    highestReportNo: async (scope) => (await reports.highestReportNo(of().db, scope, "statement")) || null,
    statementsOf: (scope) => reports.statementsOf(of().db, scope, ID),
    writersUntil: (scope) => reports.writersUntil(of().db, scope, [ID], NOW),
    stepsUntil: (scope) => reports.stepsUntil(of().db, scope, [ID], NOW),
    givenBackAfter: (scope) => reports.givenBackAfter(of().db, scope, ID, new Date(0)),
    givenBackContents: (scope) => reports.givenBackContents(of().db, scope, ID),
    stepsOfReport: (scope) => reports.stepsOfReport(of().db, scope, ID),
    signaturesOf: (scope) => reports.signaturesOf(of().db, scope, ID),
    lastTitleOf: async (scope) => (await reports.lastTitleOf(of().db, scope, SIGNER)) || null,
    highByPlaceAndSector: (scope) => reportFacts.highByPlaceAndSector(of().db, scope, of().made.no),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}

export const plansOfReports = (
  asked: () => { readonly db: Database; readonly scope: Scope; readonly generation: number },
): [string, () => Promise<unknown>][] => {
  const ask = (what: (db: Database, scope: Scope, generation: number) => Promise<unknown>) => () => {
    const { db, scope, generation } = asked();
    return what(db, scope, generation);
  };
  return [
    ["reportsOf", ask((db, scope) => reports.reportsOf(db, scope, KINDS, 9))],
    ["findReport", ask((db, scope) => reports.findReport(db, scope, "a report"))],
    ["kindOfReport", ask((db, scope) => reports.kindOfReport(db, scope, "a report"))],
    ["openReports", ask((db, scope) => reports.openReports(db, scope, KINDS, 9))],
    ["correctionOf", ask((db, scope) => reports.correctionOf(db, scope, "a report"))],
    ["highestReportNo", ask((db, scope) => reports.highestReportNo(db, scope, "statement"))],
    [
      "reportsOf after another",
      ask((db, scope) => reports.reportsOf(db, scope, KINDS, 9, undefined, { id: "r", startedAt: NOW })),
    ],
    ["reportsOf until an instant", ask((db, scope) => reports.reportsOf(db, scope, KINDS, 9, NOW))],
    ["statementsOf until an instant", ask((db, scope) => reports.statementsOf(db, scope, "a report", NOW))],
    ["writersUntil", ask((db, scope) => reports.writersUntil(db, scope, ["one", "other"], NOW))],
    ["stepsUntil", ask((db, scope) => reports.stepsUntil(db, scope, ["one", "other"], NOW))],
    ["givenBackContents", ask((db, scope) => reports.givenBackContents(db, scope, "a report"))],
    ["givenBackAfter", ask((db, scope) => reports.givenBackAfter(db, scope, "a report", NOW))],
    ["statementsOf", ask((db, scope) => reports.statementsOf(db, scope, "a report"))],
    ["stepsOfReport", ask((db, scope) => reports.stepsOfReport(db, scope, "a report"))],
    ["signaturesOf", ask((db, scope) => reports.signaturesOf(db, scope, "a report"))],
    ["lastTitleOf", ask((db, scope) => reports.lastTitleOf(db, scope, "an account"))],
    ["highByPlaceAndSector", ask((db, scope, no) => reportFacts.highByPlaceAndSector(db, scope, no))],
  ];
};
