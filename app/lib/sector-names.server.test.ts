import { expect, test } from "vitest";
import { DIVISIONS } from "../../risk-models/isic";
import { sectorLabel, sectorName, sectorNames } from "./sector-names.server";

test("every division in use has a name in both languages, and says when it is left in English", () => {
  for (const division of DIVISIONS) {
    expect([division, sectorName(division, "en")?.lang]).toEqual([division, "en"]);
    const russian = sectorName(division, "ru")!;
    expect([division, /\p{Script=Cyrillic}/u.test(russian.name)]).toEqual([division, russian.lang === "ru"]);
  }
  expect(DIVISIONS.filter((division) => sectorName(division, "ru")?.lang === "en")).toEqual([]);
});

test("sections are written as a sentence, not in capitals, and what is no division has no name", () => {
  expect(sectorName("A", "ru")?.name).toBe("Сельское хозяйство, лесное хозяйство и рыболовство");
  expect(sectorName("10", "en")?.name).toBe("Manufacture of food products");
  expect(sectorName("1410", "en")).toBeNull();
  expect(sectorNames("en").size).toBe(sectorNames("ru").size);
});

test("a class without a translation has its division's name in the reader's language and its own in English", () => {
  expect(sectorLabel("8121", "en")).toEqual({
    code: "8121",
    name: "General cleaning of buildings",
    lang: "en",
    finer: null,
  });
  expect(sectorLabel("8121", "ru")).toEqual({
    code: "8121",
    name: sectorName("81", "ru")?.name,
    lang: "ru",
    finer: "General cleaning of buildings",
  });
  expect(sectorLabel("81", "ru")).toMatchObject({ lang: "ru", finer: null });
  expect(sectorLabel("0012", "ru")).toBeNull();
});
