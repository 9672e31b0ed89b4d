import { expect, test } from "vitest";
import { changedQuery, keptQuery, NARROWING, viewQuery, withoutValue } from "./supplier-query";
import { askedOf, readSupplierQuery } from "./supplier-query.server";

const read = (query: string) => readSupplierQuery(new URLSearchParams(query));

test("an address that asks for nothing shows the suppliers by priority", () => {
  expect(read("")).toMatchObject({
    q: "",
    level: [],
    band: [],
    country: [],
    sector: [],
    role: [],
    only: [],
    sort: "priority",
    direction: null,
    after: null,
  });
});

test("parts of an address that make no sense are as if they were not there", () => {
  expect(read("level=green&band=clean&country=Norway&sort=rowid&direction=up")).toMatchObject({
    level: [],
    band: [],
    country: [],
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
  expect(read("cols=").hidden).toHaveLength(13);
  expect(read("").hidden).toEqual(["coverage", "rows", "number", "role"]);
  expect(read("cols=&cols=score").hidden).not.toContain("score");
});

test("a filter takes several values, each once, and leaves out those that make no sense", () => {
  expect(read("band=high&band=none&band=high&band=green&country=NO&country=unknown&sector=14&sector=x")).toMatchObject({
    band: ["high", "none"],
    country: ["NO", "unknown"],
    sector: ["14"],
  });
  const asked = askedOf(read("band=none&country=unknown&country=NO&sector=unknown&direction=asc"));
  expect(asked).toMatchObject({ direction: "asc", filters: { band: ["none"], country: ["", "NO"], division: [""] } });
});

test("suppliers asked for one by one are named in one part of the address or in several", () => {
  const [one, other] = ["0000100abcde", "0000200abcde"];
  expect(read(`only=${one},${other}&only=${one}&only=nobody`).only).toEqual([one, other]);
});

test("who all shown are to stand like is one supplier's id, or nobody", () => {
  expect(read("alike=0000100abcde").alike).toBe("0000100abcde");
  expect(read("alike=mill").alike).toBeNull();
  expect(read("").alike).toBeNull();
  expect(keptQuery(new URLSearchParams("alike=0000100abcde&q=mill&cols=score"), NARROWING)).toEqual([
    ["cols", "score"],
  ]);
});

test("one value of a filter is taken away and the others stay, at the first page", () => {
  const search = new URLSearchParams("band=high&band=low&country=NO&after=z");
  expect(withoutValue(search, "band", "high")).toBe("band=low&country=NO");
});

test("a view keeps what is looked for, in which order and columns, and no place in the list", () => {
  const search = new URLSearchParams("band=high&sort=name&cols=&cols=score&after=zz&view=v1");
  expect(viewQuery(search)).toBe("band=high&sort=name&cols=score");
});
