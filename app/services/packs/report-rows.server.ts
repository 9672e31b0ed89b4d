import { z } from "zod";
import type { AnyScope, Database } from "../../../db/database";
import { contentsOfEvents, frozenReports } from "../../../db/queries/packs";
import { findReport, signaturesOf, type StoredReport } from "../../../db/queries/reports";
import { ACCESS_CLASSES, type AccessClass } from "../../../db/schema/findings";
import { isLeftOut } from "../../lib/disclosure";
import type { ReportRow } from "../../pack/rows";
import { Attachment } from "../../reports/model";
import type { Recorded } from "./recorded-rows.server";
import type { Head } from "./trail-rows.server";

/** What each event about frozen contents says of them; of their class the one that froze them. */
const AboutContents = z.object({
  reportId: z.string(),
  contentSha256: z.string(),
  class: z.enum(ACCESS_CLASSES).optional(),
});
const Attached = z.object({ attachments: z.array(Attachment) });

/** A file that was kept with a report. */
export interface KeptWith {
  readonly reportId: string;
  readonly file: Attachment;
}
/** One freezing of one report. */
const frozenAs = ({ reportId, contentSha256 }: z.infer<typeof AboutContents>): string => `${reportId} ${contentSha256}`;

/**
 * The class a report was frozen with: who may read it. Contents that name none were changed outside the program, and go into
 * no pack but one of everything.
 */
function classOf(content: unknown): AccessClass {
  const named = (content as { readonly class?: unknown } | null)?.class;
  return ACCESS_CLASSES.find((one) => one === named) ?? ACCESS_CLASSES.at(-1)!;
}

/**
 * Do contents tell of a record that the pack leaves out? The id of one alone tells nothing: so a report names, without a title,
 * what not all its readers may read (`referencesIn`), and what it counted. Of words those count that people wrote, as `text` of
 * a cell, of a value or of a statement, or as what they cite; the title of another record is that record's.
 */
function tellsOf(value: unknown, recorded: Pick<Recorded, "isWordOf" | "isWithheld">): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { evidence, id, title, text } = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(evidence) && evidence.some((one) => recorded.isWithheld(one))) return true;
  if (typeof text === "string" && recorded.isWordOf(text)) return true;
  if (typeof title === "string" && title !== "" && (recorded.isWithheld(id) || (id === "" && recorded.isWordOf(title))))
    return true;
  return Object.values(value).some((part) => tellsOf(part, recorded));
}

/** Reports of a workspace whose contents were frozen, as far as a pack of a class holds them. One is in memory at a time. */
export class PackedReports {
  /** Files that were kept with those that are held, in the order in which the reports were started. */
  readonly files: KeptWith[] = [];
  /** Hash of the contents by id, in the order in which they were started. */
  readonly #held = new Map<string, string>();
  /** Those above the class, or that tell of a record that the pack leaves out. */
  readonly #out = new Set<string>();
  /** Freezings that were given back, by what the chain says; null: it does not say it any more. */
  #back: ReadonlySet<string> | null = new Set();
  /** Freezings not above the class, by what the chain said so far. */
  readonly #within = new Set<string>();

  private constructor(
    private readonly db: Database,
    private readonly scope: AnyScope,
    private readonly upTo: AccessClass,
    private readonly recorded: Recorded,
  ) {}

  /** Looks through the reports, and what the chain says of them up to its head, for what stays. */
  static async of(
    db: Database,
    scope: AnyScope,
    upTo: AccessClass,
    recorded: Recorded,
    { headSeq }: Pick<Head, "headSeq">,
  ): Promise<PackedReports> {
    const reports = new PackedReports(db, scope, upTo, recorded);
    const returned = await contentsOfEvents(db, scope, "report.returned", headSeq);
    const isErased = returned.some(({ contents }) => contents === null);
    const back = returned.flatMap(({ contents }) => AboutContents.safeParse(JSON.parse(contents ?? "null")).data ?? []);
    reports.#back = isErased ? null : new Set(back.map(frozenAs));
    for (const { id } of await frozenReports(db, scope)) {
      const row = await findReport(db, scope, id);
      if (!row || row.content === null || row.contentSha256 === null) continue;
      if (isLeftOut({ accessClass: classOf(row.content) }, upTo) || tellsOf(row.content, recorded))
        reports.#out.add(id);
      else {
        reports.#held.set(id, row.contentSha256);
        const { data } = Attached.safeParse(row.content);
        for (const file of data?.attachments ?? []) reports.files.push({ reportId: id, file });
      }
    }
    return reports;
  }

  get withheld(): number {
    return this.#out.size;
  }

  /**
   * Is an event with these contents about a report, and not about what is in the pack of it? Contents that were sent to review
   * are given back or they are there: where the table has neither, the event is shown, and whoever verifies the pack finds that
   * they were taken away. Is given the events in their order.
   */
  hides(name: string, contents: string): boolean {
    if (!name.startsWith("report.")) return false;
    const { data } = AboutContents.safeParse(JSON.parse(contents));
    if (!data || this.#out.has(data.reportId)) return true;
    const frozen = frozenAs(data);
    if (data.class && !isLeftOut({ accessClass: data.class }, this.upTo)) this.#within.add(frozen);
    if (this.#held.get(data.reportId) === data.contentSha256) return false;
    if (!this.#within.has(frozen)) return true;
    return name !== "report.published" && (this.#back === null || this.#back.has(frozen));
  }

  /** Each with its contents as they are kept, changed or not: whoever verifies the pack finds what was. */
  async *rows(): AsyncGenerator<ReportRow[]> {
    for (const [id, sha256] of this.#held) {
      const row = await findReport(this.db, this.scope, id);
      // Given back meanwhile: an event behind the head of the pack tells so, and it is written again.
      if (row && row.content !== null && row.contentSha256 === sha256) yield [await this.#shown(row, sha256)];
    }
  }

  async #shown({ id, state, fileNo, publishedAt, content }: StoredReport, sha256: string): Promise<ReportRow> {
    const signed = await signaturesOf(this.db, this.scope, id);
    const own = signed.filter(({ contentSha256 }) => contentSha256 === sha256);
    for (const { by } of own) this.recorded.person(by);
    return {
      id,
      state: state as ReportRow["state"],
      number: fileNo,
      publishedAt: publishedAt?.toISOString() ?? null,
      sha256,
      signatures: own.map((one) => ({
        id: one.id,
        role: one.role as ReportRow["signatures"][number]["role"],
        by: one.by,
        title: one.title,
        at: one.at.toISOString(),
        sha256: one.contentSha256,
        alone: one.alone,
      })),
      content: content as ReportRow["content"],
    };
  }
}
