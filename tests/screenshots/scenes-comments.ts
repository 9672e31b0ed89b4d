/** What an auditor writes beside the sections of a published report, and how it looks to whoever answers. */
import type { Page } from "@playwright/test";
import { paths } from "../../app/lib/paths";
import { of, type Stage, type World } from "./scene";

const published = (world: World): string => paths.report(of(world, "list"), of(world, "report-published"));

/** Writes into a form that is folded beside a section and sends it; the page then shows what was written. */
async function tell(page: Page, folded: string, intent: string, text: string): Promise<void> {
  const form = page.locator(folded).first();
  await form.evaluate((one) => one.setAttribute("open", ""));
  await form.locator("textarea").fill(text);
  await form.locator(`button[value=${intent}]`).click();
  await page.locator("li p").getByText(text).waitFor();
}

const COMMENT = "details:has(button[value=comment])";
const ANSWER = "details:has(button[value=answer])";
const beside = (section: string): string => `${COMMENT}:has(input[name=section][value="${section}"])`;

/** Needs the stage of reports. */
export const COMMENTING: Stage = {
  as: "auditor",
  again: true,
  async arrange(page, world) {
    await page.goto(of(world, "report-auditor"));
    await page.locator("input[name=name]").fill("Ines Auditor");
    await page.locator("input[name=password]").fill("quiet river under seven bridges");
    await page.locator("main form button").first().click();
    await page.waitForURL(/\/w\/[^/]+$/);
    await page.goto(published(world));
    const sections = page.locator(`${COMMENT} input[name=section]`);
    const [first = "", second = ""] = await sections.evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? "")); // prettier-ignore
    await tell(page, beside(first), "comment", "The figure of this section differs from the ledger that I was shown.");
    await tell(page, beside(second), "comment", "Which of the two months does this sentence mean?");
  },
  scenes: [
    {
      name: "report-commenting",
      address: published,
      open: (page) => page.locator(`${COMMENT} > summary`).first().click(),
    },
  ],
};

export const ANSWERING: Stage = {
  as: "owner",
  again: true,
  async arrange(page, world) {
    await page.goto(published(world));
    await tell(page, ANSWER, "answer", "The ledger was corrected in May; the file says so now.");
  },
  scenes: [
    {
      name: "report-commented",
      address: published,
      narrow: true,
      open: (page) => page.locator(`${ANSWER} > summary`).first().click(),
    },
  ],
};
