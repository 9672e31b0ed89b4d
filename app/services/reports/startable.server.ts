import type { Database, Scope } from "../../../db/database";
import type { Stage } from "../../../db/schema/checks";
import { categoryTitles } from "../../../db/queries/categories";
import { filedChecks } from "../../../db/queries/filed-checks";
import type { Role } from "../../../db/schema/codes";
import { can } from "../../lib/permissions";
import type { SubjectKind, Template } from "../../reports/template";
import { TEMPLATES } from "../../reports/templates";
import { subjectPermission, variantsFor } from "./subject.server";

/** A record a report can be about; of a check, at which stage it was made. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage | null;
}

export interface Startable {
  /** With the variants alone that are offered to the reader. */
  readonly template: Template;
  /** Records it can be about, the newest first; none for a template about the workspace or a product. */
  readonly records: readonly Subject[];
  /** How many are offered, where there may be more; null: these are all. */
  readonly most: number | null;
}

/** Records that are offered in a list; a report about another is started on the record's own page. */
export const MOST_OFFERED = 100;

/** Types that are started on the page of the record they are about. */
export const STARTED_FROM = { check: ["tender-check", "espd"], category: ["category"] } as const;
export type StartedFrom = (typeof STARTED_FROM)[keyof typeof STARTED_FROM][number];

/** Which of them a member with the role may start. Pure. */
export const startsFrom = (role: Role, kind: keyof typeof STARTED_FROM): StartedFrom[] =>
  STARTED_FROM[kind].filter((type) => can(role, "report:write") && can(role, subjectPermission(type)));

/** The reports that this member may start, with what each can be about. */
export async function startableTemplates(db: Database, scope: Scope): Promise<Startable[]> {
  const templates = TEMPLATES.filter(({ type }) => can(scope.role, subjectPermission(type)))
    .map((template) => ({ ...template, variants: variantsFor(scope.role, template) }))
    .filter(({ variants }) => variants.length > 0);
  const kinds = new Set(templates.map(({ subject }) => subject));
  const records = new Map<SubjectKind, Startable["records"]>();
  if (kinds.has("category")) records.set("category", await categories(db, scope));
  if (kinds.has("check")) records.set("check", await checks(db, scope));
  return templates.map((template) => {
    const offered = records.get(template.subject) ?? [];
    return { template, records: offered, most: offered.length === MOST_OFFERED ? MOST_OFFERED : null };
  });
}

const categories = async (db: Database, scope: Scope) =>
  (await categoryTitles(db, scope, MOST_OFFERED)).map(({ id, number, version, title }) => ({
    id,
    name: `${number}.${version} ${title}`,
    stage: null,
  }));

/** Filed checks, those of the newest lots first, by the name of their bidder. */
const checks = async (db: Database, scope: Scope) =>
  (await filedChecks(db, scope, MOST_OFFERED)).map(({ id, reference, bidder, stage }) => ({
    id,
    name: `${reference} · ${bidder}`,
    stage,
  }));
