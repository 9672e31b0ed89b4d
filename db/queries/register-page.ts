/** One page of the supplier table, from the stored orders, the order by traits, or the search index. */
import { and, asc, between, desc, eq, sql } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { countFacets, facetsOf } from "../facets";
import type { FacetCounts, Facets, TraitFilter } from "../facets";
import { supplierNoOf } from "../ids";
import { bulkKey, bulkRange } from "../keys";
import { holds, orderedList } from "../orders";
import type { Count, LinesThen, Ordered, OrderedRequest } from "../orders";
import { isOneOfGiven, runPrepared } from "../prepared";
import type { RegisterSort } from "../schema/codes";
import type { Band, Level, SupplierRole } from "../../risk-models/types";
import { detailReader, type Detail } from "../schema/register-details";
import { findGeneration } from "./register";
import type { Generation, RegisterLine } from "./register";

const MAX_LIMIT = 200;

type OneOrMore<T> = T | readonly T[];

/** Several values of one filter: any of them will do. Several filters: all of them must hold. */
export interface RegisterFilters {
  readonly level?: OneOrMore<Level> | undefined;
  /** "none": not scored. */
  readonly band?: OneOrMore<Band | "none"> | undefined;
  /** ISO 3166-1 alpha-2 of the seat; "" for unknown. */
  readonly country?: OneOrMore<string> | undefined;
  /** Division of ISIC, two digits; "" for unknown. */
  readonly division?: OneOrMore<string> | undefined;
  readonly role?: OneOrMore<SupplierRole> | undefined;
  /** Words to find in name, city and numbers. */
  readonly q?: string | undefined;
  /** Public ids, at most COUNT_CAP: these suppliers and no others. */
  readonly only?: readonly string[] | undefined;
  /** Supplier numbers: none but these. Beyond COUNT_CAP the count says "at least". */
  readonly among?: readonly number[] | undefined;
}

const listed = <T>(values: OneOrMore<T> | undefined): readonly T[] =>
  values === undefined ? [] : Array.isArray(values) ? (values as readonly T[]) : [values as T];

/** The filters but for the words, as the packed traits have them. */
export const traitFilter = ({ level, band, country, division, role }: RegisterFilters): TraitFilter => ({
  level: listed(level),
  band: listed(band).map((word) => (word === "none" ? "" : word)),
  seat: listed(country),
  division: listed(division),
  role: listed(role),
});

/** Which suppliers, in which order. */
export interface RegisterOrder {
  readonly sort: RegisterSort;
  readonly direction?: "asc" | "desc" | undefined;
  readonly filters?: RegisterFilters | undefined;
}

export interface RegisterPageRequest extends RegisterOrder {
  readonly generation: number;
  /** `nextCursor` of the page before. */
  readonly after?: string | undefined;
  /** `previousCursor` of the page after. */
  readonly before?: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
  /**
   * Up to this many suppliers that the filters leave are read and put in order; more are met soon enough on the way along
   * the order. Default: a hundredth of the list.
   */
  readonly few?: number | undefined;
  /** Shows the list as it stood on a past day. */
  readonly linesThen?: LinesThen | undefined;
}

/** What a page shows of a supplier. */
export type PageLine = Pick<RegisterLine, (typeof SHOWN)[number] | (typeof SHOWN_DETAILS)[number] | "id">;
const SHOWN = [
  "supplierNo",
  "name",
  "seat",
  "isic",
  "role",
  "amounts",
  "rowCount",
  "level",
  "score",
  "band",
  "rangeLow",
  "rangeHigh",
  "priority",
] as const satisfies readonly (keyof RegisterLine)[];
const SHOWN_DETAILS = [
  "supplierNumber",
  "registrationId",
  "city",
  "product",
  "coverageSupplier",
  "releasedScore",
] as const satisfies readonly Detail[];
const readDetails = detailReader(SHOWN_DETAILS);

export interface RegisterPage {
  readonly rows: PageLine[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
  /** How many suppliers the filters leave; `atLeast` when a search stopped at 10,000. */
  readonly count: Count;
  /** False until the orders are written after publish: the rows then come in the order of their numbers, unfiltered. */
  readonly ready: boolean;
  /** False until the search index is written: words then find nothing yet. */
  readonly searchReady: boolean;
}

const NOTHING: RegisterPage = {
  rows: [],
  nextCursor: null,
  previousCursor: null,
  count: { value: 0, atLeast: false },
  ready: true,
  searchReady: true,
};

/**
 * A page of suppliers. Rows without a score (or an amount) stand last in both directions. A generation that is not this
 * workspace's has no rows. A cursor that makes no sense starts from the beginning.
 */
export async function listSuppliers(
  db: Database,
  scope: AnyScope,
  request: RegisterPageRequest,
): Promise<RegisterPage> {
  const generation = await findGeneration(db, scope, request.generation);
  if (!generation) return NOTHING;
  const limit = Math.min(MAX_LIMIT, Math.max(1, Math.trunc(request.limit)));
  const { searchReady } = generation;
  const facets = generation.pagesReady ? await facetsOf(db, generation.no) : null;
  const ready = facets?.complete ?? false;
  const list = facets?.complete
    ? await orderedList(db, orderOf(generation.no, facets, request))
    : unsorted(db, generation);
  if (!list) return { ...NOTHING, searchReady };

  const before = readCursor(request.before);
  const after = readCursor(request.after);
  const backwards = before !== null && after === null;
  const from = backwards ? before - 1 : after === null ? 0 : after + 1;
  const found = await list.read(from, !backwards, limit + 1);
  const more = found.length > limit;
  const shown = found.slice(0, limit);
  if (backwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return { ...NOTHING, count: await list.count(), ready, searchReady };

  // The row a cursor points at is on the other side of it.
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : after !== null;
  const supplierNos = shown.map(({ supplierNo }) => supplierNo);
  const stored = await pageLines(db, scope, generation.no, supplierNos);
  const then = await request.linesThen?.(supplierNos);
  const lines = then ? stored.map((line) => ({ ...line, ...then.get(line.supplierNo) })) : stored;
  return {
    rows: list.unread ? lines.filter((line) => holds(line, list.unread!)) : lines,
    nextCursor: hasNext ? writeCursor(last.rank) : null,
    previousCursor: hasPrevious ? writeCursor(first.rank) : null,
    count: await list.count(),
    ready,
    searchReady,
  };
}

const writeCursor = (rank: number): string => rank.toString(36);

function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined || !/^[0-9a-z]{1,10}$/.test(cursor)) return null;
  const rank = Number.parseInt(cursor, 36);
  return Number.isSafeInteger(rank) ? rank : null;
}

const orderOf = (
  generation: number,
  facets: Facets,
  {
    sort,
    direction,
    few = facets.total / 100,
    filters = {},
    linesThen,
  }: RegisterOrder & { readonly few?: number | undefined; readonly linesThen?: LinesThen | undefined },
): OrderedRequest => ({
  generation,
  facets,
  sort,
  direction,
  few,
  filter: traitFilter(filters),
  q: filters.q,
  only: asked(filters),
  linesThen,
});

/** The numbers of the suppliers asked for one by one; undefined: all. */
function asked({ only, among }: RegisterFilters): readonly number[] | undefined {
  const nos = only?.flatMap((id) => supplierNoOf(id) ?? []);
  if (nos === undefined || among === undefined) return nos ?? among;
  const held = new Set(among);
  return nos.filter((no) => held.has(no));
}

/** The lines of a page in the order of the numbers given. */
async function pageLines(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNos: readonly number[],
): Promise<PageLine[]> {
  const { registerRows, suppliers } = db.t;
  const columns = Object.fromEntries(SHOWN.map((name) => [name, registerRows[name]])) as {
    [Name in (typeof SHOWN)[number]]: (typeof registerRows)[Name];
  };
  const rows = await runPrepared(
    db,
    "page_lines",
    () =>
      db.q
        .select({ ...columns, details: registerRows.details, id: suppliers.id })
        .from(registerRows)
        .innerJoin(suppliers, eq(suppliers.no, registerRows.supplierNo))
        .where(
          and(
            isOneOfGiven(db.engine, registerRows.key, "keys"),
            eq(registerRows.workspaceNo, sql.placeholder("workspaceNo")),
          ),
        ),
    { keys: JSON.stringify(supplierNos.map((no) => bulkKey(generation, no))), workspaceNo: scope.workspaceNo },
  );
  const byNo = new Map(rows.map(({ details, ...row }) => [row.supplierNo, { ...row, ...readDetails(details) }]));
  return supplierNos.flatMap((no) => byNo.get(no) ?? []);
}

/** Before the orders are written: by supplier number, which is the order of first appearance. Cursor: supplier number. */
function unsorted(db: Database, generation: Generation): Ordered {
  const { registerRows } = db.t;
  const [first, last] = bulkRange(generation.no);
  return {
    async read(from, upwards, limit) {
      const at = Math.min(last, first + Math.max(0, from));
      if (!upwards && from < 0) return [];
      const rows = await db.q
        .select({ key: registerRows.key, supplierNo: registerRows.supplierNo })
        .from(registerRows)
        .where(upwards ? between(registerRows.key, at, last) : between(registerRows.key, first, at))
        .orderBy(upwards ? asc(registerRows.key) : desc(registerRows.key))
        .limit(limit);
      return rows.map(({ supplierNo }) => ({ rank: supplierNo, supplierNo }));
    },
    count: async () => ({ value: generation.suppliers, atLeast: false }),
  };
}

/**
 * For each value of each filter, how many suppliers it would show beside what the other filters leave; words are not
 * counted. Null when the generation is not this workspace's, or its orders are not written yet.
 */
export async function registerFacets(
  db: Database,
  scope: AnyScope,
  generation: number,
  filters: RegisterFilters = {},
): Promise<FacetCounts | null> {
  const found = await findGeneration(db, scope, generation);
  const facets = found?.pagesReady ? await facetsOf(db, generation) : null;
  return facets?.complete ? countFacets(facets, traitFilter(filters)) : null;
}

/**
 * Every supplier that the filters leave, in the order asked for, some hundreds at a time and each as a page shows it.
 * Nothing when the generation is not this workspace's; before its orders are written, all in the order of their numbers.
 */
export async function* eachSupplier(
  db: Database,
  scope: AnyScope,
  generationNo: number,
  order: RegisterOrder,
): AsyncGenerator<PageLine[]> {
  const generation = await findGeneration(db, scope, generationNo);
  if (!generation) return;
  const facets = generation.pagesReady ? await facetsOf(db, generation.no) : null;
  const list = facets?.complete
    ? await orderedList(db, orderOf(generation.no, facets, order))
    : unsorted(db, generation);
  for (let from = 0; list;) {
    const ranked = await list.read(from, true, AT_A_TIME);
    const lines = await pageLines(
      db,
      scope,
      generation.no,
      ranked.map(({ supplierNo }) => supplierNo),
    );
    const shown = list.unread ? lines.filter((line) => holds(line, list.unread!)) : lines;
    if (shown.length > 0) yield shown;
    if (ranked.length < AT_A_TIME) return;
    from = ranked.at(-1)!.rank + 1;
  }
}

/** Some 5 ms of work, after which other requests of the process get their turn. */
const AT_A_TIME = 500;
