import type { Database, Scope } from "../../../db/database";
import { findCategory } from "../../../db/queries/categories";
import { findCheck, findLot, biddersOf } from "../../../db/queries/checks";
import type { ReportKind } from "../../../db/queries/reports";
import { ROLES, type Role } from "../../../db/schema/codes";
import type { ReportType } from "../../reports/model";
import type { ReportSettings } from "../../reports/settings";
import type { Template, Variant } from "../../reports/template";
import { TEMPLATES, templateOf } from "../../reports/templates";
import { can, type Permission } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { suppliersOf } from "../remedy/shared.server";

/** Who may read a report of the type: whoever may read what it is made of. */
const READ: Readonly<Record<ReportType, Permission>> = {
  register: "register:export",
  statement: "register:export",
  category: "category:read",
  "tender-check": "vendor-check:read",
  espd: "vendor-check:read",
  remediation: "action:read",
  demand: "action:read",
  response: "action:read",
};
export const subjectPermission = (type: ReportType): Permission => READ[type];

/** May the reader of a report of the type read it in this variant, too? */
const opens = (role: Role, { read }: Variant): boolean => read === undefined || can(role, read);

/** The variants that are offered to a member with the role. */
export const variantsFor = (role: Role, { variants }: Pick<Template, "variants">): Variant[] =>
  variants.filter((variant) => variant.released && opens(role, variant));

/** The variants of a type that a lawyer has not released yet: shown, never started. */
export const waitingVariants = (type: ReportType): Variant[] =>
  (templateOf(type)?.variants ?? []).filter(({ released }) => !released);

/** May a member with the role read a report of the type in the variant? */
export const mayRead = (role: Role, template: Template, variant: string): boolean =>
  can(role, READ[template.type]) && template.variants.some((one) => one.id === variant && opens(role, one));

/** The kinds of reports that a member with the role may read. Pure. */
export const readableKinds = (role: Role): ReportKind[] =>
  TEMPLATES.flatMap((template) => {
    const variants = template.variants.map(({ id }) => id).filter((id) => mayRead(role, template, id));
    return variants.length === 0 ? [] : [{ type: template.type, variants }];
  });

/** Would a report be read in the variant by anyone who may not read it in the present one? Pure. */
export const opensTo = (template: Template, present: string, variant: string): boolean =>
  ROLES.some((role) => mayRead(role, template, variant) && !mayRead(role, template, present));

/** May a member with this role read a report of the type in the variant, as both are stored? Pure. */
export function readsReports(role: Role, type: string, variant: string): boolean {
  const template = templateOf(type);
  return template !== null && can(role, "report:read") && mayRead(role, template, variant);
}

/** Everyone who may read reports of the type in some variant. Pure. */
export const readersOf = (type: ReportType): readonly Role[] =>
  ROLES.filter((role) => can(role, "report:read") && can(role, READ[type]));

type Subject = NonNullable<ReportSettings["subject"]>;

/** @throws Problem `report.subject` (422): the type needs a record, and this is none that the workspace has. */
export async function subjectOf(
  db: Database,
  scope: Scope,
  template: Template,
  given: { readonly id: string; readonly name: string },
): Promise<Subject | null> {
  const { subject: kind } = template;
  if (kind === "workspace") return null;
  const found = can(scope.role, READ[template.type]) ? await nameOf(db, scope, kind, given) : null;
  if (found === null)
    throw new Problem(
      "report.subject",
      "Choose what the report is about: this type is made for one record, and there is none with that id here.",
      {},
      422,
    );
  return { kind, ...found };
}

async function nameOf(
  db: Database,
  scope: Scope,
  kind: Subject["kind"],
  { id, name }: { readonly id: string; readonly name: string },
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (kind === "product") return name.trim() === "" ? null : { id: "", name: name.trim() };
  if (kind === "category") {
    const found = await findCategory(db, scope, id);
    return found && { id, name: found.title };
  }
  if (kind === "supplier") {
    const found = (await suppliersOf(db, scope, [id])).get(id);
    return found ? { id: found.supplierId, name: found.supplierName } : null;
  }
  const found = await findCheck(db, scope, id);
  // What is not filed can still change under the memo.
  const check = found?.state === "filed" ? found : null;
  const lot = check && (await findLot(db, scope, check.lotId));
  const bidder = lot && (await biddersOf(db, scope, lot.id)).find((one) => one.id === check.bidderId);
  return lot && bidder ? { id, name: `${bidder.name} · ${lot.reference}` } : null;
}
