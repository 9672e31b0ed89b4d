import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import type { FacetCounts } from "../../db/facets";
import type { PageLine } from "../../db/queries/register-page";
import type { ListedView } from "../../db/queries/views";
import { BAND_CODES, LEVEL_CODES, ROLE_CODES, wordOf } from "../../db/schema/codes";
import { packLines, type SupplierLine } from "../components/supplier-columns";
import type { PackedFacets } from "../components/supplier-filters";
import type { ViewLink } from "../components/supplier-views";
import { deleteView } from "../services/views/delete-view.server";
import { mayShareViews, saveView } from "../services/views/save-view.server";
import { formatFor } from "../i18n/format";
import type { Language } from "../i18n/languages";
import { paths } from "./paths";
import { UNKNOWN, viewQuery } from "./supplier-query";

/** The lines of a page, packed. */
export const packedLines = (rows: readonly PageLine[], language: Language): string =>
  packLines(
    rows.map((row): SupplierLine => ({
      id: row.id,
      name: row.name,
      number: row.supplierNumber,
      // Stored the other way round, so that an index is read from its end.
      priority: row.priority === 0 ? null : 5 - row.priority,
      level: wordOf(LEVEL_CODES, row.level),
      band: wordOf(BAND_CODES, row.band),
      score: row.score,
      low: row.rangeLow,
      high: row.rangeHigh,
      coverage: row.coverageSupplier,
      country: row.seat === null ? null : formatFor(language).country(row.seat),
      isic: row.isic,
      role: wordOf(ROLE_CODES, row.role),
      product: row.product,
      amounts: row.amounts,
      rowCount: row.rowCount,
    })),
  );

const packed = (counts: FacetCounts[keyof FacetCounts], blank = UNKNOWN): string =>
  counts.map(([value, count]) => `${value || blank}:${count}`).join("\n");

/**
 * The facets for a reader of this language. Countries come with their names and in the order of these: browsers know
 * other names for some of them than the server does, and a page must say the same on both sides.
 */
export function packedFacets(facets: FacetCounts, language: Language): PackedFacets {
  const known = remembered.get(facets)?.get(language);
  if (known) return known;
  const { band, level, seat, division, role } = facets;
  const { country, compare } = formatFor(language);
  const named = seat.map(([code, count]) => ({ code, count, name: code === "" ? "" : country(code) }));
  // Unknown stands last.
  named.sort((a, b) => Number(a.code === "") - Number(b.code === "") || compare(a.name, b.name));
  const made = {
    band: packed(band, "none"),
    level: packed(level),
    country: named.map(({ code, count, name }) => `${code || UNKNOWN}:${count}:${name}`).join("\n"),
    sector: packed([...division].sort(([a], [b]) => Number(a === "") - Number(b === "") || (a < b ? -1 : 1))),
    role: packed(role),
  };
  remembered.set(facets, (remembered.get(facets) ?? new Map<Language, PackedFacets>()).set(language, made));
  return made;
}

/** Goes with the counts, which are themselves remembered as long as no filter is in use. */
const remembered = new WeakMap<FacetCounts, Map<Language, PackedFacets>>();

/** The views as their reader sees them. */
export const viewLinks = (scope: Scope, views: readonly ListedView[]): ViewLink[] =>
  views.map(({ id, name, query, shared, isDefault, byUserId, byName }) => ({
    id,
    name,
    query,
    shared,
    isDefault,
    by: byUserId === scope.userId ? null : byName,
    mayDelete: byUserId === scope.userId || mayShareViews(scope),
  }));

const ViewForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save-view"),
    name: z.string().trim().min(1).max(80),
    query: z.string().max(8000),
    shared: z.literal("on").optional(),
    isDefault: z.literal("on").optional(),
  }),
  z.object({ intent: z.literal("delete-view"), view: z.string().max(40) }),
]);

/** Saves or takes away a view, as the table's form asks; answers where to go on, or null when the form says nothing. */
export async function changeViews(db: Database, scope: Scope, request: Request, now: Date): Promise<string | null> {
  const form = ViewForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return null;
  const { workspaceSlug } = scope;
  if (form.data.intent === "delete-view") {
    await deleteView(db, scope, form.data.view);
    return paths.suppliers(workspaceSlug, "view=all");
  }
  const { name, shared, isDefault } = form.data;
  const query = viewQuery(new URLSearchParams(form.data.query));
  const view = { name, query, shared: shared === "on" && mayShareViews(scope), isDefault: isDefault === "on" };
  const { viewId } = await saveView(db, scope, view, now);
  return paths.suppliers(workspaceSlug, `${query}${query && "&"}view=${viewId}`);
}
