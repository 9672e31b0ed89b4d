/** Corridors, fee rules and costs: the published tables, the workspace's own rows, and their forms. */
import { paths } from "../../app/lib/paths";
import { at, type Stage } from "./scene";

export const CORRIDORS: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    await page.goto(paths.corridors(made.get("list")!, "from=NP&to=MY"));
    const fill = async (values: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
    };
    await page.locator("[name='cost.kind']").selectOption("total");
    await fill({
      "cost.amount": "1500",
      "currency.cost.amount": "USD",
      "cost.year": "2025",
      "cost.source": "An invented study for these pictures",
    });
    const row = page.locator("tr[id^=row-]");
    await page.locator("button[value=add-cost]").click();
    await row.waitFor();
    await page
      .locator("details", { has: page.locator("button[value=add-rule]") })
      .locator("summary")
      .click();
    await page.locator("[name='rule.side']").selectOption("origin");
    await page.locator("[name='rule.rule']").selectOption("capped");
    await fill({
      "rule.covers": "service charge",
      "rule.value": "1",
      "rule.unit": "months of basic pay",
      "rule.year": "2025",
      "rule.source": "An invented order for these pictures",
    });
    await page.locator("button[value=add-rule]").click();
    await row.nth(1).waitFor();
  },
  scenes: [
    { name: "corridors", address: at(paths.corridors), narrow: true },
    { name: "corridors-known", address: at(paths.corridors, "from=NP&to=MY") },
    { name: "corridors-unknown", address: at(paths.corridors, "from=KG&to=NO"), narrow: true },
    {
      name: "corridors-refused",
      address: at(paths.corridors, "from=KG&to=NO"),
      async open(page) {
        await page.locator("[name='currency.cost.amount']").fill("KGS");
        await page.locator("button[value=add-cost]").click();
        await page.locator("[aria-invalid=true]").first().waitFor();
      },
      refused: true,
    },
  ],
};
