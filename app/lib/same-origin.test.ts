import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

const post = { method: "POST", host: "candour.example", origin: undefined, secFetchSite: undefined };

test("reading is never refused", () => {
  for (const method of ["GET", "HEAD", "get"]) {
    expect(isSameOrigin({ ...post, method, origin: "https://evil.example", secFetchSite: "cross-site" })).toBe(true);
  }
});

test("a change from a page of this server is accepted", () => {
  expect(isSameOrigin({ ...post, secFetchSite: "same-origin" })).toBe(true);
  expect(isSameOrigin({ ...post, origin: "https://candour.example" })).toBe(true);
  expect(isSameOrigin({ ...post, host: "localhost:4100", origin: "http://localhost:4100" })).toBe(true);
});

test.each(["cross-site", "same-site", "none", ""])(
  "a change the browser calls %s is refused, whatever Origin says",
  (site) => {
    expect(isSameOrigin({ ...post, origin: "https://candour.example", secFetchSite: site })).toBe(false);
  },
);

test.each([
  "https://evil.example",
  "https://candour.example.evil.example",
  "https://candour.example:444",
  "null",
  "",
  "::",
])("a change with the foreign origin %s is refused", (origin) => {
  expect(isSameOrigin({ ...post, origin })).toBe(false);
});

test("a change that does not say where it comes from is refused", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(isSameOrigin({ ...post, method })).toBe(false);
});
