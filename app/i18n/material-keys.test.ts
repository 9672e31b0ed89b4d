import { expect, test } from "vitest";
import { materialGood, materialsToAsk, productPaths } from "../../risk-models";
import { reference, supplier } from "../../risk-models/test-kit";
import { materialKeys, stageKeys } from "./material-keys";

test("every stage of the chains has a name, and no name is without its stage", () => {
  expect(Object.keys(stageKeys).sort()).toEqual([...new Set(reference.chains.map(({ stage }) => stage))].sort());
});

test("every material that can be asked about has its question, and no other has", () => {
  const goods = new Set([...Object.keys(reference.goods), ...reference.chains.flatMap((stage) => stage.goods)]);
  const classes = reference.chains.flatMap(({ isic }) => isic);
  const asked = new Set<string>();
  for (const good of [undefined, ...goods])
    for (const isic of new Set([undefined, ...classes])) {
      const facts = supplier({ seat: "DE", role: "maker", isic, goods: good === undefined ? [] : [good] });
      for (const stage of materialsToAsk(productPaths(facts, reference))) asked.add(materialGood(stage)!);
    }
  expect(Object.keys(materialKeys).sort()).toEqual([...asked].sort());
});
