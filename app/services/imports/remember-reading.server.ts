import { createHash } from "node:crypto";
import { z } from "zod";
import type { AnyScope, Database, Queries, Step } from "../../../db/database";
import { rememberedMapping } from "../../../db/queries/kept";
import type { InspectedFile } from "../../files/types";
import { isFieldName, type FieldName } from "../../imports/fields";
import { normaliseHeader } from "../../imports/header-text";
import type { ColumnProposal, MappingProposal } from "../../imports/types";
import { proposalFor } from "./read-list.server";
import { ImportSettings } from "./settings";

/** How a header set was read: columns by their header, so that another order of columns does not matter. */
const RememberedReading = z.object({
  /** Field → its header, normalised, and which of the columns with that header (0: the first). */
  mapping: z.record(z.string(), z.object({ header: z.string(), nth: z.number().int().min(0) })),
  decimal: ImportSettings.shape.decimal,
  dateOrder: ImportSettings.shape.dateOrder,
  country: ImportSettings.shape.country,
  product: ImportSettings.shape.product,
  countryFromAddress: ImportSettings.shape.countryFromAddress,
});
type RememberedReading = z.infer<typeof RememberedReading>;

/** Each column's normalised header and which of its kind it is, by index. */
function headerPlaces(columns: readonly ColumnProposal[]): { header: string; nth: number }[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const header = normaliseHeader(column.header);
    const nth = seen.get(header) ?? 0;
    seen.set(header, nth + 1);
    return { header, nth };
  });
}

/** The same for every file with the same headers, in whatever order; null for a file without a header. */
export function headerHash({ headerRecord, columns }: MappingProposal): string | null {
  if (headerRecord === null) return null;
  const headers = headerPlaces(columns).map(({ header }) => header);
  return createHash("sha256").update(JSON.stringify(headers.sort())).digest("hex");
}

/** The write that remembers how this header set was read; none for a file without a header. */
export function rememberReading(
  db: Database,
  q: Queries,
  scope: AnyScope,
  chosen: { readonly importId: string; readonly proposal: MappingProposal; readonly settings: ImportSettings },
  now: Date,
): Step[] {
  const { proposal, settings, importId } = chosen;
  const hash = headerHash(proposal);
  if (hash === null) return [];
  const places = headerPlaces(proposal.columns);
  const mapping = Object.fromEntries(
    Object.entries(proposal.mapping).flatMap(([field, index]) => (places[index] ? [[field, places[index]]] : [])),
  );
  const { decimal, dateOrder, country, product, countryFromAddress } = settings;
  const reading: RememberedReading = { mapping, decimal, dateOrder, country, product, countryFromAddress };
  const { importMappings } = db.t;
  const row = {
    headers: proposal.columns.map(({ header }) => header),
    settings: reading,
    importId,
    updatedAt: now,
  };
  return [
    q
      .insert(importMappings)
      .values({ workspaceNo: scope.workspaceNo, headerHash: hash, ...row })
      .onConflictDoUpdate({ target: [importMappings.workspaceNo, importMappings.headerHash], set: row }),
  ];
}

export interface ReadAsLastTime {
  readonly settings: ImportSettings;
  readonly proposal: MappingProposal;
}

/**
 * How the file is read when its header set is known from an earlier list of the workspace; null when it is not, or when
 * the person wants the program's own proposal. What was set for this file already stays.
 */
export async function readAsLastTime(
  db: Database,
  scope: AnyScope,
  file: InspectedFile,
  fresh: MappingProposal,
  settings: ImportSettings,
): Promise<ReadAsLastTime | null> {
  const hash = settings.useMemory && settings.mapping === null ? headerHash(fresh) : null;
  const found = hash === null ? null : await rememberedMapping(db, scope, hash);
  const reading = found && RememberedReading.safeParse(found.settings);
  if (!found || !reading?.success) return null;
  const { mapping: wanted, ...rest } = reading.data;
  const places = headerPlaces(fresh.columns);
  const mapping: Partial<Record<FieldName, number>> = {};
  for (const [field, { header, nth }] of Object.entries(wanted)) {
    const index = places.findIndex((place) => place.header === header && place.nth === nth);
    if (index >= 0 && isFieldName(field)) mapping[field] = index;
  }
  const taken: ImportSettings = {
    ...settings,
    mapping,
    decimal: settings.decimal ?? rest.decimal,
    dateOrder: settings.dateOrder ?? rest.dateOrder,
    country: settings.country ?? rest.country,
    product: settings.product ?? rest.product,
    countryFromAddress: rest.countryFromAddress,
    readAs: found.importId,
  };
  return { settings: taken, proposal: proposalFor(file, taken) };
}
