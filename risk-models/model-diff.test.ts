import { describe, expect, test } from "vitest";
import { checkModel, hashFailures } from "./model-checks";
import { diffModels } from "./model-diff";
import { variantModel } from "./model-file";
import { MODEL_IDS, modelOrVariant } from "./models/registry";
import released from "./models/released.json";
import { model, reference } from "./test-kit";

describe("two models side by side", () => {
  test("a model does not differ from itself, and a variant in its weights alone", () => {
    expect(diffModels(model, model)).toEqual([]);
    const changes = diffModels(model, variantModel(model, "without-tip"));
    expect(new Set(changes.map(({ section }) => section))).toEqual(new Set(["weights"]));
    expect(changes).toContainEqual({ section: "weights", of: "tipTier", before: 0.1, after: 0 });
  });

  test("what only one of them has is named, and turning them round turns the figures round", () => {
    const other = structuredClone(model);
    other.floors = other.floors.filter(({ id }) => id !== "listedPair");
    other.bands.high = 70;
    const changes = diffModels(model, other);
    expect(changes.map(({ section, of }) => `${section} ${of}`)).toEqual(["floors listedPair", "bands high"]);
    expect(diffModels(other, model)).toEqual(
      changes.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before })),
    );
  });

  test("a change of wording alone is no difference", () => {
    const other = structuredClone(model);
    other.dimensions.country.why = "Another reason.";
    expect(diffModels(model, other)).toEqual([]);
  });
});

describe("released models", () => {
  test("every one has its hashes recorded, and each id leads to its model", () => {
    for (const id of MODEL_IDS) {
      expect(modelOrVariant(id)?.id).toBe(id);
      expect(released).toHaveProperty([id.split("+")[0]!]);
    }
    for (const none of ["", "2026", "2026.1+", "2026.1+x", "2026.1+without-tip+x"])
      expect(modelOrVariant(none)).toBeNull();
  });

  test("another hash, or none recorded, is a failure in a sentence", () => {
    const hashes = { model: "a", cases: "b" };
    expect(hashFailures("m", hashes, { m: hashes })).toEqual([]);
    expect(hashFailures("m", { ...hashes, model: "c" }, { m: hashes })).toEqual([
      "model.json of m is not the file that was released.",
    ]);
    expect(hashFailures("n", hashes, { m: hashes })[0]).toContain("no hash of n");
  });

  test("a model without an input is told so, and nothing breaks", () => {
    const other = structuredClone(model);
    other.indicators = other.indicators.filter(({ id }) => id !== "tipTier");
    expect(checkModel(other, reference)).toContain("The indicators lack tipTier.");
  });
});
