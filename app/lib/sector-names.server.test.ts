import { expect, test } from "vitest";
import { DIVISIONS } from "../../risk-models/isic";
import { sectorName, sectorNames } from "./sector-names.server";

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
