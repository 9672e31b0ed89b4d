/** Pages of a past day say who did what to those who may read the trail, and have no such column for others. */
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test, vi } from "vitest";
import { catalogue as en } from "../i18n/en";
import { createTranslator } from "../i18n/translator";
import { ImportPast } from "./import-past";
import { ModelPast } from "./model-past";

vi.mock("@remix-run/react", () => ({
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
  Form: ({ children }: { children: ReactNode }) => <form>{children}</form>,
  useLocation: () => ({ pathname: "/w/x/page" }),
  useNavigation: () => ({ state: "idle" }),
  useRouteLoaderData: () => ({ role: "officer" }),
  useSearchParams: () => [new URLSearchParams("on=2026-03-01")],
}));

const shown = (element: ReactNode): string =>
  renderToStaticMarkup(<I18nextProvider i18n={createTranslator("en", en)}>{element}</I18nextProvider>);
const AT = new Date("2026-02-02T10:00:00Z");

test("an upload of a past day says who did each step, or has no column for it", () => {
  const page = (tellsWho: boolean) =>
    shown(
      <ImportPast
        workspace="x"
        view={{
          fileName: "list.csv",
          receivedAt: AT,
          state: "open",
          isShown: false,
          builtAt: null,
          steps: [
            { seq: 1, at: AT, name: "import.received", who: tellsWho ? "Ann" : null, isProgram: false, values: {} },
          ],
          tellsWho,
          numbers: null,
          columns: [],
          decimal: ".",
          original: null,
        }}
      />,
    );
  for (const said of ["Ann", en.imports.past.who]) expect(page(true)).toContain(said);
  for (const said of [en.imports.past.who, en.trail.nobody]) expect(page(false)).not.toContain(said);
});

test("changes of the model on a past day say who made them, or have no column for it", () => {
  const change = { what: "model" as const, at: AT, from: "2026.1", to: "2026.2" };
  const page = (tellsWho: boolean) =>
    shown(
      <ModelPast
        day="2026-03-01"
        today="2026-04-01"
        past={{
          list: null,
          models: [],
          derived: [],
          changes: [{ ...change, who: tellsWho ? "Ann" : null }],
          tellsWho,
          untold: 0,
          dataDays: {},
        }}
      />,
    );
  for (const said of ["Ann", "2026.2"]) expect(page(true)).toContain(said);
  expect(page(false)).toContain("2026.2");
  expect(page(false)).not.toContain(en.model.own.someone);
});
