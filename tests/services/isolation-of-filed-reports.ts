/**
 * What the isolation test asks of reports that are filed: with the scope of one workspace and the ids of another. What fills
 * them (`app/services/reports/fill`) asks queries that are held to it themselves, and is asked here by way of `makeReport`.
 */
import { text } from "node:stream/consumers";
import { endOfDay } from "../../app/lib/as-known-on";
import { answerComment } from "../../app/services/notes/answer-comment.server";
import { commentSection } from "../../app/services/notes/comment-section.server";
import { sectionComments } from "../../app/services/notes/section-comments.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { correctReport } from "../../app/services/reports/correct-report.server";
import { exportReport } from "../../app/services/reports/export-report.server";
import { makeReport, reportOf, statementsAsRead } from "../../app/services/reports/make-report.server";
import { readReferences, referencesIn } from "../../app/services/reports/references.server";
import { basisOf } from "../../app/services/reports/report-basis.server";
import { reportRecord } from "../../app/services/reports/report-record.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { publishedThen, reportThen } from "../../app/services/reports/report-then.server";
import { aboutBy, reportsThen } from "../../app/services/reports/reports-then.server";
import { pageAfter, reportList, reportView } from "../../app/services/reports/report-view.server";
import { signReport } from "../../app/services/reports/sign-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { startableTemplates } from "../../app/services/reports/startable.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { readableKinds, subjectOf } from "../../app/services/reports/subject.server";
import { factsOf } from "../../app/services/reports/report-facts.server";
import { keepRegister } from "../../app/services/reports/kept-file.server";
import { subjectStanding } from "../../app/services/reports/subject-standing.server";
import { linesByNumber, toldLines, toldList } from "../../app/services/reports/told-list.server";
import { waitingReports, waitingReportsThen } from "../../app/services/reports/waiting-reports.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { TEMPLATES } from "../../app/reports/templates";
import { highByPlaceAndSector } from "../../db/queries/report-facts";
import * as stored from "../../db/queries/reports";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aFolder } from "../builders";
import { DEMAND_SAYS_NOT_FOUND, demandChanges, demandReads, someBuying } from "./isolation-of-demand";
import { wordingIn } from "../report-wording";
import { publishAsItIs, returnAsItIs } from "./as-it-is";

export interface FiledPlace {
  readonly reports: {
    readonly draft: string;
    readonly review: string;
    readonly reviewHash: string;
    readonly approved: string;
    readonly published: string;
    readonly publishedHash: string;
    /** A comment on a section of the published one. */
    readonly comment: string;
    readonly replaced: string;
    readonly returned: string;
    /** Orders that were told of own ways of buying. */
    readonly orders: string;
  };
}
interface Place extends FiledPlace {
  readonly scope: Scope;
  readonly generation: number;
  readonly supplier: { readonly id: string };
  readonly checked: { readonly filedId: string };
  readonly categoryId: string;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const A_STATEMENT = { type: "statement", variant: "", subjectId: "", subjectName: "" };
const said = (word: string, replaces = "") => ({
  point: "about",
  text: `We are ${word}`,
  evidence: `Register of ${word}, 2 March 2026`,
  replaces,
});

/** A report in every state. */
export async function someReports(db: Database, scope: Scope, word: string): Promise<FiledPlace["reports"]> {
  const start = async () => {
    const id = await startReport(db, scope, A_STATEMENT, A_DAY);
    await statePoint(db, scope, id, said(word), A_DAY);
    return id;
  };
  const submit = async () => {
    const id = await start();
    await submitReport(db, scope, id, { title: `Officer ${word}`, note: `Look at ${word}` }, A_DAY);
    return id;
  };
  const approve = async () => {
    const id = await submit();
    const { contentSha256 } = (await stored.findReport(db, scope, id))!;
    const approval = { title: "", note: "", contentSha256: contentSha256!, knowsGaps: true };
    await approveReport(db, scope, id, approval, A_DAY);
    return id;
  };
  const publish = async () => {
    const id = await approve();
    await publishAsItIs(db, scope, id, A_DAY);
    return id;
  };
  const [draft, review, approved, published, replaced] = [
    await start(),
    await submit(),
    await approve(),
    await publish(),
    await publish(),
  ];
  await correctReport(db, scope, replaced, `Because of ${word}`, A_DAY);
  const returned = await submit();
  await returnAsItIs(db, scope, returned, `Say more of ${word}`, A_DAY);
  const reviewHash = (await stored.findReport(db, scope, review))!.contentSha256!;
  const publishedHash = (await stored.findReport(db, scope, published))!.contentSha256!;
  const comment = (await commentSection(db, anAuditor(scope), published, aComment(publishedHash, word), A_DAY)).noteId;
  const orders = await someBuying(db, scope, word);
  return { draft, review, reviewHash, approved, published, publishedHash, comment, replaced, returned, orders };
}

/** Another person than who writes the reports. */
const anAuditor = (scope: Scope): Scope => ({ ...scope, role: "auditor", userId: `auditor of ${scope.workspaceId}` });
const aComment = (contentSha256: string, word: string) => ({
  section: "structure",
  text: `Who counted ${word}?`,
  contentSha256,
});

const settingsOf = (seen: number) => ({
  variant: "common",
  from: "2025-01-01",
  to: "2025-12-31",
  organisation: "Others",
  identifier: "",
  country: "DE",
  class: "internal",
  seen,
});
const WITH_SUPPLIERS = { ...TEMPLATES[0]!, facts: [{ id: "suppliers", kind: "suppliers" }] } as const;
const wording = await wordingIn("en");
const order = { format: "csv", language: "en", wording, now: A_DAY } as const;
const IN = "app/services/reports";
/** The day on which all of them were made. */
const THAT_DAY = A_DAY.toISOString().slice(0, 10);

/** Numbers of the suppliers of every workspace. */
const everyNumber = async (db: Database): Promise<number[]> =>
  (await db.q.select({ no: db.t.suppliers.no }).from(db.t.suppliers)).map(({ no }) => no);

export const filedReads = (db: () => Database): Asked => ({
  ...demandReads(db),
  "db/queries/reports.ts reportsOf": (scope) => stored.reportsOf(db(), scope, readableKinds("owner"), 99),
  "db/queries/reports.ts findReport": (scope, of) => stored.findReport(db(), scope, of.reports.draft),
  "db/queries/reports.ts kindOfReport": async (scope, of) =>
    (await stored.kindOfReport(db(), scope, of.reports.draft)) !== null && { of: of.scope.workspaceId },
  "db/queries/reports.ts openReports": async (scope, of) =>
    (await stored.openReports(db(), scope, readableKinds("owner"), 99)).some(({ id }) => id === of.reports.draft) && {
      of: of.scope.workspaceId,
    },
  "db/queries/reports.ts correctionOf": async (scope, of) => ({
    of: scope.workspaceId,
    found: (await stored.correctionOf(db(), scope, of.reports.replaced)) !== null,
  }),
  "db/queries/reports.ts highestReportNo": async (scope) => ({
    of: scope.workspaceId,
    no: await stored.highestReportNo(db(), scope, "statement"),
  }),
  "db/queries/reports.ts statementsOf": (scope, of) => stored.statementsOf(db(), scope, of.reports.draft),
  "db/queries/reports.ts stepsOfReport": (scope, of) => stored.stepsOfReport(db(), scope, of.reports.review),
  "db/queries/reports.ts signaturesOf": (scope, of) => stored.signaturesOf(db(), scope, of.reports.review),
  "db/queries/reports.ts lastTitleOf": async (scope) => ({
    of: scope.workspaceId,
    title: await stored.lastTitleOf(db(), scope, scope.userId),
  }),
  "db/queries/reports.ts writersUntil": async (scope, of) =>
    // Ids of a report and of a person, who may be a member of several workspaces.
    (await stored.writersUntil(db(), scope, [of.reports.draft], new Date("2100-01-01"))).map(() => of.supplier.id),
  "db/queries/reports.ts stepsUntil": (scope, of) => stored.stepsUntil(db(), scope, [of.reports.review], A_DAY),
  "db/queries/reports.ts givenBackContents": (scope, of) => stored.givenBackContents(db(), scope, of.reports.returned),
  "db/queries/reports.ts givenBackAfter": (scope, of) =>
    stored.givenBackAfter(db(), scope, of.reports.returned, new Date(0)),
  "db/queries/report-facts.ts highByPlaceAndSector": async (scope, of) => ({
    of: scope.workspaceId,
    found: await highByPlaceAndSector(db(), scope, of.generation),
  }),
  [`${IN}/report-record.server.ts reportRecord`]: async (scope, of) =>
    (await reportRecord(db(), scope, of.reports.review)).row,
  [`${IN}/report-view.server.ts pageAfter`]: async (scope, of) =>
    (await pageAfter(db(), scope, of.reports.draft)) !== null && { of: of.scope.workspaceId },
  [`${IN}/report-view.server.ts reportList`]: (scope) => reportList(db(), scope),
  [`${IN}/report-basis.server.ts basisOf`]: (scope) =>
    toldList(db(), scope, { to: "2100-01-01" }, A_DAY).then((list) =>
      basisOf(db(), scope, { subject: "workspace" }, { subject: null }, list),
    ),
  [`${IN}/report-view.server.ts reportView`]: (scope, of) => reportView(db(), scope, of.reports.review, A_DAY),
  [`${IN}/waiting-reports.server.ts waitingReports`]: async (scope) => ({
    of: scope.workspaceId,
    found: await waitingReports(db(), scope, endOfDay(THAT_DAY)),
  }),
  [`${IN}/waiting-reports.server.ts waitingReportsThen`]: async (scope) => ({
    of: scope.workspaceId,
    found: await waitingReportsThen(db(), scope, THAT_DAY),
  }),
  [`${IN}/reports-then.server.ts reportsThen`]: (scope) => reportsThen(db(), scope, THAT_DAY),
  [`${IN}/reports-then.server.ts aboutBy`]: async (scope, of) =>
    (await aboutBy(db(), scope, endOfDay(THAT_DAY)))(of.reports.draft, []),
  [`${IN}/report-then.server.ts reportThen`]: (scope, of) => reportThen(db(), scope, of.reports.draft, THAT_DAY),
  [`${IN}/report-then.server.ts publishedThen`]: (scope, of) =>
    publishedThen(db(), scope, of.reports.published, THAT_DAY),
  [`${IN}/make-report.server.ts statementsAsRead`]: async (scope, of) => ({
    of: scope.workspaceId,
    said: [...(await statementsAsRead(db(), scope, { type: "statement", class: "internal" }, await stored.statementsOf(db(), scope, of.reports.draft)))], // prettier-ignore
  }),
  [`${IN}/make-report.server.ts makeReport`]: async (scope, of) =>
    makeReport(db(), scope, await reportRecord(db(), scope, of.reports.draft), A_DAY),
  [`${IN}/make-report.server.ts reportOf`]: async (scope, of) =>
    reportOf(db(), scope, await reportRecord(db(), scope, of.reports.draft), {
      now: A_DAY,
      list: await toldList(db(), scope, { to: THAT_DAY }, A_DAY),
      attachments: [],
      madeBy: scope.userId,
    }),
  [`${IN}/told-list.server.ts toldList`]: async (scope) => {
    const all = [THAT_DAY, "2100-01-01"].map(async (to) => toldList(db(), scope, { to }, new Date("2099-01-01")));
    return (await Promise.all(all)).map(({ generation }) => ({ generation }));
  },
  [`${IN}/told-list.server.ts toldLines`]: async (scope, of) =>
    toldLines(db(), scope, { generation: of.generation, linesThen: undefined }, await everyNumber(db())),
  [`${IN}/told-list.server.ts linesByNumber`]: async (scope) => [
    ...(await linesByNumber(db(), scope, await everyNumber(db()))),
  ],
  [`${IN}/export-report.server.ts exportReport`]: async (scope, of) =>
    text((await exportReport(db(), scope, of.reports.review, order)).stream),
  "app/services/notes/section-comments.server.ts sectionComments": (scope, of) =>
    sectionComments(db(), scope, of.reports.published, of.reports.publishedHash),
  [`${IN}/startable.server.ts startableTemplates`]: async (scope) => ({
    of: scope.workspaceId,
    found: await startableTemplates(db(), scope),
  }),
  [`${IN}/subject.server.ts subjectOf`]: async (scope, of) => ({
    of: scope.workspaceId,
    found: await Promise.all(
      TEMPLATES.filter(({ subject }) => subject === "category" || subject === "check").map((template) =>
        subjectOf(db(), scope, template, {
          id: template.subject === "check" ? of.checked.filedId : of.categoryId,
          name: "",
        }),
      ),
    ),
  }),
  [`${IN}/subject-standing.server.ts subjectStanding`]: async (scope, of) => ({
    of: scope.workspaceId,
    found: [
      await subjectStanding(db(), scope, { kind: "check", id: of.checked.filedId, name: "" }),
      await subjectStanding(db(), scope, { kind: "category", id: of.categoryId, name: "" }),
    ],
  }),
  [`${IN}/report-facts.server.ts factsOf`]: async (scope, of) => ({
    of: scope.workspaceId,
    found: await factsOf(
      db(),
      scope,
      WITH_SUPPLIERS,
      { suppliers: of.supplier.id },
      await toldList(db(), scope, { to: "2100-01-01" }, A_DAY),
    ),
  }),
  [`${IN}/kept-file.server.ts keepRegister`]: async (scope) => {
    const folder = aFolder();
    const kept = await keepRegister(
      db(),
      scope,
      "0".repeat(22),
      folder.path,
      await toldList(db(), scope, { to: "2100-01-01" }, A_DAY),
    );
    folder.remove();
    return { of: scope.workspaceId, sha256: kept?.sha256 ?? null };
  },
  [`${IN}/references.server.ts readReferences`]: (scope, of) =>
    readReferences(db(), scope, `/w/x/categories/${of.categoryId}`),
  [`${IN}/references.server.ts referencesIn`]: async (scope, of) => {
    const cited = { kind: "category", id: of.categoryId, title: "Shirts", day: null, sha256: null, class: "internal" } as const; // prettier-ignore
    const named = await referencesIn(db(), scope, { type: "statement", class: "internal" }, [cited]);
    return { of: scope.workspaceId, titles: named.map(({ title }) => title) };
  },
});

export const filedChanges = (db: () => Database): Asked => ({
  ...demandChanges(db),
  [`${IN}/start-report.server.ts startReport`]: (scope) => startReport(db(), scope, A_STATEMENT, A_DAY),
  [`${IN}/report-settings.server.ts changeReportSettings`]: async (scope, of) => {
    const found = await stored.findReport(db(), scope, of.reports.draft);
    return changeReportSettings(db(), scope, of.reports.draft, settingsOf(found?.seen ?? 1));
  },
  [`${IN}/state-point.server.ts statePoint`]: async (scope, of) => {
    const [found] = await stored.statementsOf(db(), scope, of.reports.draft);
    return statePoint(db(), scope, of.reports.draft, said("others", found?.id ?? ""), A_DAY);
  },
  [`${IN}/submit-report.server.ts submitReport`]: (scope, of) =>
    submitReport(db(), scope, of.reports.draft, { title: "", note: "" }, A_DAY),
  [`${IN}/return-report.server.ts returnReport`]: (scope, of) =>
    returnAsItIs(db(), scope, of.reports.review, "Say more.", A_DAY),
  [`${IN}/approve-report.server.ts approveReport`]: (scope, of) =>
    approveReport(
      db(),
      scope,
      of.reports.review,
      { title: "", note: "", contentSha256: of.reports.reviewHash, knowsGaps: true },
      A_DAY,
    ),
  [`${IN}/publish-report.server.ts publishReport`]: (scope, of) =>
    publishAsItIs(db(), scope, of.reports.approved, A_DAY),
  [`${IN}/sign-report.server.ts signReport`]: (scope, of) =>
    signReport(
      db(),
      scope,
      of.reports.review,
      { role: "board", title: "Chair", contentSha256: of.reports.reviewHash },
      A_DAY,
    ),
  [`${IN}/correct-report.server.ts correctReport`]: (scope, of) =>
    correctReport(db(), scope, of.reports.published, "A number was wrong.", A_DAY),
  "app/services/notes/comment-section.server.ts commentSection": (scope, of) =>
    commentSection(db(), anAuditor(scope), of.reports.published, aComment(of.reports.publishedHash, "others"), A_DAY),
  "app/services/notes/answer-comment.server.ts answerComment": (scope, of) =>
    answerComment(db(), scope, of.reports.published, { comment: of.reports.comment, text: "Counted anew." }, A_DAY),
});

/** Asked for an id of another workspace, these say that there is nothing. */
export const FILED_SAYS_NOT_FOUND = [
  ...DEMAND_SAYS_NOT_FOUND,
  "app/services/packs/report-list.server.ts listOfReport",
  `${IN}/report-record.server.ts reportRecord`,
  `${IN}/report-view.server.ts reportView`,
  `${IN}/export-report.server.ts exportReport`,
  `${IN}/report-then.server.ts reportThen`,
  `${IN}/report-then.server.ts publishedThen`,
  `${IN}/report-settings.server.ts changeReportSettings`,
  `${IN}/state-point.server.ts statePoint`,
  `${IN}/submit-report.server.ts submitReport`,
  `${IN}/return-report.server.ts returnReport`,
  `${IN}/approve-report.server.ts approveReport`,
  `${IN}/publish-report.server.ts publishReport`,
  `${IN}/sign-report.server.ts signReport`,
  `${IN}/correct-report.server.ts correctReport`,
  "app/services/notes/section-comments.server.ts sectionComments",
  "app/services/notes/comment-section.server.ts commentSection",
  "app/services/notes/answer-comment.server.ts answerComment",
] as const;
