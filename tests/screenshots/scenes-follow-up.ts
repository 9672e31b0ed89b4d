/** The follow-up of a supplier with a settled finding: an action, a group of workers to be repaid, a decision to hold. */
import type { Page } from "@playwright/test";
import { paths } from "../../app/lib/paths";
import { at, of, openAll, refuse, type Stage, type World } from "./scene";

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`main [name=${name}]`).first().fill(value);
}

/** Sends the page's form and answers the address of what it made. */
async function save(page: Page, made: RegExp): Promise<string> {
  await page.locator("main form button[data-kind=primary]").first().click();
  await page.waitForURL(made);
  return new URL(page.url()).pathname;
}

const addressOf =
  (name: string) =>
  (world: World): string =>
    of(world, name);
const ofMill =
  (address: (workspace: string, supplier: string) => string) =>
  (world: World): string =>
    address(of(world, "found"), of(world, "mill"));

/** Needs what the stage of findings made. */
export const FOLLOW_UP: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const [workspace, mill] = [made.get("found")!, made.get("mill")!];
    await page.goto(paths.newAction(workspace, mill, made.get("finding")!.split("/").at(-1)));
    await fill(page, {
      title: "Hand the papers back and stop keeping them",
      supplierOwner: "Head of personnel",
      startOn: "2026-02-10",
      dueOn: "2026-03-10",
      rootCause: "The dormitory asks for papers as a deposit; nobody at the mill looked into it.",
      indicator: "Workers who have their papers",
      baseline: "0 of 40",
      target: "40 of 40",
    });
    await page.locator("main input[name=practices]").first().check();
    made.set("action", await save(page, /\/actions\/[0-9a-z]{22}$/));
    await page.goto(paths.newRepayment(workspace, mill, made.get("action")!.split("/").at(-1)));
    await fill(page, {
      label: "Spinners hired in 2025",
      origin: "NP",
      destination: "BD",
      workers: "40",
      left: "6",
      currency: "USD",
      receipts: "9000",
      receiptsWorkers: "10",
      dueOn: "2026-05-10",
    });
    made.set("repayment", await save(page, /\/repayments\/[0-9a-z]{22}$/));
    await page.locator("main select[name=way]").first().selectOption("bank");
    await fill(page, { amount: "12000", proof: "bank list 7" });
    await page.locator("main button[value=enter]").first().click();
    await page.locator("main td").first().waitFor();
    await page.goto(paths.supplierDecision(workspace, mill));
    await page.locator("main select[name=decision]").selectOption("hold");
    await fill(page, {
      reason: "Papers are still in the safe.",
      harm: "40 workers lose orders; six of them their permits.",
      tried: "A letter in February, a visit in March.",
      notice: "60 days",
    });
    await page.locator("main form button[data-kind=primary]").click();
    await page.locator("#current").waitFor();
  },
  scenes: [
    { name: "follow-up", address: at(paths.followUp, "", "found"), narrow: true },
    { name: "follow-up-board", address: at(paths.followUp, "as=board", "found") },
    { name: "follow-up-calendar", address: at(paths.followUp, "as=calendar&month=2026-03", "found"), narrow: true },
    { name: "follow-up-repayments", address: at(paths.followUp, "tab=repayments", "found"), narrow: true },
    { name: "follow-up-decisions", address: at(paths.followUp, "tab=decisions", "found") },
    { name: "action", address: addressOf("action"), open: openAll, narrow: true },
    { name: "action-new", address: ofMill(paths.newAction), open: refuse("main form button[data-kind=primary]"), refused: true }, // prettier-ignore
    { name: "repayment", address: addressOf("repayment"), open: openAll, narrow: true },
    { name: "repayment-new", address: ofMill(paths.newRepayment), narrow: true },
    { name: "supplier-decision", address: ofMill(paths.supplierDecision), open: choose("exit"), narrow: true },
  ],
};

/** A decision is chosen: what it asks for stands below. */
function choose(decision: string) {
  return async (page: Page): Promise<void> => {
    await page.locator("main select[name=decision]").selectOption(decision);
  };
}

/** The same pages in other states: for the eye alone. */
export const FOLLOW_UP_STATES: Stage = {
  as: "owner",
  again: true,
  scenes: [
    { name: "follow-up-findings", address: at(paths.followUp, "tab=findings", "found") },
    { name: "follow-up-none", address: at(paths.followUp, "", "list") },
    { name: "action-new-first", address: ofMill(paths.newAction) },
    { name: "repayment-refused", address: ofMill(paths.newRepayment), open: refuse("main form button[data-kind=primary]"), refused: true }, // prettier-ignore
    { name: "decision-first", address: ofMill(paths.supplierDecision) },
    { name: "trail-decided", address: at(paths.trail, "what=followUp", "found") },
  ],
};
