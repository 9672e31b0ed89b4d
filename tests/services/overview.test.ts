import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { summaryCounts } from "../../db/queries/register";
import { buildRegisterPages } from "../../app/jobs/build-register-pages.server";
import { readConfig } from "../../app/lib/config.server";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { gapQueries } from "../../app/lib/overview-page.server";
import { askedOf, readSupplierQuery } from "../../app/lib/supplier-query.server";
import { gapLinks } from "../../app/services/overview/gap-links.server";
import { codeOf, ROLE_CODES } from "../../db/schema/codes";
import { listSuppliers } from "../../db/queries/register-page";
import { overviewOf, waitingLists, type OverviewView } from "../../app/services/overview/overview.server";
import { publishedGeneration } from "../../db/queries/generations";
import { GAPS } from "../../risk-models";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName, type Steps } from "./import-steps";

const folder = aFolder();
afterAll(() => folder.remove());

let db: Database;
let scope: Scope;
let steps: Steps;
beforeEach(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => A_DAY);
});

/** What the job process does after a list was published. */
async function afterPublish(): Promise<void> {
  const generation = (await publishedGeneration(db, scope))!;
  await buildRegisterPages({
    db,
    config: readConfig({ CANDOUR_DATA: folder.path }),
    job: { id: "job", workspaceNo: scope.workspaceNo, payload: { generation } },
    progress: async () => undefined,
    cancelled: async () => false,
  });
}

async function published(text: string): Promise<OverviewView> {
  await steps.publish(scope, text);
  await afterPublish();
  return overview();
}
const overview = async () => (await overviewOf(db, scope, (await publishedGeneration(db, scope))!))!;

const LIST = `Supplier no.,Supplier name,Country,Product,Spend (EUR)
1,Alder Mill,Turkey,cotton yarn,1000.50
2,Birch Foods,Poland,catering,200
3,Cedar Works,Viet Nam,garments,
4,Dogwood Ltd,,,50.25
5,Elder Ltd,Poland,,-10
`;

const total = (counted: readonly { readonly spend: string | null }[]) =>
  counted.reduce((sum, { spend }) => sum + BigInt(spend ?? 0), 0n);

describe("sums", () => {
  test("by level, by band, by both, by country, by sector and by role are the same money, exactly the file's", async () => {
    const { numbers } = await published(LIST);
    expect(numbers.spend).toEqual({ currency: "EUR", total: "12407500", suppliers: 4, others: [] });
    for (const parts of [
      numbers.levels,
      numbers.bands,
      numbers.cells,
      numbers.countries,
      numbers.sectors,
      numbers.roles,
    ])
      expect(total(parts)).toBe(12_407_500n);
    const counted = [
      numbers.levels,
      numbers.bands,
      numbers.cells,
      numbers.countries,
      numbers.sectors,
      numbers.roles,
    ].map((parts) => parts.reduce((sum, { suppliers }) => sum + suppliers, 0));
    expect(new Set(counted)).toEqual(new Set([5]));
    expect(numbers.countries.find(({ code }) => code === "PL")).toMatchObject({ suppliers: 2, spend: "1900000" });
    expect(numbers.countries.find(({ code }) => code === null)).toMatchObject({ suppliers: 1, spend: "502500" });
  });

  test("another currency is named beside the main one and added to nothing", async () => {
    const { numbers } = await published(`Supplier name,Country,Amount,Currency
Alder Mill,Turkey,100,EUR
Birch Foods,Poland,200,EUR
Birch Foods,Poland,900,USD
Cedar Works,Viet Nam,5000000,VND
`);
    expect(numbers.spend).toEqual({
      currency: "EUR",
      total: "3000000",
      suppliers: 2,
      others: [
        { currency: "USD", amount: "9000000" },
        { currency: "VND", amount: "50000000000" },
      ],
    });
    expect(numbers.countries.find(({ code }) => code === "VN")).toMatchObject({ suppliers: 1, spend: null });
  });

  test("a sum past 2^53 ten-thousandths keeps its last digit", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `Mill ${i},Viet Nam,garments,${"900000000000.0001"},VND`);
    const { numbers } = await published(`Supplier name,Country,Product,Amount,Currency\n${rows.join("\n")}\n`);
    expect(numbers.spend?.total).toBe("108000000000000012");
    expect(BigInt(Number(numbers.spend!.total))).not.toBe(BigInt(numbers.spend!.total));
    expect(numbers.countries).toMatchObject([{ code: "VN", spend: "108000000000000012" }]);
  });

  test("a list without amounts has no spend, not a spend of zero", async () => {
    const { numbers } = await published("Supplier name,Country\nAlder Mill,Turkey\n");
    expect(numbers.spend).toBeNull();
    expect([...numbers.levels, ...numbers.countries].map(({ spend }) => spend)).toEqual(Array(5).fill(null));
  });
});

describe("what would tell more", () => {
  test("says how many suppliers lack it, what they cost, and how many would reach a higher level", async () => {
    const { numbers } = await published(LIST);
    const of = (gap: string) => numbers.gaps!.find((one) => one.gap === gap);
    expect(of("country")).toMatchObject({ lacking: 1, raisesLevel: 1, spend: "502500" });
    expect(of("sector")).toMatchObject({ lacking: 2, raisesLevel: 1, spend: "402500" });
    // Three are indicative; an answer takes each to assessed. Of the others it would raise the coverage alone.
    expect(of("recruitment")).toMatchObject({ lacking: 5, raisesLevel: 3, raisesCoverage: 5 });
    expect(numbers.gaps!.map(({ raisesLevel }) => raisesLevel)).toEqual(
      numbers.gaps!.map(({ raisesLevel }) => raisesLevel).sort((a, b) => b - a),
    );
    expect(numbers.gaps![0]!.gap).toBe("recruitment");
  });

  test("the number on a link is the number of rows the table shows under it, also with those who sell nothing", async () => {
    await steps.publish(scope, `${LIST}6,Fir Staffing,Poland,,70\n7,Town Hall,,,80\n`);
    const { registerRows } = db.t;
    const roles = [
      ["Town Hall", "not-a-seller"],
      ["Fir Staffing", "labour-provider"],
    ] as const;
    for (const [name, role] of roles)
      await db.transact(function* (q) {
        yield q
          .update(registerRows)
          .set({ role: codeOf(ROLE_CODES, role) })
          .where(eq(registerRows.name, name));
      });
    await afterPublish();
    const { numbers, generation } = await overview();
    const links = await gapLinks(db, scope, generation.no, numbers.gaps);
    expect(Object.keys(links).sort()).toEqual(["country", "role", "sector"]);
    for (const [gap, query] of Object.entries(gapQueries(links))) {
      const asked = askedOf(readSupplierQuery(new URLSearchParams(query)));
      const { count } = await listSuppliers(db, scope, { ...asked, generation: generation.no, limit: 1 });
      expect([gap, count.value]).toEqual([gap, numbers.gaps!.find((one) => one.gap === gap)!.lacking]);
    }
  });

  test("the suppliers said to move up for a sector are the placed ones, and for recruitment the indicative ones", async () => {
    const { numbers } = await published(LIST);
    const level = (name: string) => numbers.levels.find((one) => one.level === name)!.suppliers;
    const up = (gap: string) => numbers.gaps!.find((one) => one.gap === gap)!.raisesLevel;
    expect([up("sector"), up("recruitment")]).toEqual([level("placed"), level("indicative")]);
  });

  test("whoever has answered lacks no answer, also where country or product are not known yet", async () => {
    const { numbers } = await published(`Supplier name,Country,Product,Who holds passports
Alder Mill,Turkey,cotton yarn,worker
Birch Foods,Poland,,employer
Cedar Works,Viet Nam,garments,
`);
    expect(numbers.gaps!.find(({ gap }) => gap === "recruitment")).toMatchObject({ lacking: 1, raisesLevel: 1 });
  });

  test("is not said before it is counted, and counting it again changes nothing", async () => {
    await steps.publish(scope, LIST);
    expect((await overview()).numbers).toMatchObject({ suppliers: 5, gaps: null, spend: null });
    await afterPublish();
    const once = (await overview()).numbers;
    expect(once.gaps).toHaveLength(GAPS.length);
    await afterPublish();
    expect((await overview()).numbers).toEqual(once);
    const kinds = await summaryCounts(db, scope, (await overview()).generation.no, ["gap"]);
    expect(kinds).toHaveLength(3 * GAPS.length);
  });
});

describe("since the list before", () => {
  test("the first list is compared with nothing", async () => {
    expect((await published(LIST)).change).toBeNull();
  });

  test("names who came up to a higher band and who is new in the high one, and counts the rest", async () => {
    await published(LIST);
    const next = LIST.replace("5,Elder Ltd,Poland,", "5,Elder Ltd,Turkmenistan,raw cotton")
      .replace("1,Alder Mill", "1,Alder Mill Group")
      .replace("3,Cedar Works,Viet Nam,garments,\n", "")
      .concat("6,Fir Cotton,Turkmenistan,raw cotton,5\n");
    const { change, generation } = await published(next);
    const lines = await linesByName(db, scope, generation.no);
    expect(change).toMatchObject({
      new: 1,
      gone: 1,
      renamed: 1,
      changed: 2,
      unchanged: 2,
      newHigh: 1,
      otherModel: null,
    });
    expect(change!.named.map(({ name, to, isNew }) => [name, to, isNew])).toEqual([
      ["Elder Ltd", "high", false],
      ["Fir Cotton", "high", true],
    ]);
    expect(change!.named.map(({ id }) => id)).toEqual([lines.get("Elder Ltd")!.id, lines.get("Fir Cotton")!.id]);
    expect(change!.moves.filter(({ to }) => to === "high")).toEqual([{ from: null, to: "high", suppliers: 1 }]);
  });

  test("a list taken back shows the one before with the comparison it had", async () => {
    const first = await published(LIST);
    const next = await steps.publish(scope, LIST.replace("1,Alder Mill", "9,Alder Mill"));
    expect((await overview()).change).not.toBeNull();
    await undoImport(db, scope, next.id, A_DAY);
    expect(await overview()).toEqual(first);
  });

  test("says so when the list before was scored with another model", async () => {
    const first = await published(LIST);
    const { generations } = db.t;
    await db.commitPlain((q) => [
      q.update(generations).set({ modelId: "2025.9" }).where(eq(generations.no, first.generation.no)),
    ]);
    expect((await published(LIST)).change?.otherModel).toBe("2025.9");
  });
});

test("lists wait for a decision about their columns and about being published, and no longer once it is taken", async () => {
  const received = await steps.upload(scope, LIST, "columns.csv");
  await steps.inspect(scope, received);
  const preview = await steps.preview(scope, LIST);
  expect((await waitingLists(db, scope)).map(({ id, state }) => [id, state]).sort()).toEqual(
    [
      [received, "mapping"],
      [preview.id, "preview"],
    ].sort(),
  );
  await steps.publish(scope, LIST);
  expect((await waitingLists(db, scope)).map(({ id }) => id)).not.toContain((await overview()).list?.importId);
});
