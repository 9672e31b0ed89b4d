/** The list of reports, a draft that is written, and one that is published and commented on. */
import type { Page } from "@playwright/test";
import { onDay, paths } from "../../app/lib/paths";
import { of, openAll, type Stage, type World } from "./scene";

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
  await part.locator("button").click();
  await page.waitForURL(new RegExp(`#point-${point}$`));
}

/** An auditor joins and comments on two sections of a report; the owner answers one of them. */
async function comment(page: Page, workspace: string, report: string): Promise<void> {
  await page.goto(paths.members(workspace));
  const form = page.locator("section:has(#invite)");
  await form.locator("input[name=email]").fill("reads-reports@candour.example");
  await form.locator("select[name=role]").selectOption("auditor");
  await form.locator("button").click();
  const link = await page.locator("main output input").inputValue();
  const context = await page.context().browser()!.newContext();
  const auditor = await context.newPage();
  await auditor.goto(new URL(new URL(link).pathname, page.url()).href);
  await auditor.locator("input[name=name]").fill("Arne Auditor");
  await auditor.locator("input[name=password]").fill("quiet river under seven bridges");
  await auditor.locator("main form button").last().click();
  await auditor.waitForURL(/\/w\/[^/]+$/);
  await auditor.goto(new URL(paths.report(workspace, report), page.url()).href);
  for (const [at, text] of ["Who counted the open ones?", "Which day is meant?"].entries()) {
    const part = auditor.locator("[id^=comments-]").nth(at);
    await part.locator("details").evaluate((one) => one.setAttribute("open", ""));
    await part.locator("[name=text]").fill(text);
    await part.locator("button[value=comment]").click();
    await part.getByText(text).waitFor();
  }
  await context.close();
  await page.goto(paths.report(workspace, report));
  const answer = page.locator("details", { has: page.locator("button[value=answer]") }).first();
  await answer.evaluate((one) => one.setAttribute("open", ""));
  await answer.locator("[name=text]").fill("The register of the last day of the period.");
  await answer.locator("button").click();
  await page.getByText("The register of the last day of the period.").waitFor();
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
    await button("publish").click();
    await button("correct").waitFor({ state: "attached" });
    await comment(page, workspace, published);
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
