import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { materialGood, materialsToAsk, productPaths } from "./chains";
import { anySupplier, engine, reference, supplier, table, tables, type ShortFacts } from "./test-kit";
import { ROLES } from "./types";

const { chains } = reference;
const goodNames = [...new Set(chains.flatMap(({ goods }) => goods))];
const classes = [...new Set(chains.flatMap(({ isic }) => isic))];

const inAChain = fc
  .record({
    seat: fc.constantFrom("BD", "CN", "DE"),
    role: fc.constantFrom(...ROLES),
    isic: fc.option(fc.constantFrom(...classes, "78", "7810", "4641"), { nil: undefined }),
    goods: fc.uniqueArray(fc.constantFrom(...goodNames), { maxLength: 2 }),
  })
  .map((facts) => supplier(facts));
const someone = fc.oneof(anySupplier, inAChain);

const pathsOf = (facts: ShortFacts) => productPaths(supplier(facts), reference);
const stagesOf = (facts: ShortFacts) =>
  pathsOf(facts).flatMap(({ chain, upstream }) => upstream.map(({ stage }) => `${chain}/${stage}`));

describe("the table of chains", () => {
  const headings = new Map(table("hs").map((row) => [row["code"], row["label_en"] ?? ""]));
  const known = new Set([
    ...tables.goodsToClassification.map((row) => row["good"]),
    ...table("chain-goods").map((row) => row["good"]),
    ...tables.tvpraChanges
      .filter((row) => /^new (good|downstream)$/.test(row["change"] ?? ""))
      .map((row) => row["good"]),
  ]);
  const list = (text: string | undefined) => (text ?? "").split(";").filter(Boolean);

  test.each(tables.productChains.map((row) => [`${row["chain"]}/${row["stage"]}`, row] as const))(
    "%s",
    (_name, row) => {
      for (const code of list(row["hs"])) expect(headings.has(code), code).toBe(true);
      for (const good of list(row["goods"])) expect(known.has(good), good).toBe(true);
      const words = list(row["word"]);
      expect(words.length > 0).toBe(row["basis"] === "nomenclature");
      if (words.length > 0)
        for (const code of list(row["hs"]))
          expect(headings.get(code)?.toLowerCase()).toMatch(new RegExp(`\\b(${words.join("|")})\\b`));
      if (row["basis"] === "published path") {
        const inChain = tables.productChains.filter(({ chain }) => chain === row["chain"]);
        const goods = new Set(inChain.flatMap((one) => list(one["goods"])));
        const downstream = [
          ...tables.tvpraGoods.filter((one) => one["made_with_listed_input"] === "true"),
          ...tables.tvpraChanges.filter((one) => one["change"] === "new downstream"),
        ];
        const said = downstream.filter((one) => goods.has(one["good"] ?? ""));
        expect(said.length).toBeGreaterThan(0);
        const sources = said.flatMap((one) => list(one["source_id"]));
        expect(list(row["source_id"]).some((id) => sources.includes(id))).toBe(true);
      }
    },
  );

  test("every stage is made of earlier stages of its chain, and every chain begins with materials", () => {
    const seen = new Set<string>();
    for (const { chain, stage, step, madeOf } of chains) {
      expect(seen.has(`${chain}/${stage}`)).toBe(false);
      seen.add(`${chain}/${stage}`);
      expect(madeOf.length === 0).toBe(step === 1);
      for (const from of madeOf) {
        expect(seen.has(`${chain}/${from}`)).toBe(true);
        expect(chains.find((one) => one.chain === chain && one.stage === from)!.step).toBeLessThan(step);
      }
    }
  });

  test("gives each stage its industries from the concordance, and as its own only those that make little else", () => {
    const of = (stage: string) => chains.find((one) => one.stage === stage)!;
    expect(of("cottonYarn").isic).toEqual(["1311"]);
    expect(of("cottonYarn").ownIsic).toEqual([]);
    expect(of("garments").ownIsic).toContain("1410");
    expect(of("sugar").ownIsic).toEqual(["1072"]);
    expect(of("chocolate").ownIsic).toEqual(["1073"]);
    expect(of("lithiumIonBatteries").ownIsic).toEqual([]);
  });
});

describe("paths", () => {
  test("a garment maker stands at the end of cotton, yarn and cloth, by its good or by its class", () => {
    const path = ["cotton/cotton", "cotton/cottonYarn", "cotton/cottonCloth"];
    expect(stagesOf({ seat: "BD", role: "maker", goods: ["Garments"] })).toEqual(path);
    expect(stagesOf({ seat: "BD", role: "maker", isic: "1410" })).toEqual(path);
    expect(stagesOf({ seat: "BD", role: "trader", goods: ["Garments"], isic: "4641" })).toEqual(path);
    expect(stagesOf({ seat: "BD", role: "maker", isic: "1311" })).toEqual([]);
    expect(stagesOf({ seat: "BD", role: "maker", goods: ["Cotton"] })).toEqual([]);
  });

  test("a good that names the material for all that is made of it is read with the class", () => {
    expect(stagesOf({ seat: "CH", role: "maker", goods: ["Cocoa"], isic: "1073" })).toEqual(["cocoa/cocoaBeans"]);
    expect(stagesOf({ seat: "GH", role: "maker", goods: ["Cocoa"], isic: "0127" })).toEqual([]);
    for (const [isic, material] of [
      ["1073", "cocoa/cocoaBeans"],
      ["1020", "fish/fish"],
      ["1200", "tobacco/tobacco"],
    ] as const)
      // prettier-ignore
      expect(stagesOf({ seat: "CH", role: "maker", isic })).toEqual([material]);
  });

  test("the State-imposed programme of Turkmenistan stands first at cotton, the one that ended in Uzbekistan nowhere", () => {
    const cotton = pathsOf({ seat: "BD", role: "maker", goods: ["Garments"] })[0]!.upstream[0]!;
    expect(cotton.listed.filter(({ isStateImposed }) => isStateImposed).map(({ country, region }) => [country, region])).toEqual([["CN", "CN-XJ"], ["TM", null]]); // prettier-ignore
    expect(cotton.listed.filter(({ country }) => country === "TM")).toHaveLength(1);
    expect(cotton.listed.some(({ country }) => country === "UZ")).toBe(false);
    for (const { source, year } of cotton.listed) {
      expect(reference.sources[source]).toBeDefined();
      expect(year).not.toBeNull();
    }
  });

  test("the programme of a region stands only in chains of which its source names a good", () => {
    const regions = (facts: ShortFacts) =>
      pathsOf(facts).flatMap(({ upstream }) =>
        upstream.flatMap(({ listed }) => listed.flatMap(({ region }) => region ?? [])),
      );
    expect(regions({ seat: "CN", role: "maker", goods: ["Solar Modules"] })).toEqual(["CN-XJ"]);
    expect(regions({ seat: "NO", role: "trader", goods: ["Dried Fish"] })).toEqual([]);
  });

  test("the material with a State-imposed programme is asked first; stating its origin answers the question", () => {
    const garment = { seat: "BD", role: "maker", goods: ["Garments"] };
    expect(materialsToAsk(pathsOf(garment)).map(({ stage }) => stage)[0]).toBe("cotton");
    const stated = { ...garment, inputs: [{ good: "Cotton", country: "TM", region: null }] };
    expect(materialsToAsk(pathsOf(stated)).map(({ stage }) => stage)).not.toContain("cotton");
    expect(pathsOf(stated)[0]!.upstream[0]!.stated).toEqual(stated.inputs);
  });
});

test("every place a path lists counts when it is stated, and a place it does not list does not", () => {
  const plain = { seat: "NO", role: "maker", isic: "25" };
  const countsFrom = (good: string, country: string, region: string | null) => {
    const { floors, contributions } = engine.assess(supplier({ ...plain, inputs: [{ good, country, region }] }));
    return floors.length > 0 || contributions.some(({ value }) => value === "inputForcedAtOrigin");
  };
  const paths = chains.map((stage) => productPaths(supplier({ role: "maker", goods: stage.goods }), reference)).flat();
  const stages = paths.flatMap(({ upstream }) => upstream).filter((stage) => materialGood(stage) !== null);
  expect(stages.length).toBeGreaterThan(10);
  for (const stage of stages) {
    const good = materialGood(stage)!;
    for (const { country, region } of stage.listed)
      expect(countsFrom(good, country, region), `${good} ${country}`).toBe(true);
    expect(countsFrom(good, "NO", null)).toBe(false);
  }
});

test("nothing is ever proposed for who sells nothing or provides labour", () => {
  fc.assert(
    fc.property(someone, (facts) => {
      const isNobody =
        facts.role === "not-a-seller" || facts.role === "labour-provider" || facts.sector.isic?.startsWith("78");
      if (isNobody) expect(productPaths(facts, reference)).toEqual([]);
    }),
  );
});

test("a stage where the supplier stands is never upstream of itself, and upstream stages lead to it", () => {
  fc.assert(
    fc.property(someone, (facts) => {
      for (const { chain, own, upstream } of productPaths(facts, reference)) {
        expect(own.length).toBeGreaterThan(0);
        const before = upstream.map(({ stage }) => stage);
        expect(before.filter((stage) => own.includes(stage))).toEqual([]);
        expect(upstream.map(({ step }) => step)).toEqual(upstream.map(({ step }) => step).sort((a, b) => a - b));
        for (const stage of before)
          expect(
            chains.some(
              (one) => one.chain === chain && one.madeOf.includes(stage) && [...own, ...before].includes(one.stage),
            ),
          ).toBe(true);
      }
    }),
  );
});

test("the same facts give the same paths, and stating an origin changes no path and answers exactly its question", () => {
  fc.assert(
    fc.property(someone, fc.constantFrom("TM", "US", "CN"), (facts, country) => {
      const paths = productPaths(facts, reference);
      expect(productPaths(structuredClone(facts), reference)).toEqual(paths);
      const asked = materialsToAsk(paths);
      const good = asked[0] && materialGood(asked[0]);
      if (!good) return;
      const inputs = [...(facts.inputs ?? []), { good, country, region: null }];
      const after = productPaths({ ...facts, inputs }, reference);
      expect(after.map(({ chain, own }) => ({ chain, own }))).toEqual(paths.map(({ chain, own }) => ({ chain, own })));
      // Where a region of that country alone is listed, the country leaves the question open.
      const listed = asked[0]!.listed.filter((place) => place.country === country);
      const isOpen = listed.length > 0 && listed.every(({ region }) => region !== null);
      expect(materialsToAsk(after).map(materialGood)).toEqual((isOpen ? asked : asked.slice(1)).map(materialGood));
    }),
  );
});
