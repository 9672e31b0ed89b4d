import { describe, expect, test } from "vitest";
import { reference } from "../lib/reference.server";

const resolver = reference().resolver();
const tradeOf = (name: string) => resolver.sectorOfName(name)?.isic ?? null;

describe("a firm's name", () => {
  test.each([
    ["Fenwold Roofing Ltd", "43"], ["ALDMOOR SKIP HIRE SERVICES", "3811"], ["Tarn Housing Association Limited", "6810"], ["Greycote Auction House", "4774"],
    ["Holm Cleaning & Maintenance", "81"], ["Selwick Truck and Plant Hire", "77"], ["Larkmere Computers (North) Limited", "2620"], ["Brack Catering UK Ltd", "562"],
    ["ООО «Клининг Сервис»", "81"], ["ООО Мебель", "3100"], ["Nordwall Gebäudereinigung GmbH", "8121"],
  ] as const)("%s tells its trade", (name, isic) => expect(tradeOf(name)).toBe(isic)); // prettier-ignore

  test.each([
    // Surnames and places that are things too.
    "Ashby, Marlow and Woods Ltd", "T. Woods & Sons", "Emma Ball Ltd", "Peter Brick", "Woods", "Porter Ltd", "Gardener and Marsh",
    // The word is beside the trade, or every trade carries it.
    "Platinum Print Ltd", "Wenlow Gas Trading Ltd", "The Spectator Agency", "Legend Wardrobe", "Institute of Valuation",
    // What stands in brackets is another firm.
    "Orrin (Truck Repair Company Ltd)", "", "()", "__proto__",
  ])("%j says nothing", (name) => expect(tradeOf(name)).toBeNull()); // prettier-ignore

  test("as a purpose the same words do say something", () => {
    expect(resolver.sector({ product: "woods" })?.isic).toBe("16");
    expect(resolver.sector({ product: "porter" })?.isic).toBe("81");
  });
});
