import { expect, test } from "vitest";
import { changedQuery, keptQuery } from "./supplier-query";
import { readSupplierQuery } from "./supplier-query.server";

const read = (query: string) => readSupplierQuery(new URLSearchParams(query));

test("an address that asks for nothing shows the suppliers by priority", () => {
  expect(read("")).toMatchObject({
    q: "",
    level: null,
    band: null,
    country: null,
    sort: "priority",
    direction: null,
    after: null,
  });
});

test("parts of an address that make no sense are as if they were not there", () => {
  expect(read("level=green&band=clean&country=Norway&sort=rowid&direction=up")).toMatchObject({
    level: null,
    band: null,
    country: null,
    sort: "priority",
    direction: null,
  });
});

test("a changed filter starts at the first page and keeps the others", () => {
  const search = new URLSearchParams("band=high&after=zz&cols=level");
  expect(changedQuery(search, { country: "NO" })).toBe("band=high&cols=level&country=NO");
  expect(changedQuery(search, { band: null })).toBe("cols=level");
  expect(keptQuery(search, ["cols"])).toEqual([["band", "high"]]);
});

test("an empty choice of columns hides all that can be hidden, no choice hides the usual ones", () => {
  expect(read("cols=").hidden).toHaveLength(12);
  expect(read("").hidden).toEqual(["coverage", "rows", "number"]);
  expect(read("cols=&cols=score").hidden).not.toContain("score");
});
