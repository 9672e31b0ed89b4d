/** Suppliers on lists, suppliers entered twice, and groups: one workspace in which some of it is decided and some is not. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { catalogue as en } from "../../app/i18n/en";
import { paths } from "../../app/lib/paths";
import { at, of, openAll, type Stage, type World } from "./scene";
import { firstSupplier, foundWorkspace, publishList } from "./steps";

/** Names of the lists that come with the program, in other spellings; two firms entered twice; an owner with two sites. */
const SUPPLIERS = `Supplier;Country;City;Product;Amount (EUR);Parent
Baoding LYSZD Trade & Business Company Limited;CN;Baoding;Hair products;48000;
和田泰达服饰有限公司;CN;Hotan;Clothing;31000;
Dahua Technology;CN;Hangzhou;Cameras;9000;
Hoshine Silicon;;;Silicon;5500;
Grey Heron Castings Ltd;GB;Leeds;Castings;1200;
Gray Heron Castings Limited;GB;Leeds;Castings;640;
Marlow Joinery Ltd;GB;Ripon;Doors;900;
Marlowe Joinery Limited;GB;Ripon;Doors;310;
Vale Mill No. 1;TR;Bursa;Cotton yarn;7000;Vale Holding AS
Vale Mill No. 2;TR;Izmir;Cotton yarn;6100;Vale Holding AS
Alder & Birch Cleaning Ltd;GB;York;Cleaning;2500;
`;
const OWN_LIST = "Suppliers we left";
const OWN_ROWS = ["Alder and Birch Cleaning;GB", "Quiet Harbour Plating;PL", "Stone Bridge Textiles;PT"];
const ON_OWN_LIST = "Alder & Birch Cleaning Ltd";
const MATCHED = "Baoding LYSZD Trade & Business Company Limited";

const csv = (rows: readonly string[]) => ({
  name: "we-left.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`name;country\n${rows.join("\n")}\n`),
});

/** Fills in the form with a list of one's own and sends it. */
async function load(page: Page, rows: readonly string[]): Promise<void> {
  await page.locator("main select[name=list]").selectOption("own-block");
  await page.locator("main input[name=title]").fill(OWN_LIST);
  await page.locator("main input[type=file]").setInputFiles(csv(rows));
  await page.locator("main form:has(input[type=file]) button").click();
}

/** Waits until nothing is being compared and the queue has pairs; answers the address of the first of that supplier. */
async function pairOf(page: Page, workspace: string, supplier: string): Promise<string> {
  for (let asked = 0; asked < 300; asked++) {
    await page.goto(paths.matches(workspace));
    const link = page.locator("main table").getByRole("link", { name: supplier, exact: true }).first();
    if ((await page.getByText(en.matches.running).count()) === 0 && (await link.count()) > 0)
      return (await link.getAttribute("href"))!;
    await page.waitForTimeout(100);
  }
  throw new Error(`No pair of ${supplier} was found.`);
}

const addressOf =
  (name: string) =>
  (world: World): string =>
    of(world, name);

export const SCREENING: Stage = {
  as: "owner",
  async arrange(page, { folder, made }) {
    const workspace = await foundWorkspace(page, "Norwick Purchasing");
    made.set("screened", workspace);
    const file = path.join(folder, "norwick.csv");
    writeFileSync(file, SUPPLIERS);
    await publishList(page, workspace, file);

    const decided = await pairOf(page, workspace, MATCHED);
    made.set("decided", decided);
    await page.goto(decided);
    await page.locator("main input[value=match]").check();
    await page.locator("main textarea").fill("Same name, town and product; the publisher's list has it today.");
    // Only where the editions that come with the program are out of date.
    for (const day of await page.locator("main input[name=checkedOn]").all())
      await day.fill((await day.getAttribute("max"))!);
    await page.locator("main form:has(textarea) button").click();
    await page.waitForURL((url) => url.pathname !== decided);

    await page.goto(paths.duplicates(workspace));
    const merged = page.waitForResponse((response) => response.request().method() === "POST");
    await page.locator("main form button[value=left]").first().click();
    await merged;

    // Last: its comparison waits until the list is built again with what was decided.
    await page.goto(paths.lists(workspace));
    await load(page, OWN_ROWS);
    await page.waitForURL(/loaded=/);
    made.set("loaded", new URL(page.url()).pathname + new URL(page.url()).search);
    await pairOf(page, workspace, ON_OWN_LIST);
    made.set("pair", await pairOf(page, workspace, "和田泰达服饰有限公司"));
    made.set("confirmed", await firstSupplier(page, workspace, "q=LYSZD"));
    await page.goto(paths.groups(workspace));
    made.set("group", (await page.locator("main ul a").first().getAttribute("href"))!);
  },
  scenes: [
    { name: "matches", address: at(paths.matches, "", "screened"), narrow: true },
    { name: "matches-none", address: at(paths.matches, "tab=proposed", "screened") },
    { name: "match", address: addressOf("pair"), narrow: true },
    { name: "match-decided", address: addressOf("decided"), open: openAll },
    { name: "lists", address: addressOf("loaded"), narrow: true },
    {
      name: "lists-refused",
      address: at(paths.lists, "", "screened"),
      async open(page) {
        await load(page, OWN_ROWS.slice(0, 1));
        await page.locator("main [role=alert]").waitFor();
      },
      refused: true,
    },
    { name: "duplicates", address: at(paths.duplicates, "", "screened"), open: openAll, narrow: true },
    { name: "duplicates-merged", address: at(paths.duplicates, "tab=merged", "screened") },
    { name: "groups", address: at(paths.groups, "", "screened") },
    { name: "group", address: addressOf("group") },
    {
      name: "supplier-matched",
      address: (world) => paths.supplier(of(world, "screened"), of(world, "confirmed")),
      narrow: true,
    },
    { name: "overview-matches", address: at(paths.workspace, "", "screened") },
  ],
};
