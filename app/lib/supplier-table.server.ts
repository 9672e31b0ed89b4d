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
import { undoView } from "../services/views/undo-view.server";
import { mayShareViews, saveView } from "../services/views/save-view.server";
import { formatFor } from "../i18n/format";
import type { Language } from "../i18n/languages";
import { paths } from "./paths";
import { UNKNOWN, viewQuery } from "./supplier-query";
import type { ToldWhat } from "./told";

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
      released: row.releasedScore,
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
  z.object({ intent: z.literal("undo-view"), seq: z.coerce.number().int().positive() }),
]);

/** Where to go on, and what to say there, with the event to undo. */
interface ViewsChanged {
  readonly to: string;
  readonly told: ToldWhat;
  readonly of: string;
}

/** Saves a view, takes one away or takes that back, as the table's form asks; null when the form says nothing. */
export async function changeViews(
  db: Database,
  scope: Scope,
  request: Request,
  now: Date,
): Promise<ViewsChanged | null> {
  const form = ViewForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return null;
  const { workspaceSlug } = scope;
  const showing = (view: { readonly viewId: string; readonly query: string } | null) =>
    paths.suppliers(workspaceSlug, view ? `${view.query}${view.query && "&"}view=${view.viewId}` : "view=all");
  switch (form.data.intent) {
    case "delete-view": {
      const { seq } = await deleteView(db, scope, form.data.view);
      return { to: showing(null), told: "view-deleted", of: String(seq) };
    }
    case "undo-view":
      return { to: showing(await undoView(db, scope, form.data.seq, now)), told: "view-undone", of: "" };
    case "save-view": {
      const { name, isDefault } = form.data;
      const query = viewQuery(new URLSearchParams(form.data.query));
      const shared = form.data.shared === "on" && mayShareViews(scope);
      const { viewId, seq, replaced } = await saveView(
        db,
        scope,
        { name, query, shared, isDefault: isDefault === "on" },
        now,
      );
      const told = shared ? "view-shared" : replaced ? "view-replaced" : "view-saved";
      return { to: showing({ viewId, query }), told, of: String(seq) };
    }
  }
}
