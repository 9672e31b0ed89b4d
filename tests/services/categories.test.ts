/** Category assessments: computed with the released model, filed as a record that never changes, corrected by a further version. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import fc from "fast-check";
import { assessCategory, listedFor } from "../../app/services/categories/assess-category.server";
import {
  categoryStory,
  newestCategories,
  recordHash,
  requireCategory,
} from "../../app/services/categories/category-record.server";
import { fileCategory, type ToFile } from "../../app/services/categories/file-category.server";
import { releasedAssessor } from "../../app/services/categories/released-assessor.server";
import { buyerProfile } from "../../app/services/commitments/buyer.server";
import { commitmentsView } from "../../app/services/commitments/commitments-view.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { spreadOf } from "../../app/categories/result";
import type { CategoryInput } from "../../app/categories/category";
import type { Database, Scope } from "../../db/database";
import { verifyChain } from "../../db/chain";
import { auditTrail } from "../../db/queries/audit";
import { findCategory } from "../../db/queries/categories";
import { derivedId, modelInForce, MODELS, percentsOf } from "../../risk-models";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf } from "../builders";

const TODAY = "2026-11-28";
const SHIRTS = "18332000-5";
const CLEANING = "90910000-9";
const input = (more: Partial<CategoryInput> = {}): CategoryInput => ({
  title: "Work shirts",
  codes: [SHIRTS],
  origins: ["BD"],
  originUnknown: false,
  places: [],
  placeUnknown: false,
  buyer: "DE",
  regime: "eu",
  ...more,
});
const cleaning = (more: Partial<CategoryInput> = {}) =>
  input({ title: "Office cleaning", codes: [CLEANING], origins: [], places: ["DE"], ...more });

let db: Database;
let scope: Scope;
beforeEach(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace, "purchaser", (await aMember(db, workspace, "purchaser")).id);
});
afterEach(() => db.close());

const toFile = (more: Partial<ToFile> = {}): ToFile => ({
  input: input(),
  measures: ["labourLaw", "originProof"],
  ownText: "",
  corrects: null,
  ...more,
});
const later = (hours: number) => new Date(A_DAY.getTime() + hours * 3_600_000);

describe("the result of a category", () => {
  test("a row is what the engine gives for the same facts of a supplier", () => {
    const { rows, modelId } = assessCategory(input(), TODAY);
    const { engine, resolver } = assessorFor(TODAY);
    const sector = resolver.sector({ cpv: SHIRTS })!;
    const nowhere = { country: null, region: null, basis: "unknown" } as const;
    const made = engine.assess({
      seat: nowhere,
      placeOfWork: nowhere,
      origin: { country: "BD", region: null, basis: "stated" },
      role: "maker",
      sector: { isic: sector.isic, basis: "stated", confidence: sector.confidence },
      goods: sector.goods,
      recruitment: {},
      workforce: {},
      asOf: TODAY,
    });
    expect(modelId).toBe(modelInForce(MODELS, TODAY).id);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ score: made.residual, band: made.band, plausible: made.plausible, place: "BD" });
    const sum = rows[0]!.reasons.reduce((total, { points }) => total + points, 0);
    expect(sum).toBeCloseTo(made.residual!, 9);
  });

  test("an origin that is not known has no score, keeps a wide range, and makes tracing fit", () => {
    const { rows, traits } = assessCategory(input({ origins: [], originUnknown: true }), TODAY);
    expect(rows).toMatchObject([{ place: null, score: null, band: null, level: "listed" }]);
    expect(rows[0]!.plausible[1] - rows[0]!.plausible[0]).toBeGreaterThan(20);
    expect(traits).toContain("origin-open");
  });

  test("goods are measured by their origin and services by their place, and neither by the buyer’s country", () => {
    const both = input({ codes: [SHIRTS, CLEANING], origins: ["BD"], places: ["DE"] });
    const { rows } = assessCategory(both, TODAY);
    expect(rows.map(({ code, on, place }) => [code, on, place])).toEqual([
      [SHIRTS, "origin", "BD"],
      [CLEANING, "place", "DE"],
    ]);
    expect(assessCategory({ ...both, buyer: "SE" }, TODAY).rows).toEqual(rows);
  });

  test("Xinjiang is told from China, and its programme is named among the reasons", () => {
    const { rows, traits } = assessCategory(input({ origins: ["CN", "CN-XJ"] }), TODAY);
    const floors = (place: string) => rows.find((row) => row.place === place)!.floors.map(({ id }) => id);
    expect(floors("CN-XJ")).toContain("stateImposed");
    expect(floors("CN")).not.toContain("stateImposed");
    expect(traits).toContain("state-imposed");
  });

  test("a further origin never lowers the top of the range nor raises its foot", () => {
    const countries = fc.uniqueArray(fc.constantFrom("BD", "CN", "DE", "IN", "MY", "SE", "TR", "US", "VN", "CN-XJ"), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(countries, fc.constantFrom("BR", "PK", "NO", "TM"), fc.boolean(), (origins, added, originUnknown) => {
        const ends = (list: string[]) =>
          spreadOf(assessCategory(input({ origins: list, originUnknown }), TODAY).rows).plausible;
        const [before, after] = [ends(origins), ends([...origins, added])];
        expect(after[1]).toBeGreaterThanOrEqual(before[1]);
        expect(after[0]).toBeLessThanOrEqual(before[0]);
      }),
      { numRuns: 25 },
    );
  });

  test("the order of codes and of origins changes nothing but the order of the rows", () => {
    const sorted = (codes: string[], origins: string[]) => {
      const { rows, traits, measures } = assessCategory(input({ codes, origins, places: ["DE"] }), TODAY);
      const key = (row: (typeof rows)[number]) => `${row.code} ${row.place}`;
      return { rows: rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)), traits, measures };
    };
    expect(sorted([SHIRTS, CLEANING], ["BD", "CN"])).toEqual(sorted([CLEANING, SHIRTS], ["CN", "BD"]));
  });

  test("weights of a workspace’s own are refused, and so is a model nobody released", () => {
    const released = modelInForce(MODELS, TODAY);
    const { country, sector, recruitment } = percentsOf(released);
    const derived = derivedId(released, { country: country - 1, sector: sector + 1, recruitment });
    expect(() => assessorFor(TODAY, derived)).not.toThrow();
    for (const id of [derived, "1999.1", `${released.id}+x`])
      expect(() => releasedAssessor(TODAY, id)).toThrow(expect.objectContaining({ code: "procedure.derived-model" }));
    expect(releasedAssessor(TODAY, released.id).engine.model).toBe(released.id);
  });

  test("countries are offered from the lists alone: none for a good that is on no list", () => {
    const [shirts, bricks] = listedFor([SHIRTS, "44111100-2"], TODAY);
    expect(shirts!.goods[0]).toMatchObject({ good: "Garments", by: "code" });
    expect(shirts!.goods[0]!.places).toContain("BD");
    expect(bricks!.goods[0]!.places).toContain("NP");
    expect(listedFor(["22111000-1"], TODAY)[0]!.goods.filter(({ by }) => by === "code")).toEqual([]);
    expect(listedFor([CLEANING], TODAY)).toEqual([]);
  });
});

describe("what goes into the tender", () => {
  const ids = (of: CategoryInput) => assessCategory(of, TODAY).measures.map(({ id }) => id);

  test("tracing fits goods of a listed origin and not cleaning; recruitment fits cleaning", () => {
    expect(ids(input())).toEqual(expect.arrayContaining(["traceSpec", "originProof", "makersList"]));
    expect(ids(cleaning())).not.toContain("traceSpec");
    expect(ids(cleaning())).toEqual(
      expect.arrayContaining(["staffing", "recruitmentLine", "employerPays", "lowTender"]),
    );
  });

  test("the law stated decides which rows back a measure, not the country", () => {
    const backing = (of: CategoryInput) =>
      assessCategory(of, TODAY).measures.flatMap(({ commitments, laws }) => [...commitments, ...laws]);
    expect(backing(input())).toEqual(expect.arrayContaining(["EU-PPD-05", "eu-58"]));
    expect(backing(input({ regime: "uk", buyer: "GB" })).filter((id) => id.startsWith("EU-PPD"))).toEqual([]);
    expect(backing(input({ regime: "uk", buyer: "GB" }))).toEqual(expect.arrayContaining(["GB-PA23-01", "uk-23"]));
    const other = backing(input({ regime: "other", buyer: "KZ" }));
    expect(other.filter((id) => /^(?:EU-|GB-|DE-|eu-|uk-)/u.test(id))).toEqual([]);
    expect(other).toContain("ILO-FR-01");
  });
});

describe("the record", () => {
  test("filing keeps what was stated, what came out and what was chosen, with one event that holds its hash", async () => {
    const filed = await fileCategory(db, scope, toFile({ ownText: "  Ask the union first. " }), A_DAY);
    expect(filed).toMatchObject({ number: 1, version: 1 });
    const record = await requireCategory(db, scope, filed.id);
    expect(record).toMatchObject({
      input: input(),
      modelId: modelInForce(MODELS, "2026-03-02").id,
      chosen: { ownText: "Ask the union first." },
      filedBy: scope.userId,
      replaces: null,
    });
    expect(record.chosen.measures.map(({ id }) => id)).toEqual(["labourLaw", "originProof"]);
    expect(record.chosen.left).toContain("grounds");
    const stored = (await findCategory(db, scope, filed.id))!;
    const { filedByName: _name, ...row } = stored;
    expect(recordHash(row)).toBe(record.recordSha256);
    const [event] = await auditTrail(db, scope, { limit: 1 });
    expect(event?.name).toBe("category.filed");
    expect(JSON.parse(event!.contents!)).toMatchObject({ categoryId: filed.id, recordSha256: record.recordSha256 });
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
  });

  test("a correction is the next version and names the one before, which stays as it was to the last letter", async () => {
    const first = await fileCategory(db, scope, toFile(), A_DAY);
    const before = await findCategory(db, scope, first.id);
    const second = await fileCategory(
      db,
      scope,
      toFile({ input: input({ origins: ["BD", "CN"] }), corrects: { id: first.id, reason: "A second maker." } }),
      later(1),
    );
    expect(second).toMatchObject({ number: 1, version: 2 });
    expect(await findCategory(db, scope, first.id)).toEqual(before);
    const { record, versions } = await categoryStory(db, scope, second.id);
    expect(record).toMatchObject({ replaces: first.id, reason: "A second maker." });
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect((await newestCategories(db, scope, 10)).map(({ id }) => id)).toEqual([second.id]);
  });

  test("a version that was corrected already cannot be corrected again, and a correction has a reason", async () => {
    const { id } = await fileCategory(db, scope, toFile(), A_DAY);
    const again = (reason: string) => fileCategory(db, scope, toFile({ corrects: { id, reason } }), later(1));
    await expect(again(" ")).rejects.toMatchObject({ code: "category.reason" });
    await again("First.");
    await expect(again("Second.")).rejects.toMatchObject({ code: "category.corrected", status: 409 });
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
  });

  test("two filed at the same moment get two numbers", async () => {
    const filed = await Promise.all([1, 2, 3].map(() => fileCategory(db, scope, toFile(), A_DAY)));
    expect(filed.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  test("nothing chosen and nothing written is refused; a reason why nothing goes in is enough", async () => {
    const nothing = toFile({ measures: [] });
    await expect(fileCategory(db, scope, nothing, A_DAY)).rejects.toMatchObject({ code: "category.nothing-chosen" });
    await expect(
      fileCategory(db, scope, { ...nothing, ownText: "Call-off of a framework: no tender." }, A_DAY),
    ).resolves.toMatchObject({ number: 1 });
  });

  test("a measure that does not fit, a text too long and a code that is none are refused, and nothing is written", async () => {
    const refused = (more: Partial<ToFile>) => fileCategory(db, scope, toFile(more), A_DAY);
    await expect(refused({ input: cleaning(), measures: ["originProof"] })).rejects.toMatchObject({
      code: "category.unfit-measure",
    });
    await expect(refused({ ownText: "x".repeat(4001) })).rejects.toMatchObject({ code: "category.text-too-long" });
    await expect(refused({ input: input({ codes: ["18332000-1"] }) })).rejects.toMatchObject({
      code: "category.unknown-code",
    });
    await expect(refused({ input: input({ buyer: "ZZ" }) })).rejects.toMatchObject({
      code: "category.unknown-country",
    });
    expect(await newestCategories(db, scope, 10)).toEqual([]);
  });
});

describe("who the buyer is", () => {
  const profile = { country: "DE", body: "public", size: null, buys: "services", sector: "O", sellsTo: [] } as const;
  const everything = {
    words: "", jurisdiction: null, binds: null, theme: null, when: null, by: null, confidence: null, forUs: false,
  }; // prettier-ignore
  const view = (more = {}) => commitmentsView(db, scope, { ...everything, ...more }, { first: 0, most: 500 }, TODAY);

  test("before anybody stated it no row is said to apply; afterwards rows say why", async () => {
    expect((await view()).ours).toBeNull();
    expect((await view()).rows.every(({ selected }) => selected === null)).toBe(true);
    await stateBuyer(db, scope, { ...profile, sellsTo: [] }, A_DAY);
    const after = await view({ forUs: true });
    expect(after.found).toBe(after.ours!.may);
    expect(after.rows.find(({ id }) => id === "EU-PPD-05")?.selected).toMatchObject({ reach: ["eu-member"] });
    expect(after.rows.some(({ id }) => id.startsWith("GB-"))).toBe(false);
    expect(after.total).toBe(269);
  });

  test("what was stated before stays in the chain, and a country the table lacks is refused", async () => {
    await stateBuyer(db, scope, { ...profile, sellsTo: [] }, A_DAY);
    await stateBuyer(db, scope, { ...profile, country: "GB", sellsTo: ["FR", "FR"] }, later(1));
    expect(await buyerProfile(db, scope)).toMatchObject({ country: "GB", sellsTo: ["FR"] });
    const [event] = await auditTrail(db, scope, { limit: 1 });
    expect(JSON.parse(event!.contents!)).toMatchObject({ profile: { country: "GB" }, previous: { country: "DE" } });
    await expect(stateBuyer(db, scope, { ...profile, country: "ZZ", sellsTo: [] }, later(2))).rejects.toMatchObject({
      code: "buyer.country",
    });
  });
});
