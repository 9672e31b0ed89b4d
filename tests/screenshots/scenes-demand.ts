/** The demand side with a few numbers told, and the report of it. */
import type { Page } from "@playwright/test";
import { onDay, paths } from "../../app/lib/paths";
import { of, openAll, type Stage } from "./scene";

/** Fills one of the forms that tell something, and sends it. */
async function tell(page: Page, form: string, values: Readonly<Record<string, string>>): Promise<void> {
  const part = page.locator(`#add-${form}`);
  await part.evaluate((one) => one.setAttribute("open", ""));
  for (const [name, value] of Object.entries(values)) {
    const field = part.locator(`[name=${name}]`);
    if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  await part.locator("button[name=intent]").click();
  await page.waitForURL(/#entry-/);
}

export const DEMAND: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const workspace = made.get("list")!;
    await page.goto(paths.demand(workspace));
    const today = new Date().toISOString().slice(0, 10);
    await tell(page, "training", { what: "Signs of forced labour, an invented course", whom: "buyers", on: today, people: "6", outOf: "20", hours: "3" }); // prettier-ignore
    const ledger = "Due;Paid\n2026-02-01;2026-01-31\n2026-02-02;2026-02-12\n2026-02-09;\n2026-03-02;2026-03-02";
    await tell(page, "payments", { source: "Ledger of an invented quarter", order: "ymd", ledger });
    await tell(page, "orders", { about: "Alder Mill, invented", from: "2026-01-01", to: "2026-03-31", orders: "40", minimumDays: "30", kept: "31", source: "Orders of an invented quarter" }); // prettier-ignore
    await page.goto(paths.reports(workspace));
    await page
      .locator("form", { has: page.locator("[name=type][value=demand]") })
      .locator("button")
      .click();
    await page.waitForURL(/\/reports\/[0-9a-z]{22}$/);
    made.set("report-demand", new URL(page.url()).pathname.split("/").at(-1)!);
  },
  scenes: [
    { name: "demand", address: (world) => paths.demand(of(world, "list")) },
    { name: "demand-past", address: (world) => onDay(paths.demand(of(world, "list")), "2020-01-01") },
    { name: "demand-open", address: (world) => paths.demand(of(world, "list")), narrow: true, open: openAll },
    { name: "report-demand", address: (world) => paths.report(of(world, "list"), of(world, "report-demand")) }, // prettier-ignore
  ],
};
