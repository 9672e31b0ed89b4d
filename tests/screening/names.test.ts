import { describe, expect, test } from "vitest";
import { partiesIn, readNamed, readsAsFirm } from "../../app/screening/names";

describe("a name that does not say who it is", () => {
  test.each([
    "Imagined Engineers",
    "Invented Steel Mills",
    "Sample (Pvt) Ltd.",
    "ООО «Выдумка»",
    "虚构纺织有限公司",
    "54th Imagined Institute",
    "Q&N Traders",
    "Inventex",
    "Proc-Sample",
    "Sample District Public Security Bureau",
    "Invented General Trading",
  ])("reads as a firm's where something in it says so: %s", (name) => {
    expect(readsAsFirm(name)).toBe(true);
  });

  test.each([
    "Omar Invented",
    "A. Q. Sample",
    "SAMPLE, Jane Imagined",
    "Abdulah Al Sample",
    "Иван Выдуманный",
    "李伟",
    "MARIO INVENTADO DA SILVA",
    "John Baker",
    "Grace Market",
  ])("is not taken for a firm's where nothing does: %s", (name) => {
    expect(readsAsFirm(name)).toBe(false);
  });
});

describe("a cell with a name", () => {
  test("loses footnote marks, stray quotes and a doubled full stop", () => {
    expect(readNamed('"INVENTED ROADS LIMITED" *203').name).toBe("INVENTED ROADS LIMITED");
    expect(readNamed("Sample D.O.O..").name).toBe("Sample D.O.O.");
    expect(readNamed("Sample Ltd (*)").name).toBe("Sample Ltd");
  });

  test("keeps brackets that belong to the name, and takes an acronym as an alias", () => {
    expect(readNamed("Invented Energy (Group) Real Estate Co., Ltd")).toEqual({
      name: "Invented Energy (Group) Real Estate Co., Ltd",
      aliases: [],
      scope: null,
    });
    expect(readNamed("Sample Corps (SPCC)")).toMatchObject({ name: "Sample Corps", aliases: ["SPCC"] });
    expect(readNamed("Sample Protective (HK) Limited").aliases).toEqual([]);
  });

  test("reads aliases to the end where their bracket is not closed", () => {
    expect(readNamed("Sample Ltd (also known as Other Ltd; and Third Ltd").aliases).toEqual(["Other Ltd", "Third Ltd"]);
  });

  test("that names one firm with an and or a comma in it stays one", () => {
    for (const name of [
      "Sample Cotton and Linen Co., Ltd.",
      "Invented New Energy, Co. Ltd",
      "Fancy Agriculture, Industry, and Trade Co., Ltd.",
    ])
      expect(partiesIn(name).map((party) => party.name)).toEqual([name]);
  });
});
