/** From what a supplier list says of aluminium goods to the question where the metal was smelted, and to what an answer does. */
import { describe, expect, test } from "vitest";
import { materialQuestion } from "../i18n/material-keys";
import { createTranslator } from "../i18n/translator";
import { catalogue as english } from "../i18n/en";
import { catalogue as russian } from "../i18n/ru";
import { materialGood, materialsToAsk, productPaths } from "../../risk-models";
import { engine, supplier } from "../../risk-models/test-kit";
import type { StatedInput, SupplierFacts } from "../../risk-models/types";
import type { SectorInput } from "../resolve/types";
import { reference } from "./reference.server";

type Cells = SectorInput;

const factsOf = (cells: Cells, inputs: readonly StatedInput[] = []) => {
  const sector = reference().resolver().sector(cells);
  return supplier({ seat: "DE", role: "maker", isic: sector?.isic ?? undefined, goods: sector?.goods ?? [], inputs });
};
const askedOf = (cells: Cells, inputs: readonly StatedInput[] = []) =>
  materialsToAsk(productPaths(factsOf(cells, inputs), reference().risk())).map(materialGood);

describe("a supplier of aluminium goods is asked where the metal was smelted", () => {
  test.each<[string, Cells]>([
    ["customs heading 7610", { hs: "761010" }],
    ["customs heading 7604", { hs: "7604" }],
    ["NACE 24.42", { nace: "24.42" }],
    ["the product's words beside ISIC 2511", { isic: "2511", product: "Aluminium window frames" }],
    ["the product's words beside the CPV code of windows", { cpv: "44221100-6", product: "Aluminium windows" }],
    ["the product's words alone", { product: "aluminium profiles" }],
    ["the bare word", { product: "Aluminium trays for food" }],
    ["the American word", { product: "Aluminum foil" }],
    ["Russian words", { product: "Алюминиевые окна" }],
    ["Russian words in the sector's cell", { sector: "алюминиевый профиль" }],
  ])("by %s", (_name, cells) => expect(askedOf(cells)).toEqual(["Aluminium"]));

  test.each<[string, Cells]>([
    ["a smelter, whose own metal it is", { hs: "7601" }],
    ["a seller of ingots", { product: "Aluminium ingots" }],
    ["a dealer in scrap", { product: "Лом алюминия" }],
    ["a maker of steel structures", { isic: "2511", product: "Steel structures" }],
    ["a seller of aluminium oxide", { cpv: "14721100-2" }],
    ["a copper works", { nace: "24.44" }],
  ])("but not %s", (_name, cells) => expect(askedOf(cells)).not.toContain("Aluminium"));

  test("in the words of both languages", () => {
    expect(materialQuestion(createTranslator("en", english).t, "Aluminium")).toMatch(
      /smelted.*in China, in which region\?$/,
    );
    expect(materialQuestion(createTranslator("ru", russian).t, "Aluminium")).toMatch(/выплавлен.*в каком регионе\?$/);
  });
});

describe("what an answer does", () => {
  const frames: Cells = { hs: "7610", product: "Aluminium window frames" };
  const from = (country: string, region: string | null = null) => [{ good: "Aluminium", country, region }];
  const resultOf = (facts: SupplierFacts) => ({
    score: engine.score(facts).score!,
    floors: engine.assess(facts).floors.map(({ id, on }) => `${id} ${on}`),
  });
  const read = (inputs: readonly StatedInput[]) => resultOf(factsOf(frames, inputs));

  test("no answer adds nothing: the maker has the score of one whose goods the tables do not know", () => {
    const facts = factsOf(frames);
    expect(facts.goods).toEqual(["Aluminium products"]);
    expect(read([])).toEqual({ ...resultOf({ ...facts, goods: [] }), floors: [] });
  });

  test("Xinjiang is the region of a State-imposed programme, and settles the question", () => {
    expect(read(from("CN", "CN-XJ")).floors).toEqual(["stateImposed CN-XJ"]);
    expect(read(from("CN", "CN-XJ")).score).toBeGreaterThan(read([]).score);
    expect(askedOf(frames, from("CN", "CN-XJ"))).toEqual([]);
  });

  test("China without its region adds nothing and leaves the question open", () => {
    expect(read(from("CN"))).toEqual(read([]));
    expect(askedOf(frames, from("CN"))).toEqual(["Aluminium"]);
  });

  test("another country adds nothing, takes nothing off and settles the question", () => {
    expect(read(from("NO"))).toEqual(read([]));
    expect(askedOf(frames, from("NO"))).toEqual([]);
  });
});
