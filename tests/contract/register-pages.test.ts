import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { listSuppliers, registerFacets } from "../../db/queries/register-page";
import type { RegisterFilters, RegisterPageRequest } from "../../db/queries/register-page";
import { sweepGenerations } from "../../db/sweep";
import { BAND_CODES, LEVEL_CODES, REGISTER_SORTS, ROLE_CODES } from "../../db/schema/codes";
import type { RegisterSort } from "../../db/schema/codes";
import { aGeneration, aWorkspace, ENGINES, openFor } from "./databases";
import type { AGeneration, ASupplier } from "./databases";

/** A list with ties, blanks, and values both rare and frequent, the same at each run. */
function aList(length: number): ASupplier[] {
  let state = 7;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length }, (_, i) => {
    const band = next(5) === 0 ? null : next(3);
    return {
      name:
        ["Mill", "Ątex", "Zhong", "Ödegaard", "мебель", "华为技术", "a", "Mill House"][next(8)]! +
        (next(3) === 0 ? "" : ` ${next(40)}`),
      seat: i === 17 ? "LI" : ([null, "BD", "DE", "CN", "TR"][next(5)] ?? null),
      city: ["Dhaka", "Köln", null][next(3)] ?? null,
      supplierNumber: next(2) === 0 ? null : `S-${1000 + i}`,
      isic: [null, "0111", "1410", "14", "C", "7810"][next(6)] ?? null,
      role: [0, 1, 4, 7][next(4)]!,
      level: next(4),
      band,
      score: band === null ? null : next(8) * 12.5,
      spendMain: next(4) === 0 ? null : next(6) * 10.25 - 5,
      priority: next(3) * 100,
    };
  });
}

const byValue = (a: number | null, b: number | null): number =>
  a === null ? (b === null ? 0 : 1) : b === null ? -1 : b - a;
const byText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** What a page query must give, told the plain way: filter, sort, and turn round what has a value. */
function expected(
  list: readonly ASupplier[],
  sort: RegisterSort,
  reversed: boolean,
  filters: RegisterFilters,
): number[] {
  const rows = list.map((row, i) => ({ ...row, i, nameKey: String(row.name).toLowerCase() }));
  const any = <T>(wanted: T | readonly T[] | undefined, found: T) =>
    wanted === undefined || (Array.isArray(wanted) ? wanted.length === 0 || wanted.includes(found) : wanted === found);
  const kept = rows.filter(
    (row) =>
      any(filters.level, LEVEL_CODES[Number(row.level)]!) &&
      any(filters.band, row.band === null ? "none" : BAND_CODES[Number(row.band)]!) &&
      any(filters.country, String(row.seat ?? "")) &&
      any(filters.division, String(row.isic ?? "").slice(0, 2)) &&
      any(filters.role, ROLE_CODES[Number(row.role)]!),
  );
  const score = (row: ASupplier): number | null => row.score as number | null;
  const spend = (row: ASupplier): number | null => row.spendMain as number | null;
  kept.sort((a, b) => {
    if (sort === "priority") return Number(b.priority) - Number(a.priority) || byValue(score(a), score(b)) || a.i - b.i;
    if (sort === "score") return byValue(score(a), score(b)) || a.i - b.i;
    if (sort === "spend") return byValue(spend(a), spend(b)) || a.i - b.i;
    return byText(a.nameKey, b.nameKey) || a.i - b.i;
  });
  const known = kept.filter((row) =>
    sort === "score" ? row.score !== null : sort === "spend" ? row.spendMain !== null : true,
  );
  const blank = kept.filter((row) => !known.includes(row));
  return [...(reversed ? known.toReversed() : known), ...blank].map(({ i }) => i);
}

const oneOrMore = <const T extends string>(...words: readonly T[]) =>
  fc.oneof(fc.constantFrom(...words), fc.subarray([...words]));

const anyRequest = fc.record({
  sort: fc.constantFrom(...REGISTER_SORTS),
  direction: fc.constantFrom("asc" as const, "desc" as const),
  limit: fc.integer({ min: 1, max: 90 }),
  filters: fc.record(
    {
      level: oneOrMore(...LEVEL_CODES),
      band: oneOrMore("low", "raised", "high", "none"),
      country: oneOrMore("BD", "DE", "LI", "", "US"),
      division: oneOrMore("14", "01", "C", "78", "", "99"),
      role: oneOrMore("maker", "trader", "labour-provider", "unknown", "agent"),
    },
    { requiredKeys: [] },
  ),
});

describe.each(ENGINES)("pages on %s", (engine) => {
  const list = aList(250);
  let db: Database;
  let scope: Scope;
  let generation: AGeneration;
  /** All pages forwards, then all pages back from the last: the places of the suppliers in the list. */
  const turnAll = async (
    generation: AGeneration,
    ask: Omit<RegisterPageRequest, "generation" | "after" | "before">,
  ) => {
    const index = new Map(generation.nos.map((no, i) => [no, i]));
    const pages: number[][] = [];
    let page = await listSuppliers(db, scope, { ...ask, generation: generation.no });
    const { count } = page;
    expect(page.previousCursor).toBeNull();
    for (;;) {
      pages.push(page.rows.map((row) => index.get(row.supplierNo)!));
      if (page.nextCursor === null) break;
      page = await listSuppliers(db, scope, { ...ask, generation: generation.no, after: page.nextCursor });
    }
    const back: number[][] = [pages.at(-1)!];
    while (page.previousCursor !== null) {
      page = await listSuppliers(db, scope, { ...ask, generation: generation.no, before: page.previousCursor });
      back.unshift(page.rows.map((row) => index.get(row.supplierNo)!));
    }
    return { forwards: pages.flat(), backwards: back.flat(), count };
  };

  beforeAll(async () => {
    db = await openFor(engine);
    scope = await aWorkspace(db);
    await aGeneration(db, scope, aList(30));
    generation = await aGeneration(db, scope, list);
  });
  afterAll(() => db.close());

  test.each([
    ["read and put in order", 1000],
    ["walked to", 0],
    ["walked to unless they are few", 20],
  ])(
    "forwards and backwards, every sort and filter gives each supplier once, in order; what is left is %s",
    async (_, few) => {
      await fc.assert(
        fc.asyncProperty(anyRequest, async ({ sort, direction, limit, filters }) => {
          const natural = sort === "name" ? "asc" : "desc";
          const right = expected(list, sort, direction !== natural, filters);
          const { forwards, backwards, count } = await turnAll(generation, { sort, direction, limit, filters, few });
          expect(forwards).toEqual(right);
          expect(backwards).toEqual(right);
          expect(count).toEqual({ value: right.length, atLeast: false });
        }),
        { numRuns: engine === "sqlite" ? 60 : 12 },
      );
    },
  );

  test("among some suppliers the other filters and the order hold, and those asked for one by one must be among them too", async () => {
    const some = [3, 200, 17, 40, 41, 42];
    const among = some.map((at) => generation.nos[at]!);
    const ask = { sort: "score", limit: 4 } as const;
    const { forwards, count } = await turnAll(generation, { ...ask, filters: { among } });
    expect(forwards).toEqual(expected(list, "score", false, {}).filter((at) => some.includes(at)));
    expect(count).toEqual({ value: 6, atLeast: false });
    const rare = await turnAll(generation, { ...ask, filters: { among, country: "LI" } });
    expect(rare.forwards).toEqual([17]);
    const only = [generation.ids[40]!, generation.ids[90]!];
    expect((await turnAll(generation, { ...ask, filters: { among, only } })).forwards).toEqual([40]);
    const nobody = await listSuppliers(db, scope, { ...ask, generation: generation.no, filters: { among: [] } });
    expect(nobody.rows).toEqual([]);
  });

  test("words are found in name, city and number, folded, also two Han characters", async () => {
    const find = async (q: string) => {
      const page = await listSuppliers(db, scope, {
        generation: generation.no,
        sort: "name",
        limit: 200,
        filters: { q },
      });
      return {
        names: [...new Set(page.rows.map((row) => row.name.split(" ")[0]))],
        count: page.count.value,
        rows: page.rows,
      };
    };
    const count = (test: (row: ASupplier) => boolean) => list.filter(test).length;
    expect(await find("华为")).toMatchObject({
      names: ["华为技术"],
      count: count((row) => String(row.name).startsWith("华为")),
    });
    expect(await find("技术")).toMatchObject({ names: ["华为技术"] });
    expect(await find("ATEX")).toMatchObject({
      names: ["Ątex"],
      count: count((row) => String(row.name).startsWith("Ątex")),
    });
    expect(await find("degaard")).toMatchObject({ names: ["Ödegaard"] });
    expect(await find("МЕБ")).toMatchObject({ names: ["мебель"] });
    expect((await find("koln")).count).toBe(count((row) => row.city === "Köln"));
    expect((await find("mill koln")).rows.every((row) => row.city === "Köln" && row.name.startsWith("Mill"))).toBe(
      true,
    );
    expect((await find("ho")).rows.map((row) => row.name.slice(0, 10))).toContain("Mill House");
    expect((await find("nothing such")).count).toBe(0);
    expect((await find(' "AND* OR ^( ')).count).toBe(count((row) => /\ba(nd|nd\*)/i.test(String(row.name))));
  });

  test("each value of a filter says how many suppliers it would show beside what the other filters leave", async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ sort, filters }) => {
        const facets = await registerFacets(db, scope, generation.no, filters);
        const right = (changed: RegisterFilters) => expected(list, sort, false, { ...filters, ...changed }).length;
        const shown = (counts: readonly (readonly [string, number])[]) => counts.map(([value]) => value);
        for (const [value, count] of facets!.seat) expect([value, count]).toEqual([value, right({ country: value })]);
        for (const [value, count] of facets!.division)
          expect([value, count]).toEqual([value, right({ division: value })]);
        for (const [value, count] of facets!.band)
          expect([value, count]).toEqual([value, right({ band: value === "" ? "none" : (value as "low") })]);
        for (const word of LEVEL_CODES)
          expect([word, shown(facets!.level).includes(word)]).toEqual([word, right({ level: word }) > 0]);
        for (const word of ROLE_CODES)
          expect([word, shown(facets!.role).includes(word)]).toEqual([word, right({ role: word }) > 0]);
      }),
      { numRuns: engine === "sqlite" ? 30 : 5 },
    );
  });

  test("before the orders are written, rows come in the order of their numbers and the page says it is not ready", async () => {
    const early = await aGeneration(db, scope, aList(7), { readable: false });
    const ask = { generation: early.no, sort: "name", limit: 3 } as const;
    const first = await listSuppliers(db, scope, ask);
    const second = await listSuppliers(db, scope, { ...ask, after: first.nextCursor ?? undefined });
    const third = await listSuppliers(db, scope, { ...ask, after: second.nextCursor ?? undefined });
    const back = await listSuppliers(db, scope, { ...ask, before: third.previousCursor ?? undefined });
    expect([first, second, third].flatMap((page) => page.rows.map((row) => row.supplierNo))).toEqual(early.nos);
    expect(back.rows).toEqual(second.rows);
    expect(first).toMatchObject({ ready: false, count: { value: 7, atLeast: false } });
    expect(third.nextCursor).toBeNull();
  });

  test("pages of an older version are shown unsorted, and are written again by the sweep", async () => {
    const old = await aGeneration(db, scope, aList(9));
    const { workspaces, generations, summaryCounts } = db.t;
    await db.transact(function* (q) {
      yield q.update(workspaces).set({ publishedGeneration: old.no }).where(eq(workspaces.no, scope.workspaceNo));
      yield q.update(generations).set({ state: "published" }).where(eq(generations.no, old.no));
      yield q.delete(summaryCounts).where(and(eq(summaryCounts.generation, old.no), eq(summaryCounts.kind, "traits")));
    });
    const ask = { generation: old.no, sort: "name", limit: 20 } as const;
    expect(await listSuppliers(db, scope, ask)).toMatchObject({ ready: false, count: { value: 9, atLeast: false } });
    expect(await registerFacets(db, scope, old.no)).toBeNull();
    await sweepGenerations(db);
    const page = await listSuppliers(db, scope, ask);
    expect(page).toMatchObject({ ready: true, count: { value: 9, atLeast: false } });
    expect(page.rows.map(({ supplierNo }) => supplierNo)).not.toEqual(old.nos);
  });

  test.each(["!!", "zzzzzzzzzz", "-1", ""])("a cursor that means nothing (%j) does no harm", async (cursor) => {
    const page = await listSuppliers(db, scope, { generation: generation.no, sort: "name", limit: 5, after: cursor });
    expect(page.rows.length === 5 || page.rows.length === 0).toBe(true);
  });
});
