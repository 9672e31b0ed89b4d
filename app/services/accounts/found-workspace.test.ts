import fc from "fast-check";
import { expect, test } from "vitest";
import { slugOf } from "./found-workspace.server";

test.each([
  ["Example Mills Ltd.", "example-mills-ltd"],
  ["ООО «Щит и Ёж»", "ooo-shchit-i-ezh"],
  ["Müller & Söhne", "muller-sohne"],
  ["华为", "workspace"],
  ["", "workspace"],
])("the address for “%s” is %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("an address holds only what needs no escaping and is never empty", () => {
  fc.assert(fc.property(fc.string(), (name) => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u.test(slugOf(name))));
});
