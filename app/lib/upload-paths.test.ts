import { expect, test } from "vitest";
import { paths } from "./paths";
import { takesFile } from "./upload-paths";

test("a supplier list and the file of a list may be larger than a form, with and without script", () => {
  for (const path of [paths.newImport("ours"), paths.lists("ours")]) {
    expect(takesFile(path)).toBe(true);
    expect(takesFile(`${path}.data`)).toBe(true);
  }
  expect(takesFile(paths.matches("ours"))).toBe(false);
  expect(takesFile(`${paths.lists("ours")}/more`)).toBe(false);
});
