/**
 * Reports of a pack: the contents have the hash that people signed, and the events in the slice say the same of them; what an
 * event tells of is there.
 */
import { z } from "zod";
import { ACCESS_CLASSES } from "../../db/schema/findings";
import { canonicalJson } from "../../db/canonical-json";
import { REPORT_TYPES, SIGN_ROLES, type SignRole } from "../reports/model";
import type { Faults } from "./faults";
import { keptFileOf, LISTS, type Manifest } from "./format";
import { hexOfText, type Sha256 } from "./hashing";
import { ReportRow, type OpenEvent } from "./rows";

const FILE = LISTS.reports;

const text = z.string();
const about = { reportId: text, contentSha256: text };
const signed = { ...about, signatureId: text, title: text, signedAt: text };
/** What each event about frozen contents says of them. */
const TOLD = {
  "report.submitted": z.looseObject({ ...signed, class: z.enum(ACCESS_CLASSES) }),
  "report.approved": z.looseObject({ ...signed, alone: z.boolean() }),
  "report.published": z.looseObject({
    ...about,
    type: z.enum(REPORT_TYPES),
    fileNo: z.int(),
    version: z.int(),
    publishedAt: text,
  }),
  "report.signed": z.looseObject({ ...signed, role: z.enum(SIGN_ROLES) }),
} as const;
type Told = { readonly [Name in keyof typeof TOLD]: { readonly name: Name } & z.infer<(typeof TOLD)[Name]> }[keyof typeof TOLD]; // prettier-ignore

/** The events that a report needs in its state, beside one for each signature. */
const NEEDED = {
  review: ["report.submitted"],
  approved: ["report.submitted", "report.approved"],
  published: ["report.submitted", "report.approved", "report.published"],
} as const;

/** What is kept of a row until the events were read: its contents are not. */
interface Packed {
  readonly row: number;
  readonly report: Omit<ReportRow, "content"> & {
    readonly content: Pick<ReportRow["content"], "type" | "version" | "corrects" | "class">;
    readonly files: readonly { readonly sha256: string; readonly bytes: number }[];
  };
  /** Names of events that were told, and ids of signatures of which they tell. */
  readonly told: Set<string>;
}

/** The event that tells of a signature in the role. */
const toldBy = (role: SignRole): keyof typeof TOLD =>
  role === "author" ? "report.submitted" : role === "approver" ? "report.approved" : "report.signed";
/** As what whoever signed by an event did. */
const roleIn = (told: Exclude<Told, { readonly name: "report.published" }>): SignRole =>
  told.name === "report.signed" ? told.role : told.name === "report.submitted" ? "author" : "approver";

export class ReportCheck {
  /** Reports whose contents were hashed again. */
  hashed = 0;
  readonly #packed = new Map<string, Packed>();
  readonly #numbers = new Set<string>();

  constructor(
    private readonly manifest: Manifest,
    private readonly sha256: Sha256,
    private readonly faults: Faults,
  ) {}

  report(row: number, value: unknown): void {
    const parsed = ReportRow.safeParse(value);
    if (!parsed.success) return this.faults.add("row.shape", FILE, row);
    const { content, ...rest } = parsed.data;
    const { type, version, corrects, class: readBy, attachments } = content;
    const number = `${type} ${rest.number} ${version}`;
    if (this.#packed.has(rest.id) || (rest.number !== null && this.#numbers.has(number)))
      this.faults.add("row.order", FILE, row);
    this.#numbers.add(number);
    this.#packed.set(rest.id, {
      row,
      report: {
        ...rest,
        content: { type, version, corrects, class: readBy },
        files: attachments.map(({ sha256, bytes }) => ({ sha256, bytes })),
      },
      told: new Set(),
    });
    this.hashed += 1;
    // As it stands, with what this version does not know of.
    if (hexOfText(this.sha256, canonicalJson((value as ReportRow).content)) !== rest.sha256)
      this.faults.add("report.hash", FILE, row);
    if (ACCESS_CLASSES.indexOf(content.class) > ACCESS_CLASSES.indexOf(this.manifest.upTo))
      this.faults.add("report.class", FILE, row);
    const isPublished = rest.state === "published";
    if (isPublished !== (rest.number !== null) || isPublished !== (rest.publishedAt !== null))
      this.faults.add("report.number", FILE, row);
    for (const one of rest.signatures)
      if (one.sha256 !== rest.sha256) this.faults.add("report.signature", FILE, row, { role: one.role });
  }

  /** After all reports: a correction goes behind what it corrects, which is here unless reports were left out. */
  listed(): void {
    for (const { row, report } of this.#packed.values()) {
      const { version, corrects, type } = report.content;
      const before = corrects && this.#packed.get(corrects.id)?.report;
      const isFirst = corrects === null && version === 1;
      const follows =
        corrects !== null &&
        (report.number === null || report.number === corrects.number) &&
        (before
          ? before.state === "published" &&
            before.number === corrects.number &&
            before.content.type === type &&
            before.content.version === version - 1
          : this.manifest.withheld.reports > 0 && version > 1);
      if (!isFirst && !follows) this.faults.add("report.corrects", FILE, row);
    }
  }

  /**
   * Each file that was kept with a report is there, unless the manifest says that it could not be packed, and none that no report
   * names. After all reports. @param files bytes by SHA-256.
   */
  files(files: ReadonlyMap<string, number>): void {
    if (this.manifest.edition === undefined) return;
    const left = new Set((this.manifest.notes ?? []).flatMap(({ code, of }) => (code === "kept-file" ? [of] : [])));
    const named = new Set<string>();
    for (const { row, report } of this.#packed.values())
      for (const { sha256, bytes } of report.files) {
        named.add(sha256);
        const isThere = files.has(sha256) ? files.get(sha256) === bytes : left.has(report.id);
        if (!isThere) this.faults.add("report.file", FILE, row, { sha256 });
      }
    for (const sha256 of files.keys()) if (!named.has(sha256)) this.faults.add("file.untold", keptFileOf(sha256));
  }

  /** An event that is shown, with its contents. After all reports. */
  event(row: number, { seq, name, actor, contents }: OpenEvent): void {
    if (!Object.hasOwn(TOLD, name)) return;
    const parsed = TOLD[name as keyof typeof TOLD].safeParse(contents);
    if (!parsed.success) return this.faults.add("row.shape", LISTS.events, row);
    const told = { name, ...parsed.data } as Told;
    const packed = this.#packed.get(told.reportId);
    if (!packed) return this.faults.add("report.gone", LISTS.events, row, { event: seq });
    const signature =
      told.name === "report.published" ? undefined : packed.report.signatures.find(({ id }) => id === told.signatureId);
    packed.told.add(told.name);
    if (signature) packed.told.add(signature.id);
    for (const [part, pack, said] of differences(packed.report, told, actor, signature))
      this.faults.add("report.differs", FILE, packed.row, { part, pack, said, event: seq });
  }

  /** After the last event. @param erased names of events whose contents were erased: one of them may have been the one that told. */
  finish(erased: ReadonlySet<string>): void {
    for (const { row, report, told } of this.#packed.values()) {
      const unsigned = report.signatures.filter(({ id }) => !told.has(id)).map(({ role }) => toldBy(role));
      const missing = NEEDED[report.state].filter((name) => !told.has(name));
      for (const name of new Set([...missing, ...unsigned]))
        if (!erased.has(name)) this.faults.add("report.untold", FILE, row, { name });
    }
  }
}

type PackedSignature = ReportRow["signatures"][number];

type Difference = readonly [part: string, pack: string, said: string];

/** What the report says otherwise than an event about it: each with both. Pure. */
function differences(
  { content, sha256: packedHash, state, number, publishedAt }: Packed["report"],
  told: Told,
  actor: string | null,
  signature: PackedSignature | undefined,
): Difference[] {
  const parts: [part: string, pack: unknown, said: unknown][] = [["sha256", packedHash, told.contentSha256]];
  const none = "–";
  if (told.name !== "report.published")
    parts.push(
      ["signature", signature?.by ?? none, actor],
      ["role", signature?.role ?? none, roleIn(told)],
      ["title", signature?.title ?? none, told.title],
      ["at", signature?.at ?? none, told.signedAt],
    );
  if (told.name === "report.submitted") parts.push(["class", content.class, told.class]);
  if (told.name === "report.approved")
    parts.push(["alone", signature?.alone ?? none, told.alone], ["state", state === "review" ? state : "approved", "approved"]); // prettier-ignore
  if (told.name === "report.published")
    parts.push(
      ["state", state, "published"],
      ["type", content.type, told.type],
      ["number", number ?? none, told.fileNo],
      ["version", content.version, told.version],
      ["publishedAt", publishedAt ?? none, told.publishedAt],
    );
  return parts.flatMap(([part, pack, said]) => (pack === said ? [] : [[part, String(pack), String(said)] as const]));
}
