import type { Database, Scope } from "../../../db/database";
import type { Stage } from "../../../db/schema/checks";
import { listCategories } from "../../../db/queries/categories";
import { filedChecks } from "../../../db/queries/filed-checks";
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
  /** The newest first; none for a template about the workspace or a product. */
  readonly records: readonly Subject[];
}

const MOST = 100;

/** The reports that this member may start, with what each can be about. */
export async function startableTemplates(db: Database, scope: Scope): Promise<Startable[]> {
  const templates = TEMPLATES.filter(({ type }) => can(scope.role, subjectPermission(type)))
    .map((template) => ({ ...template, variants: variantsFor(scope.role, template) }))
    .filter(({ variants }) => variants.length > 0);
  const kinds = new Set(templates.map(({ subject }) => subject));
  const records = new Map<SubjectKind, Startable["records"]>();
  if (kinds.has("category")) records.set("category", await categories(db, scope));
  if (kinds.has("check")) records.set("check", await checks(db, scope));
  return templates.map((template) => ({ template, records: records.get(template.subject) ?? [] }));
}

const categories = async (db: Database, scope: Scope) =>
  (await listCategories(db, scope, MOST)).map(({ id, number, version, title }) => ({
    id,
    name: `${number}.${version} ${title}`,
    stage: null,
  }));

/** Filed checks, those of the newest lots first, by the name of their bidder. */
const checks = async (db: Database, scope: Scope) =>
  (await filedChecks(db, scope, MOST)).map(({ id, reference, bidder, stage }) => ({
    id,
    name: `${reference} · ${bidder}`,
    stage,
  }));
