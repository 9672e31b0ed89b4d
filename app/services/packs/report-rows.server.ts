import { z } from "zod";
import type { AnyScope, Database } from "../../../db/database";
import { frozenReports } from "../../../db/queries/packs";
import { findReport, signaturesOf, type StoredReport } from "../../../db/queries/reports";
import { ACCESS_CLASSES, type AccessClass } from "../../../db/schema/findings";
import { isLeftOut } from "../../lib/disclosure";
import type { ReportRow } from "../../pack/rows";
import type { Recorded } from "./recorded-rows.server";

/** What each event about frozen contents says of them. */
const AboutContents = z.object({ reportId: z.string(), contentSha256: z.string() });

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
 * what not all its readers may read (`referencesIn`), and what it counted.
 */
function tellsOf(value: unknown, recorded: Pick<Recorded, "isWordOf" | "isWithheld">): boolean {
  if (typeof value === "string") return recorded.isWordOf(value);
  if (typeof value !== "object" || value === null) return false;
  const evidence: unknown = "evidence" in value ? value.evidence : null;
  if (Array.isArray(evidence) && evidence.some((id) => recorded.isWithheld(id))) return true;
  const isTitled = "id" in value && "title" in value && value.title !== "" && recorded.isWithheld(value.id);
  return isTitled || Object.values(value).some((part) => tellsOf(part, recorded));
}

/** Reports of a workspace whose contents were frozen, as far as a pack of a class holds them. One is in memory at a time. */
export class PackedReports {
  /** Hash of the contents by id, in the order in which they were started. */
  readonly #held = new Map<string, string>();
  /** Those above the class, or that tell of a record that the pack leaves out. */
  readonly #out = new Set<string>();

  private constructor(
    private readonly db: Database,
    private readonly scope: AnyScope,
    private readonly recorded: Recorded,
  ) {}

  /** Looks through the reports for what stays. */
  static async of(db: Database, scope: AnyScope, upTo: AccessClass, recorded: Recorded): Promise<PackedReports> {
    const reports = new PackedReports(db, scope, recorded);
    for (const { id } of await frozenReports(db, scope)) {
      const row = await findReport(db, scope, id);
      if (!row || row.content === null || row.contentSha256 === null) continue;
      if (isLeftOut({ accessClass: classOf(row.content) }, upTo) || tellsOf(row.content, recorded))
        reports.#out.add(id);
      else reports.#held.set(id, row.contentSha256);
    }
    return reports;
  }

  get withheld(): number {
    return this.#out.size;
  }

  /**
   * Is an event with these contents about a report, and not about what is in the pack of it? That one was published is told
   * whatever stands in the table: it is never taken back, and who deletes it is found.
   */
  hides(name: string, contents: string): boolean {
    if (!name.startsWith("report.")) return false;
    const { data } = AboutContents.safeParse(JSON.parse(contents));
    if (!data || this.#out.has(data.reportId)) return true;
    return name !== "report.published" && this.#held.get(data.reportId) !== data.contentSha256;
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
