/** A lot, the checks of its bidders, a memo and a contract. */
import type { Page } from "@playwright/test";
import { paths } from "../../app/lib/paths";
import { of, openAll, type Stage, type World } from "./scene";

const fill = async (page: Page, values: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`main [name="${name}"]`).first().fill(value);
};
/** What an address ends with. */
const lastPart = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1)!;

async function addBidder(page: Page, name: string): Promise<void> {
  const form = page.locator("details", { has: page.locator("button[value=add-bidder]") });
  await form.evaluate((one) => one.setAttribute("open", ""));
  await form.locator("[name=name]").fill(name);
  await form.locator("button[value=add-bidder]").click();
  await page.getByRole("rowheader", { name }).waitFor();
}

const checkOf =
  (name: string) =>
  (world: World): string =>
    paths.check(of(world, "list"), of(world, name));

export const CHECKS: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const workspace = made.get("list")!;
    await page.goto(paths.newLot(workspace));
    await fill(page, { reference: "2026/17", name: "Work clothing", buyer: "An invented city", subject: "Clothing" });
    await page.locator("[name=regime][value=eu]").check();
    await page.locator("main form button").click();
    await page.locator("#bidders").waitFor();
    made.set("lot", lastPart(page));
    await addBidder(page, "Quiet Mill Works");
    await addBidder(page, "Baoding LYSZD Trade and Business");
    await page.locator("button[value=open-stage]").nth(1).click();
    const links = page.locator("main table a");
    await links.nth(1).waitFor();
    const ids = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")!.split("/").at(-1)!));
    made.set("check", ids[0]!);
    made.set("pair", ids[1]!);
    await page.goto(paths.check(workspace, ids[0]!));
    await fill(page, { proof: "An invented register" });
    await page.locator("[name=all]").check();
    await page.locator("button[value=answer-many]").click();
    await page.locator("[name=all]").waitFor({ state: "detached" });
    await page.locator("[name=kind][value=admit]").check();
    await page.locator("button[value=decision]").click();
    await page.locator("a[href*='/contracts/new']").click();
    await fill(page, { startsOn: "2026-01-01" });
    await page.locator("main form button").click();
    await page.locator("#terms").waitFor();
    made.set("contract", lastPart(page));
  },
  scenes: [
    { name: "lot-new", address: (world) => paths.newLot(of(world, "list")), narrow: true },
    { name: "lot", address: (world) => paths.lot(of(world, "list"), of(world, "lot")), narrow: true, open: openAll },
    { name: "check-pair", address: checkOf("pair"), narrow: true },
    { name: "check-filed", address: checkOf("check") },
    { name: "check-memo", address: (world) => paths.checkMemo(of(world, "list"), of(world, "check")), narrow: true },
    { name: "check-bidder", address: (world) => paths.bidderFile(of(world, "list"), of(world, "check")) },
    {
      name: "contract",
      address: (world) => paths.contract(of(world, "list"), of(world, "contract")),
      narrow: true,
      open: openAll,
    },
  ],
};
