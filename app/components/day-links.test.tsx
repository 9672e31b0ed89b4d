/** What a page of a past day leads to: the same day, and only pages that the reader may open. */
import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test, vi } from "vitest";
import { ROLES, type Role } from "../../db/schema/codes";
import { catalogue as en } from "../i18n/en";
import { createTranslator } from "../i18n/translator";
import type { CheckPage } from "../lib/check-page.server";
import { can } from "../lib/permissions";
import { FileCheck } from "./check-file";
import { DayPages } from "./day-pages";

const DAY = "2026-03-01";

/** What the router tells the elements. */
const place = vi.hoisted(() => ({ role: "owner", search: "" }));
vi.mock("@remix-run/react", () => ({
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
  useRouteLoaderData: () => ({ role: place.role }),
  useSearchParams: () => [new URLSearchParams(place.search)],
}));

/** An element on a page of a workspace, as this role is shown it. */
function shown(element: ReactElement, { role = "owner", search = "" }: { role?: Role; search?: string }): string {
  Object.assign(place, { role, search });
  return renderToStaticMarkup(<I18nextProvider i18n={createTranslator("en", en)}>{element}</I18nextProvider>);
}
const linksIn = (html: string) => [...html.matchAll(/href="([^"]*)"/gu)].map(([, to]) => to!);

test("what was known on a day leads to every page of that day that the reader may open", () => {
  const to = (role: Role) => linksIn(shown(<DayPages workspace="x" day={DAY} />, { role }));
  const pages = [
    "",
    "/suppliers",
    "/understand",
    "/recruitment",
    "/plan",
    "/matches",
    "/duplicates",
    "/groups",
    "/follow-up",
    "/tenders",
    "/reports",
    "/members",
  ];
  expect(to("owner")).toEqual(pages.map((page) => `/w/x${page}?on=${DAY}`));
  for (const role of ROLES) {
    const seen = to(role).join(" ");
    expect([role, seen.includes("/matches"), seen.includes("/members"), seen.includes("/plan")]).toEqual([
      role,
      can(role, "match:read"),
      can(role, "audit:read"),
      can(role, "plan:read"),
    ]);
  }
  expect(linksIn(shown(<DayPages workspace="x" day={null} />, {}))).toEqual(pages.map((page) => `/w/x${page}`));
});

const aPage = (state: CheckPage["check"]["state"], on: string | null) =>
  ({
    check: { id: "check", lotId: "lot", state, filedAt: null, fileNo: null, filedBy: null },
    workspace: "x",
    completion: { toDo: [] },
    canWrite: false,
    canContract: false,
    isOpen: state === "open" && on === null,
    names: {},
    others: [],
    reports: [],
    on,
  }) as unknown as CheckPage;

test("a check of a past day leads to its lot of that day, and names its papers by where it stood then", () => {
  const then = (state: CheckPage["check"]["state"]) =>
    shown(<FileCheck page={aPage(state, DAY)} />, { search: `?on=${DAY}` });
  const { draft, memo, today } = en.checks.file;
  expect(linksIn(then("filed"))).toContain(`/w/x/lots/lot?on=${DAY}`);
  for (const [state, name, not] of [
    ["open", draft, memo],
    ["filed", memo, draft],
    ["corrected", memo, draft],
  ] as const) {
    expect(then(state)).toContain(`>${name}<`);
    expect(then(state)).not.toContain(`>${not}<`);
    expect(then(state)).toContain(today);
  }
  expect(shown(<FileCheck page={aPage("filed", null)} />, {})).not.toContain(today);
});
