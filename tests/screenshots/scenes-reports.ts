/** The list of reports, a draft that is written, and one that is published. */
import type { Page } from "@playwright/test";
import { paths } from "../../app/lib/paths";
import { of, openAll, type Stage, type World } from "./scene";

const lastPart = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1)!;

/** Starts a report of the type and answers its id. */
async function start(page: Page, workspace: string, type: string): Promise<string> {
  await page.goto(paths.reports(workspace));
  await page
    .locator("form", { has: page.locator(`[name=type][value=${type}]`) })
    .locator("button")
    .click();
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

const reportOf =
  (name: string) =>
  (world: World): string =>
    paths.report(of(world, "list"), of(world, name));

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
      "Company register, an invented day",
    );
    await say(page, "policies", "A policy on fair recruitment, of an invented day.", "");
    const published = await start(page, workspace, "remediation");
    made.set("report-published", published);
    const button = (intent: string) => page.locator(`button[value=${intent}]`);
    await button("submit").click();
    await button("approve").waitFor();
    await page.locator("[name=knowsGaps]").check();
    await button("approve").click();
    await button("publish").click();
    await button("correct").waitFor({ state: "attached" });
  },
  scenes: [
    { name: "reports", address: (world) => paths.reports(of(world, "list")), narrow: true },
    { name: "report-draft", address: reportOf("report-draft"), narrow: true, open: openAll },
    { name: "report-published", address: reportOf("report-published"), narrow: true },
  ],
};
