import { describe, expect, test } from "vitest";
import { reference } from "../lib/reference.server";

const resolver = reference().resolver();
const countryOf = (address: string) => resolver.countryInAddress(address)?.iso2 ?? null;

describe("a country in an address", () => {
  test.each([
    ["Slependveien 4, 1396 Billingstad, Norway", "NO"], ["Российская Федерация, 420103, Казань, ул. Ленина 1", "RU"], ["12 Harbour Road, Wan Chai, Hong Kong, China", "HK"],
    ["香港九龙观塘", "HK"], ["Macao, China", "MO"], ["Taipei, Taiwan, R.O.C.", "TW"], ["台灣新北市", "TW"], ["中国江苏省苏州市工业园区", "CN"], ["No. 5 Xinhua Rd, Urumqi, Xinjiang, China", "CN"],
    ["Dhaka 1212 Bangladesh", "BD"], ["Rua A 5, São Paulo, SP, 01000-000, Brasil", "BR"], ["Kyiv, Ukraine, 01001", "UA"], ["China Road 5, Paris, France", "FR"], ["Lima, Perú 15001", "PE"],
  ] as const)("%s is in %s", (address, iso2) => expect(countryOf(address)).toBe(iso2)); // prettier-ignore

  test.each([
    ["only a street is named after a country", "100 Jordan Street, London"],
    ["a state of the same name could be meant", "Atlanta, Georgia"],
    ["the start and the end name different countries", "Germany, Berlin, France"],
    ["a longer name only contains one", "123 Main St, Albuquerque, New Mexico"],
    ["a street opens with it", "Av. Perú 123, Lima"],
    ["none is named", "No. 12, Industrial Area, Ring Road"],
  ])("is not read when %s", (_, address) => expect(countryOf(address)).toBeNull());

  test("is marked as read from an address", () =>
    expect(resolver.countryInAddress("1396 Billingstad, Norway")?.how).toBe("address"));
});

describe("Xinjiang", () => {
  test.each(["Xinjiang", "新疆", "Urumqi", "Ürümqi", "Wulumuqi", "Kashgar Prefecture", "喀什", "Hotan", "Aksu, Xinjiang Uygur Autonomous Region", "Korla", "Shihezi", "XUAR",
    "Синьцзян-Уйгурский автономный район", "Урумчи", "乌鲁木齐市天山区", "No. 3 Factory Rd, Yining"])("%s is in the region", (text) => expect(resolver.region(text, "CN")).toBe("CN-XJ")); // prettier-ignore

  test.each([
    "Urumqi Middle Road, Shanghai",
    "上海市乌鲁木齐中路1号",
    "Guangdong",
    "Xinjiang County, Yuncheng, Shanxi",
    "",
  ])("%j is not", (text) => expect(resolver.region(text, "CN")).toBeNull());

  test("is a region of China alone", () => expect(resolver.region("Xinjiang", "US")).toBeNull());
});
