/** The list of reports, a draft that is written, and one that is published. */
import type { Page } from "@playwright/test";
import { onDay, paths } from "../../app/lib/paths";
import { of, openAll, type Stage, type World } from "./scene";
import { invite } from "./steps";

const lastPart = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1)!;

/** Starts a report of the type and answers its id. */
async function start(page: Page, workspace: string, type: string, product = ""): Promise<string> {
  await page.goto(paths.reports(workspace));
  const form = page.locator("form", { has: page.locator(`[name=type][value=${type}]`) });
  if (product !== "") await form.locator("[name=name]").fill(product);
  await form.locator("button").click();
  await page.waitForURL(/\/reports\/[0-9a-z]{22}$/);
  return lastPart(page);
}

async function say(page: Page, point: string, text: string, evidence: string): Promise<void> {
  const part = page.locator(`#point-${point}`);
  await part.evaluate((one) => one.setAttribute("open", ""));
  await part.locator("[name=text]").fill(text);
  await part.locator("[name=evidence]").fill(evidence);
  await part.locator("button[value=state]").click();
  await page.waitForURL(new RegExp(`#point-${point}$`));
}

const reportOf =
  (name: string) =>
  (world: World): string =>
    paths.report(of(world, "list"), of(world, name));

const DAY_BEFORE = "2020-01-01";

export const REPORTS: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const workspace = made.get("list")!;
    const id = await start(page, workspace, "statement");
    made.set("report-draft", id);
    await say(
      page,
      "about",
      "We sew work clothing in an invented town, with 120 people.",
      "Company register, invented, 3 March 2026",
    );
    await say(page, "policies", "A policy on fair recruitment, of an invented day.", "");
    const response = await start(page, workspace, "response", "Cotton shirt, an invented product");
    made.set("report-response", response);
    await page.locator("[name=fact-authority]").fill("An invented authority");
    await page.locator("[name=fact-requestedOn]").fill("2028-01-03");
    await page.locator("[name=fact-dueOn]").fill("2028-02-14");
    await page.locator("[name=fact-calendarOf]").fill("The invented authority, its notice of an invented day");
    await page.locator("[name=fact-restDays]").selectOption("sat-sun");
    await page.locator("button[value=settings]").click();
    await page.waitForURL(/saved=1/);
    made.set("report-register", await start(page, workspace, "register"));
    const published = await start(page, workspace, "remediation");
    made.set("report-published", published);
    const button = (intent: string) => page.locator(`button[value=${intent}]`);
    await button("submit").click();
    await button("approve").waitFor();
    await page.locator("[name=knowsGaps]").check();
    await button("approve").click();
    await page.locator("[name=knowsUnsigned]").check();
    await button("publish").click();
    await button("correct").waitFor({ state: "attached" });
    made.set("report-auditor", await invite(page, workspace, "ines@candour.example"));
  },
  scenes: [
    { name: "reports", address: (world) => paths.reports(of(world, "list")), narrow: true },
    { name: "reports-past", address: (world) => onDay(paths.reports(of(world, "list")), DAY_BEFORE) },
    { name: "report-past", address: (world) => `${reportOf("report-published")(world)}?before=${DAY_BEFORE}` },
    { name: "report-draft", address: reportOf("report-draft"), narrow: true, open: openAll },
    { name: "report-response", address: reportOf("report-response") },
    { name: "report-register", address: reportOf("report-register") },
    { name: "report-published", address: reportOf("report-published"), narrow: true },
  ],
};
