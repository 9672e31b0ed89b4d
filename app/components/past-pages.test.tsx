/** Pages of a past day offer nothing that changes anything, and say what is not as it was. */
import type { ComponentProps, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test, vi } from "vitest";
import { catalogue as en } from "../i18n/en";
import { catalogue as ru } from "../i18n/ru";
import { createTranslator } from "../i18n/translator";
import { DangerOnDay } from "./danger-day";
import { DecisionsOnDay } from "./decision-day";
import { DuplicatesPast } from "./duplicates-past";
import { GroupsPast } from "./groups-past";
import { ListsPast } from "./lists-past";

const DAY = "2026-03-01";

vi.mock("@remix-run/react", () => ({
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
  Form: ({ method = "get", children }: { method?: string; children: ReactNode }) => (
    <form method={method}>{children}</form>
  ),
  useLocation: () => ({ pathname: "/w/x/page" }),
  useNavigation: () => ({ state: "idle" }),
  useRouteLoaderData: () => ({ role: "owner" }),
  useSearchParams: () => [new URLSearchParams(`on=${DAY}`)],
}));

const shown = (element: ReactNode): string =>
  renderToStaticMarkup(<I18nextProvider i18n={createTranslator("en", en)}>{element}</I18nextProvider>);
const links = (html: string) => [...html.matchAll(/href="([^"]*)"/gu)].map(([, to]) => to!.replaceAll("&amp;", "&"));

const here = { workspace: "x", today: "2026-04-01" };
const ofSupplier = { day: DAY, today: here.today, name: "Mill", whyNot: null };
const side = (id: string, rows: number | null) => ({
  id,
  rows,
  facts: { name: `Mill ${id}`, aliases: [], country: "GB", city: "York", address: null, ids: {}, parent: null, sector: null }, // prettier-ignore
});

function duplicates(change: object, is: "kept" | "gone" = "kept") {
  const pair = {
    id: "pair",
    state: "different",
    left: side("a", 1),
    right: side("b", null),
    facts: "later",
    score: null,
    answer: null,
    last: { decision: "different", who: "Ann", decidedAt: new Date("2026-02-01"), reason: "Two towns", stays: "left" },
    takenBack: { at: new Date("2026-03-20"), who: "Bo" },
    ...change,
  };
  const list = { day: DAY, is, fileName: "list.csv", publishedAt: null };
  const past = { list, pairs: [pair], counts: { different: 1 }, untold: 2, next: null };
  const props = { ...here, tab: "different", past, countryNames: {} } as unknown as ComponentProps<
    typeof DuplicatesPast
  >;
  return shown(<DuplicatesPast {...props} />);
}

test("suppliers entered twice say who decided and that it was taken back later, and offer no decision", () => {
  const html = duplicates({});
  expect(html).not.toContain('method="post"');
  for (const said of ["Two towns", "Ann", "Bo", en.duplicates.past.later, en.duplicates.past.likeness, "2 more stood"])
    expect(html).toContain(said);
  expect(links(html)).toContain(`/w/x/suppliers/a?on=${DAY}`);
  expect(links(html)).not.toContain(`/w/x/suppliers/b?on=${DAY}`);
  expect(duplicates({ facts: "same-firms", takenBack: null })).not.toContain(en.duplicates.past.later);
});

test("where the list of that day is gone, how many rows each had is not said, and both lead to the supplier of that day", () => {
  const html = duplicates({}, "gone");
  expect(html).toContain(en.duplicates.past.laterGone);
  expect(html).not.toContain(en.duplicates.rows);
  for (const id of ["a", "b"]) expect(links(html)).toContain(`/w/x/suppliers/${id}?on=${DAY}`);
});

test("lists of a past day say that it is not kept whether the list shown then was compared, and nothing where it was", () => {
  const page = (isOfShownList: true | null) => {
    const screened = { finishedAt: new Date("2026-02-01"), suppliers: 3, lists: [], isOfShownList };
    return shown(<ListsPast day={DAY} today={here.today} past={{ lists: [], history: [], screened }} />);
  };
  expect(page(null)).toContain(en.pastPages.lists.ofWhichList);
  expect(page(true)).not.toContain(en.pastPages.lists.ofWhichList);
  expect(page(null)).not.toContain(en.trail.on.erased);
});

test("groups of a past day lead to the same day, and say where none are kept", () => {
  const list = { day: DAY, is: "kept", fileName: "list.csv", publishedAt: null } as const;
  const groups = { total: 1, groups: [{ groupKey: "vale", groupName: "Vale Holding", suppliers: 2 }] };
  const page = (past: Partial<ComponentProps<typeof GroupsPast>["past"]>) =>
    shown(<GroupsPast {...here} past={{ list, groups: null, group: null, isOne: false, ...past }} />);
  expect(links(page({ groups }))).toContain(`/w/x/groups?key=vale&on=${DAY}`);
  expect(page({ groups: { total: 0, groups: [] } })).toContain(en.groups.past.none);
  expect(page({})).toContain(en.groups.past.unknown);
  expect(page({ isOne: true })).toContain(en.groups.past.noGroup);
  expect(page({ isOne: true, group: "unknown" })).toContain(en.groups.past.unknown);
});

test("whether a supplier could be written to, and what was decided about it, is told with nothing to press", () => {
  const contacts = [{ kind: "hotline" as const, entries: [{ id: "c", name: "Line", contact: "123", source: "A page", checkedOn: DAY }] }]; // prettier-ignore
  const hold = { since: new Date("2026-02-02"), asked: "untold" as const, endedAt: new Date("2026-03-05") }; // prettier-ignore
  const danger = (of: object) =>
    shown(<DangerOnDay workspace="x" id="m" past={{ ...ofSupplier, country: "BD", hold, contacts, ...of }} />);
  expect(danger({})).not.toContain('method="post"');
  const asked = (isLast: boolean) => danger({ hold: { ...hold, asked: { who: "Bo", reason: "Moved", isLast } } });
  for (const isLast of [true, false]) expect(asked(isLast)).toContain("Moved");
  expect(asked(true)).not.toContain(en.danger.past.again);
  expect(asked(false)).toContain(en.danger.past.again);
  // Who placed it would tell why.
  expect(danger({ hold: { ...hold, placedBy: "Ann" } })).not.toContain("Ann");
  for (const said of ["Line", en.danger.past.erased, "Allowed again later"]) expect(danger({})).toContain(said);
  const free = danger({ hold: null });
  expect(free).toContain(en.danger.past.none);
  // A hold may have stood and ended within the day, and whether anybody wrote is not known.
  for (const past of [en, ru].map(({ danger }) => danger.past)) {
    expect(past.none).toMatch(/at the end of that day|^В конце того дня/u);
    expect(past.title).toMatch(/could be written to|^Можно ли было писать/u);
  }
  expect(danger({ whyNot: "list-gone" })).not.toContain("Line");
  const decisions = shown(<DecisionsOnDay workspace="x" id="m" past={{ ...ofSupplier, decisions: [], untold: 1 }} />);
  expect(decisions).not.toContain('method="post"');
  expect(decisions).toContain("1 more stood on that day");
});
