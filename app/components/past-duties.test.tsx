/** The demand side, evidence and judgements of a past day offer nothing that changes anything, and their links keep the day. */
import type { ComponentProps, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test, vi } from "vitest";
import { catalogue as en } from "../i18n/en";
import { createTranslator } from "../i18n/translator";
import { DemandMeasures } from "./demand-measures";
import { ToldBuying } from "./demand-told";
import { DutyJudgement } from "./duty-judgement";
import { DutyPast } from "./duty-past";
import { DutyHeld } from "./duty-row";

const DAY = "2026-03-01";

vi.mock("@remix-run/react", () => ({
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
  Form: ({ method = "get", children }: { method?: string; children: ReactNode }) => (
    <form method={method}>{children}</form>
  ),
  useLocation: () => ({ pathname: "/w/x/page" }),
  useSearchParams: () => [new URLSearchParams(`on=${DAY}&from=2026-01-01`)],
}));

const shown = (element: ReactNode): string =>
  renderToStaticMarkup(<I18nextProvider i18n={createTranslator("en", en)}>{element}</I18nextProvider>);
const links = (html: string) => [...html.matchAll(/href="([^"]*)"/gu)].map(([, to]) => to!.replaceAll("&amp;", "&"));

/** A measure with a finding and an entry behind it. */
function measures(change: { readonly place: string | null; readonly canWrite: boolean; readonly untold: number }) {
  const records = [{ name: "Mill", to: "/w/x/findings/f" }, { name: "Orders", to: "#entry-1" }]; // prettier-ignore
  const measured = { numerator: 0, denominator: null, amounts: [], further: [], all: 2, records };
  const line = { id: "alerts", commitments: [], owner: "", place: change.place, measured };
  const page = { period: { from: "2026-01-01", to: DAY }, canWrite: change.canWrite, untold: change.untold, measures: [line] }; // prettier-ignore
  return shown(<DemandMeasures {...({ page } as unknown as ComponentProps<typeof DemandMeasures>)} />);
}

test("a measure of a past day leads to its records as of the same day, says what is left out, and asks for nothing", () => {
  const html = measures({ place: null, canWrite: false, untold: 2 });
  expect(links(html)).toEqual([`/w/x/findings/f?on=${DAY}`, "#entry-1"]);
  expect(html).toContain("2 records of the follow-up are left out");
  expect(html).not.toContain("<form");
  const today = measures({ place: "#add-orders", canWrite: true, untold: 0 });
  expect(links(today)).toContain("#add-orders");
  expect(today).toContain("<form");
  expect(today).not.toContain("left out");
});

test("what was told of own buying is taken back on today's page alone", () => {
  const contents = { on: DAY, what: "Signs", whom: "buyers", people: 3, outOf: null, hours: null };
  const line = { id: "1", who: "Ann", enteredAt: `${DAY}T08:00:00Z`, takenBack: null, told: { kind: "training", contractId: null, contents } }; // prettier-ignore
  const told = [line] as unknown as ComponentProps<typeof ToldBuying>["told"];
  expect(shown(<ToldBuying told={told} canWrite={false} />)).not.toContain("<form");
  expect(shown(<ToldBuying told={told} canWrite />)).toContain("<form");
});

test("a judgement of a past day stands without a form, and evidence leads to its lists as of that day", () => {
  const judged = { id: "j", judgement: "partly", reason: "Half.", who: "Ann", at: new Date(DAY), edition: DAY, knew: 1, replacedAt: null, takenBack: null, madeBefore: { evidence: true, edition: false } }; // prettier-ignore
  const tally = { count: 1, newest: DAY, oldest: DAY, medianAge: 0 };
  const evidence = { kinds: [{ kind: "action", because: [], tally }], all: tally, noRecord: null };
  const view = { judged, history: [judged], mayJudge: false, evidence, reports: null };
  const judgement = { view, saved: null, typed: null } as unknown as ComponentProps<typeof DutyJudgement>;
  const html = shown(<DutyJudgement {...judgement} />);
  expect(html).toContain("Half.");
  expect(html).toContain("Made before the newest evidence of that day.");
  expect(html).not.toContain("<form");
  const held = { view, workspace: "x", reportTitles: {} } as unknown as ComponentProps<typeof DutyHeld>;
  expect(links(shown(<DutyHeld {...held} />))).toEqual([`/w/x/follow-up?on=${DAY}`]);
});

test("above them stands which day it is, which edition the records name, and how many records are in no count", () => {
  const said = (untold: number) => shown(<DutyPast day={DAY} past={{ named: null }} edition="2026-02-01" untold={untold} />); // prettier-ignore
  expect(said(0)).toContain("No record by then names the edition");
  expect(said(0)).not.toContain("in no count");
  expect(said(1)).toContain("1 record that stood on that day is in no count");
  expect(links(said(1))).toEqual(["/w/x/page?from=2026-01-01"]);
});
