import { expect, test } from "vitest";
import { cpv } from "../services/categories/cpv.server";
import { findCpv } from "../services/categories/find-cpv.server";
import { searchCpv } from "./cpv-search";

const find = (asked: string, limit = 10) => searchCpv(cpv(), asked, limit).rows.map(({ code }) => code);

test.each([
  ["shirts", "18332000-5"],
  ["cleaning services", "90910000-9"],
  ["услуги по уборке офисов", "90919200-4"],
  ["surgical gloves", "33141420-0"],
  ["рубашки", "18332000-5"],
  ["solar panels", "09331000-8"],
  ["security guards", "79713000-5"],
  ["охрана", "79713000-5"],
])("“%s” finds %s among the first ten", (asked, code) => {
  expect(find(asked)).toContain(code);
});

test.each([
  ["18332000-5", "18332000-5"],
  ["CPV 18332000", "18332000-5"],
  ["18332", "18332000-5"],
])("the number “%s” finds %s first", (asked, code) => {
  expect(find(asked)[0]).toBe(code);
});

test("the beginning of a number finds what is under it, and a wrong check digit finds nothing", () => {
  expect(find("1833")).toContain("18331000-8");
  expect(find("18332000-1")).toEqual([]);
});

test("nothing is found for no words, and never more than asked for", () => {
  expect(find("  ")).toEqual([]);
  expect(find("of the")).toEqual([]);
  expect(find("services", 7)).toHaveLength(7);
});

test("where no label has every word, those with most of them are found", () => {
  expect(find("laundry qwertyuiop")).toContain("98311000-6");
  expect(searchCpv(cpv(), "laundry qwertyuiop", 3).whole).toBe(false);
});

test("words no label has, and words only some labels have in part, lead to codes of the trade they name", () => {
  expect(findCpv("laptops").alike.map(({ code }) => code)).toContain("30230000-0");
  expect(findCpv("уборка помещений").alike.map(({ code }) => code)).toContain("90911000-6");
  expect(findCpv("coffee").alike).toEqual([]);
});
