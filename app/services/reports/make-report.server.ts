import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { findUser, findWorkspace } from "../../../db/queries/accounts";
import { judgementsInForce, type SignedJudgement } from "../../../db/queries/judgements";
import { kindOfReport, statementsOf, type StoredStatement } from "../../../db/queries/reports";
import { languageCodes } from "../../i18n/languages";
import { reference } from "../../lib/reference.server";
import { sectorNames } from "../../lib/sector-names.server";
import { pointsByCommitment, type Attachment, type Report, type Statement } from "../../reports/model";
import { groupBy } from "../../lib/group-by";
import type { ReportSettings } from "../../reports/settings";
import { namedSources } from "../../reports/source-blocks";
import { assemble } from "../../reports/template";
import { buyerProfile, type StatedBuyer } from "../commitments/buyer.server";
import { fillingsOf } from "./fill";
import { basisOf } from "./report-basis.server";
import { referencesIn, type StoredReference } from "./references.server";
import type { ReportRecord } from "./report-record.server";
import { withNamed } from "./report-sources.server";
import { isStillKept, toldList, type ToldList } from "./told-list.server";

/** What is made of a draft. */
interface ToMake {
  readonly now: Date;
  readonly list: ToldList;
  /** Files that were kept with it. */
  readonly attachments: readonly Attachment[];
  /** The account that stands as who made it. */
  readonly madeBy: string;
}

/**
 * The report as it would be frozen now, without the files that are kept with one: what the records say, what people wrote. A list of
 * a past day may be swept while it is read: then it is made again, of a list that is gone.
 */
export async function makeReport(db: Database, scope: Scope, record: ReportRecord, now: Date): Promise<Report> {
  for (;;) {
    const list = await toldList(db, scope, record.settings, now);
    try {
      const made = await reportOf(db, scope, record, { now, list, attachments: [], madeBy: record.row.startedBy });
      if (await isStillKept(db, scope, list)) return made;
    } catch (error) {
      if (await isStillKept(db, scope, list)) throw error;
    }
  }
}

/** The report of a list: what the records say, what people wrote. */
export async function reportOf(
  db: Database,
  scope: Scope,
  { row, settings, template }: ReportRecord,
  { now, list, attachments, madeBy }: ToMake,
): Promise<Report> {
  const [workspace, user, statements, listed, replaced, buyer] = await Promise.all([
    findWorkspace(db, scope),
    findUser(db, madeBy),
    statementsOf(db, scope, row.id),
    basisOf(db, scope, template, settings, list),
    row.replaces === null ? null : kindOfReport(db, scope, row.replaces),
    buyerProfile(db, scope),
  ]);
  const said = await statementsAsRead(db, scope, { type: template.type, class: settings.class }, statements);
  const filled = await fillingsOf(db, scope, template, { settings, variant: row.variant, now, attachments, list });
  const report = assemble(
    template,
    {
      variant: row.variant,
      version: row.version,
      corrects: replaced && { id: replaced.id, number: replaced.fileNo, reason: row.reason ?? "" },
      organisation: { ...settings.organisation, ...sectorOf(buyer) },
      period: [settings.from, settings.to],
      subject: settings.subject,
      class: settings.class,
      isDemo: workspace?.isDemo ?? false,
      attachments: [...attachments],
      made: { at: now.toISOString(), by: user?.name ?? madeBy },
      ...(await enteredIn(db, settings)),
      ...listed,
    },
    filled,
    said,
  );
  // Whether we meet a duty is no fact of a bidder's file.
  const judgements = template.subject === "check" ? [] : await judgementsInForce(db, scope);
  // A workspace keeps its reports as long as their templates ask, or longer.
  const keepYears = Math.max(report.keepYears, buyer?.keepYears ?? 0);
  const sources = withNamed(listed.sources, namedSources(report.sections));
  return { ...report, sources, keepYears, commitments: commitmentsOf(report, judgements) };
}

/** The sector of who buys in every language; nothing where it was not stated. */
function sectorOf(buyer: StatedBuyer | null): Pick<Report["organisation"], "sector"> {
  const code = buyer?.sector ?? null;
  if (code === null) return {};
  const named = languageCodes.map((language) => [language, sectorNames(language).get(code)?.name ?? code] as const);
  return { sector: { en: code, ...Object.fromEntries(named) } };
}

/** What people wrote, by point, as a report of that type and class prints it: without what was emptied again. */
export async function statementsAsRead(
  db: Database,
  scope: Scope,
  of: Pick<Report, "type" | "class">,
  stored: readonly StoredStatement[],
): Promise<ReadonlyMap<string, Statement>> {
  const names = await namesOfUsers(
    db,
    stored.map(({ statedBy }) => statedBy),
  );
  return new Map<string, Statement>(
    await Promise.all(
      stored
        .filter(({ text }) => text !== "")
        .map(async ({ point, text, evidence, statedBy, statedAt }): Promise<[string, Statement]> => [
          point,
          {
            text,
            by: names.get(statedBy) ?? statedBy,
            at: statedAt.toISOString(),
            evidence: await referencesIn(db, scope, of, evidence as StoredReference[]),
          },
        ]),
    ),
  );
}

/** What was entered, by who did so at once, in the order of the settings. */
async function enteredIn(db: Database, { entered }: Pick<ReportSettings, "entered">): Promise<Pick<Report, "entered">> {
  const names = await namesOfUsers(
    db,
    Object.values(entered).map(({ by }) => by),
  );
  const all = groupBy(Object.entries(entered), ([, { by, at }]) => `${at} ${by}`);
  if (all.size === 0) return {};
  return {
    entered: [...all.values()].map((facts) => {
      const { by, at } = facts[0]![1];
      return { by: names.get(by) ?? by, at, facts: facts.map(([id]) => id) };
    }),
  };
}

/** What the catalogue says of the rows to which the report contributes, by their ids, and what people judged of them, as it stands today. */
function commitmentsOf(
  report: Pick<Report, "sections" | "class">,
  judgements: readonly SignedJudgement[],
): Report["commitments"] {
  const judged = new Map(
    judgements.map(({ commitmentId, judgement, who, by, at }) => [
      commitmentId,
      // A public report names those alone who signed it or wrote in it.
      { judgement, by: report.class === "public" ? "" : (who ?? by), at: at.toISOString() },
    ]),
  );
  const byId = new Map(reference().table("commitments").map((row) => [row.id, row])); // prettier-ignore
  return [...pointsByCommitment(report)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, points]) => {
      const row = byId.get(id);
      return row
        ? [{ id, instrument: row.instrumentShort, article: row.article, confidence: row.confidence, points, judgement: judged.get(id) ?? null }] // prettier-ignore
        : [];
    });
}
