import { expect, test } from "vitest";
import { paths } from "./paths";
import { pageKind } from "./skeleton-of";

test("every page of a workspace has an outline, and nothing else has", () => {
  const w = "mill & co";
  const kinds = [
    paths.workspace(w),
    paths.plan(w),
    paths.suppliers(w),
    paths.supplier(w, "s1"),
    paths.understand(w),
    paths.newImport(w),
    paths.import(w, "i1"),
    paths.help(w),
  ].map(pageKind);
  expect(kinds).toEqual(["home", "plan", "suppliers", "supplier", "understand", "upload", "import", "help"]);
  expect([paths.workspaces(), paths.home(), paths.planRecord(w, "p").split("?")[0]!].map(pageKind)).toEqual([
    null,
    null,
    null,
  ]);
});
