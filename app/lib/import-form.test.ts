import { expect, test } from "vitest";
import { defaultSettings } from "../services/imports/settings";
import { readMappingForm, readsAnew } from "./import-form.server";

const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};

test("the chosen meanings become the mapping, columns without one are left out", () => {
  const { settings, twice } = readMappingForm(
    form({ header: "auto", "column.0": "name", "column.1": "", "column.7": "country" }),
    defaultSettings(),
  );
  expect(settings.mapping).toEqual({ name: 0, country: 7 });
  expect(twice).toEqual([]);
});

test("a field chosen for two columns is told", () => {
  expect(readMappingForm(form({ "column.0": "name", "column.3": "name" }), defaultSettings()).twice).toEqual(["name"]);
});

test("meanings nobody offers are left out", () => {
  expect(
    readMappingForm(form({ "column.0": "name", "column.1": "__proto__" }), defaultSettings()).settings.mapping,
  ).toEqual({ name: 0 });
});

test("what the form does not hold stays as it was, an emptied field is taken back", () => {
  const before = { ...defaultSettings(), sheet: "Suppliers", country: "NO" };
  const { settings } = readMappingForm(form({ country: "" }), before);
  expect(settings).toMatchObject({ sheet: "Suppliers", country: null });
});

test("another header row asks for another reading, another country does not", () => {
  const before = defaultSettings();
  expect(readsAnew(before, readMappingForm(form({ header: "3" }), before).settings)).toBe(true);
  expect(readsAnew(before, readMappingForm(form({ header: "auto", country: "NO" }), before).settings)).toBe(false);
});
