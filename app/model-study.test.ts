import { expect, test } from "vitest";
import { DIVISIONS } from "../risk-models/isic";
import { reference } from "./lib/reference.server";
import { studyData } from "./model-study";

const data = studyData(reference());

test("every entry of the lists is used or left out for a reason", () => {
  const left = Object.values(data.leftOut).reduce((sum, count) => sum + count, 0);
  expect(left + data.listed.length).toBe(reference().table("screening-lists").length);
  expect(data.customs.length).toBe(data.leftOut["Customs order: reported apart"]);
});

test("known companies with a sector are of one country, and their divisions are those of ISIC", () => {
  expect([...new Set(data.listed.map(({ country }) => country))]).toEqual(["BR"]);
  expect(data.listed.filter(({ division }) => !DIVISIONS.includes(division))).toEqual([]);
  expect([...new Set(data.listed.map(({ authority }) => authority))]).toEqual([
    "Brazil Ministry of Labour and Employment",
  ]);
});

test("ordinary companies are the classes of ISIC and the lowest codes of CPV", () => {
  expect(data.ordinary["classification"]).toHaveLength(419);
  expect(data.ordinary["purchases"]!.length).toBeGreaterThan(8000);
});

test("no name of a listed company goes into the study", () => {
  const text = JSON.stringify({ ...data, reference: null });
  const found = reference()
    .table("screening-lists")
    .filter(({ name }) => text.includes(name));
  expect(found).toEqual([]);
});
