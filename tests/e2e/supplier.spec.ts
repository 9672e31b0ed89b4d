/** One supplier's story on one screen, and what is done to several at once; with script and without. */
import type { Page } from "@playwright/test";
import { aFile, aList, en, expect, givenList, openTable, paths, test } from "./journey";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const rows = (page: Page) => page.getByRole("table").locator("tbody tr");

async function draft(page: Page, workspace: string, capacity: number): Promise<void> {
  await page.goto(paths.plan(workspace));
  await page.getByLabel(en.plan.start.question).fill(String(capacity));
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await expect(page.getByRole("heading", { name: en.plan.draftTitle, exact: true })).toBeVisible();
}

/** Opens a supplier that stands so far down in the table that a small plan leaves it waiting. */
async function openWaiting(page: Page, workspace: string): Promise<string> {
  await openTable(page, workspace, "sort=score&direction=asc&level=indicative&role=maker&role=trader&role=unknown");
  for (let at = 0; at < 3; at++) {
    const link = rows(page).nth(at).getByRole("rowheader").getByRole("link");
    const name = await link.innerText();
    await link.click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    // The plan's random tenth may have drawn this one: then the next waits.
    const place = await region(page, en.supplier.inPlan).innerText();
    if (place.includes(en.supplier.place.waiting)) return name;
    await page.goBack();
    // The address comes before the page: the supplier's own tables stand until the list is there.
    await expect(page.getByRole("heading", { level: 1, name: en.suppliers.title })).toBeVisible();
  }
  throw new Error("none of the last three of the table waits");
}

test("a supplier's first screen says how it stands, why, what to ask and its place in the plan, and changes that", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await givenList(page, workspace, aList(80));
  await openTable(page, workspace);
  await draft(page, workspace, 5);
  const first = page
    .getByRole("region", { name: new RegExp(`^${en.plan.part.chosen}`) })
    .getByRole("listitem")
    .first();
  await first.getByLabel(new RegExp(en.plan.takeOutNamed.replace("{{name}}", ".*"))).click();
  await first.getByLabel(en.plan.why).fill("asked last month");
  await first.getByRole("button", { name: en.plan.takeOut }).click();
  const name = await openWaiting(page, workspace);
  for (const part of [en.supplier.topReasons, en.supplier.askFirst, en.supplier.inPlan]) {
    const box = (await page.getByRole("heading", { name: part, exact: true }).boundingBox())!;
    expect([part, box.y + box.height < 900]).toEqual([part, true]);
  }
  const place = region(page, en.supplier.inPlan);
  await expect(place).toContainText(en.supplier.place.waiting);
  // By keyboard alone: the reason, then in.
  await place.getByText(en.supplier.addToPlan).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("a union wrote to us");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("status")).toContainText("a union wrote to us");
  await expect(place).toContainText(en.supplier.place.in);
  await expect(region(page, en.supplier.history.title)).toContainText(en.supplier.history.moved.inDraft);
  await page.getByRole("main").getByRole("status").getByRole("button").click();
  await expect(page.getByRole("main").getByRole("status")).toContainText(en.table.done.undone);
  await expect(place).toContainText(en.supplier.place.waiting);

  // In force it stands beside what was accepted, with what became of it and until when.
  await page.goto(paths.plan(workspace));
  await page.getByLabel(en.plan.due.all).fill("2020-01-31");
  await page.getByRole("button", { name: en.plan.accept }).click();
  await expect(page.getByRole("heading", { name: en.plan.acceptedTitle })).toBeVisible();
  await page.goto(paths.workspace(workspace));
  await expect(region(page, en.overview.due.title)).toContainText(en.plan.due.over);
  await openWaiting(page, workspace);
  await place.getByText(en.supplier.addToPlan).click();
  await place.getByLabel(en.plan.why).fill("named in a report");
  await place.getByRole("button", { name: en.plan.takeIn }).click();
  await expect(place).toContainText(en.plan.outcome.notStarted);
  await place.getByText(en.plan.outcomeOf.change).click();
  await place.getByLabel(en.plan.outcomeOf.state).selectOption("asked");
  await place.getByLabel(en.plan.due.next).fill("2099-12-01");
  await place.getByRole("button", { name: en.plan.outcomeOf.save }).click();
  await expect(place).toContainText("2099");
  await page.goto(paths.plan(workspace));
  await expect(page.getByRole("region", { name: new RegExp(`^${en.plan.part.added}`) })).toContainText(name);
});

test("several suppliers are said to be something at once, and all that a filter leaves; it is taken back at once", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await givenList(page, workspace, aList(60));
  await openTable(page, workspace, "sort=name");
  for (const at of [0, 2]) await rows(page).getByRole("checkbox").nth(at).check();
  await page.getByRole("button", { name: en.table.change.open }).click();
  await expect(page.getByText(en.table.change.who_other.replace("{{formatted}}", "2"))).toBeVisible();
  await page.getByLabel(en.table.change.sector).fill("zzqqxx");
  await page.getByRole("button", { name: en.table.change.save }).click();
  await expect(page.getByRole("alert")).toContainText("zzqqxx");
  await page.getByLabel(en.table.change.sector).fill("8121");
  await page.getByRole("button", { name: en.table.change.save }).click();
  await expect(page).toHaveURL(/suppliers\?sort=name&did=said/);
  const done = page.getByRole("main").getByRole("status").filter({ hasText: "8121" });
  await expect(done).toContainText(en.table.done.decided_other.replace("{{formatted}}", "2"));
  await done.getByRole("button").click();
  await expect(done).toContainText(en.table.done.undone);

  await openTable(page, workspace, "band=high");
  const count = await rows(page).count();
  expect(count).toBeGreaterThan(1);
  await page.getByRole("link", { name: en.table.change.openAll_other.replace("{{formatted}}", String(count)) }).click();
  await expect(page.getByText(new RegExp(`^${count} suppliers? (is|are) selected`))).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a selection is taken into the plan and taken back by forms alone", async ({ page, workspace, browser, me }) => {
    test.setTimeout(120_000);
    const scripted = await browser.newContext({ locale: "en-GB", javaScriptEnabled: true });
    await scripted.addCookies(me.cookies);
    const other = await scripted.newPage();
    await givenList(other, workspace, aList(40));
    await openTable(other, workspace);
    await draft(other, workspace, 5);
    await scripted.close();
    await openTable(page, workspace, "sort=score");
    for (const at of [0, 1]) await rows(page).getByRole("checkbox").nth(at).check();
    await page.getByRole("button", { name: en.table.change.open }).click();
    await page.getByLabel(en.plan.why).fill("asked last month");
    await page.getByRole("button", { name: en.table.change.out }).click();
    await expect(page.getByRole("main").getByRole("status").first()).toContainText("asked last month");
    await page.getByRole("button", { name: new RegExp(`^${en.understand.undo}: `) }).click();
    await expect(page.getByText(en.table.done.undone)).toBeVisible();
  });
});

test("who stands exactly the same is counted, shown in the table, and told apart by the columns that are named", async ({
  page,
  workspace,
}) => {
  const countries = ["Germany", "Turkey", "Norway"];
  const lines = Array.from({ length: 12 }, (_, at) => `Mill ${at + 1} Ltd,${countries[at % 3]},cotton shirts`);
  await givenList(page, workspace, aFile("alike.csv", `Supplier name,Country,Product\n${lines.join("\n")}\n`));
  await openTable(page, workspace);
  await expect(page.getByText(en.suppliers.tied.replace("{{formatted}}", "12"))).toBeVisible();
  await rows(page).first().getByRole("rowheader").getByRole("link").click();
  const alike = region(page, en.supplier.alike.title);
  await expect(alike).toContainText(en.supplier.alike.scored_other.replace("{{formatted}}", "3"));
  await expect(alike.getByRole("listitem")).toHaveCount(3);
  await expect(alike).toContainText(en.plan.gap.placeOfWork);
  await alike.getByRole("link", { name: en.supplier.alike.show.replace("{{formatted}}", "4") }).click();
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("link", { name: en.table.clear }).click();
  await expect(rows(page)).toHaveCount(12);
});
