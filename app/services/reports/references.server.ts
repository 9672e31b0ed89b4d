import type { Database, Scope } from "../../../db/database";
import { findCategory } from "../../../db/queries/categories";
import { findCheck } from "../../../db/queries/checks";
import { findContract } from "../../../db/queries/contracts";
import { findEvidence } from "../../../db/queries/evidence";
import { findFinding } from "../../../db/queries/findings";
import { findImport } from "../../../db/queries/imports";
import { findAction, findRepaymentGroup } from "../../../db/queries/remedy";
import { can, type Permission } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { isCitation, isLikeAddress } from "../../reports/citation";
import { isWider, type Reference, type ReportClass, type ReportType } from "../../reports/model";
import { MOST_REFERENCES, NAME_LENGTH } from "../../reports/settings";
import { dayOf } from "../scoring/assessor.server";
import { readersOf } from "./subject.server";

/** With who may read the record: its title stands only in reports of no wider circle. */
export type StoredReference = Reference & { readonly class: ReportClass };

type RecordKind = Exclude<Reference["kind"], "cited">;
type Told = Omit<StoredReference, "kind" | "id">;

/** How a record's address names its kind. Protected findings have the address of findings, and are not among them. */
const KIND_OF: Readonly<Record<string, RecordKind>> = {
  findings: "finding",
  actions: "action",
  repayments: "repayment",
  evidence: "evidence",
  categories: "category",
  checks: "check",
  contracts: "contract",
  imports: "import",
};
const ADDRESS =
  /\/(findings|actions|repayments|evidence|categories|checks|contracts|imports)\/([0-9a-z]{22})(?:[/?#]|$)/u;

const READ: Readonly<Record<RecordKind, Permission>> = {
  finding: "finding:read",
  action: "action:read",
  repayment: "repayment:read",
  evidence: "evidence:read",
  category: "category:read",
  check: "vendor-check:read",
  contract: "contract:read",
  import: "import:read",
};

type Find = (db: Database, scope: Scope, id: string) => Promise<Told | null>;
const told = (
  title: string,
  day: string | null,
  sha256: string | null = null,
  accessClass: ReportClass = "internal",
): Told => ({ title, day, sha256, class: accessClass });

const FIND: Readonly<Record<RecordKind, Find>> = {
  finding: async (db, scope, id) => {
    const found = await findFinding(db, scope, id);
    return found && !found.undoneAt ? told(found.summary, found.foundOn, null, found.accessClass) : null;
  },
  action: async (db, scope, id) => {
    const found = await findAction(db, scope, id);
    return found && told(found.title, found.dueOn);
  },
  repayment: async (db, scope, id) => {
    const found = await findRepaymentGroup(db, scope, id);
    return found && told(found.label, found.dueOn);
  },
  evidence: async (db, scope, id) => {
    const found = await findEvidence(db, scope, id);
    return found && !found.undoneAt
      ? told(`${found.shows} (${found.issuer})`, found.issuedOn, found.sha256, found.accessClass)
      : null;
  },
  category: async (db, scope, id) => {
    const found = await findCategory(db, scope, id);
    return found && told(found.title, dayOf(found.filedAt), found.recordSha256);
  },
  check: async (db, scope, id) => {
    const found = await findCheck(db, scope, id);
    return found?.filedAt && found.fileNo !== null
      ? told(String(found.fileNo), dayOf(found.filedAt), found.recordSha256)
      : null;
  },
  contract: async (db, scope, id) => {
    const found = await findContract(db, scope, id);
    return found && told(`${found.reference} ${found.title}`, found.startsOn);
  },
  import: async (db, scope, id) => {
    const found = await findImport(db, scope, id);
    return found?.publishedAt ? told(found.upload.fileName, dayOf(found.publishedAt), found.upload.sha256) : null;
  },
};

/**
 * What a statement rests on, one a line: the address of a record of this workspace, or a document that is kept elsewhere, as the
 * author cites it with its day. @throws Problem `report.reference`, `report.citation`, `report.references` (422).
 */
export async function readReferences(db: Database, scope: Scope, given: string): Promise<StoredReference[]> {
  const lines = [...new Set(given.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== ""))]; // prettier-ignore
  if (lines.length > MOST_REFERENCES)
    throw new Problem(
      "report.references",
      `A statement can rest on ${MOST_REFERENCES} records and documents; these are ${lines.length}. Split the statement, or name fewer.`,
      { limit: MOST_REFERENCES, found: lines.length },
      422,
    );
  return Promise.all(lines.map((line) => readReference(db, scope, line)));
}

async function readReference(db: Database, scope: Scope, line: string): Promise<StoredReference> {
  const [, place = "", id = ""] = ADDRESS.exec(line) ?? [];
  const kind = KIND_OF[place];
  if (kind === undefined) {
    if (line.length > NAME_LENGTH * 2 || isLikeAddress(line, scope.workspaceSlug)) throw noReference(line);
    if (!isCitation(line)) throw noCitation(line);
    return { kind: "cited", id: "", title: line, day: null, sha256: null, class: "public" };
  }
  const found = can(scope.role, READ[kind]) ? await FIND[kind](db, scope, id) : null;
  if (!found) throw noReference(line);
  return { kind, id, ...found };
}

const noReference = (line: string) =>
  new Problem(
    "report.reference",
    `“${line.slice(0, 80)}” is no record of this workspace that a report can name. Copy the address of its page, or cite the document with issuer, day and where it is kept, in at most ${NAME_LENGTH * 2} characters.`,
    { line: line.slice(0, 80), limit: NAME_LENGTH * 2 },
    422,
  );

const noCitation = (line: string) =>
  new Problem(
    "report.citation",
    `“${line.slice(0, 80)}” names no document that somebody else could look for. Write what it is, its issuer, its day with the year, and where it is kept; or copy the address of a record here.`,
    { line: line.slice(0, 80) },
    422,
  );

/**
 * As a report of that type and class names them: without title, day and hash of a record that a reader of the report may not read, by role
 * or by the class the record has today, and of one that was taken back since; in a public report without its id too, which begins with
 * the instant it was made. What is cited in words stays.
 */
export async function referencesIn(
  db: Database,
  scope: Scope,
  of: { readonly type: ReportType; readonly class: ReportClass },
  stored: readonly StoredReference[],
): Promise<Reference[]> {
  const asRead = async ({ class: _then, ...reference }: StoredReference): Promise<Reference> => {
    const { kind, id } = reference;
    if (kind === "cited") return reference;
    const isOpen = readersOf(of.type).every((role) => can(role, READ[kind]));
    const now = isOpen ? await FIND[kind](db, scope, id) : null;
    if (now !== null && !isWider(of.class, now.class)) return reference;
    return { kind, id: of.class === "public" ? "" : id, title: "", day: null, sha256: null };
  };
  return Promise.all(stored.map(asRead));
}
