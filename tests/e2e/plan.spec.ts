import type { Page } from "@playwright/test";
import { aList, en, expect, givenList, openTable, paths, test } from "./journey";

const part = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name} \\(\\d`) });
const counted = async (page: Page, name: string): Promise<number> =>
  Number(/\((\d+)\)/.exec(await part(page, name).getByRole("heading", { level: 2 }).innerText())?.[1]);

/** From a published list to a draft, as the overview offers it. */
async function draft(page: Page, workspace: string, capacity: number): Promise<void> {
  await givenList(page, workspace, aList(80));
  await openTable(page, workspace);
  await page.goto(paths.workspace(workspace));
  await page.getByLabel(en.plan.start.question).fill(String(capacity));
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await expect(page.getByRole("heading", { name: en.plan.draftTitle, exact: true })).toBeVisible();
}

test("from one number to an accepted plan, its record, and what became of a supplier", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  await draft(page, workspace, 10);
  expect(await counted(page, en.plan.part.chosen)).toBe(9);
  expect(await counted(page, en.plan.part.drawn)).toBe(1);

  // By keyboard alone: out with a reason, and the next in reserve moves up.
  const first = part(page, en.plan.part.chosen).getByRole("listitem").first();
  const name = await first.getByRole("heading").innerText();
  await first.getByLabel(en.plan.takeOutNamed.replace("{{name}}", name)).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("their contract ends in March");
  await page.keyboard.press("Enter");
  await expect(part(page, en.plan.part.out)).toContainText("their contract ends in March");
  expect(await counted(page, en.plan.part.chosen)).toBe(9);
  await expect(part(page, en.plan.part.chosen)).toContainText(en.plan.movedUp);

  // Another is taken in by hand: who moved up makes room.
  const next = part(page, en.plan.part.reserve).getByRole("listitem").last();
  await next.getByText(en.plan.takeIn).first().click();
  await next.getByLabel(en.plan.why).fill("next in order");
  await next.getByRole("button", { name: en.plan.takeIn }).click();
  await expect(part(page, en.plan.part.chosen)).toContainText("next in order");
  await expect(part(page, en.plan.part.chosen)).not.toContainText(en.plan.movedUp);
  expect(await counted(page, en.plan.part.chosen)).toBe(9);

  await page.getByLabel(en.plan.note).fill("for the board");
  await page.getByRole("button", { name: en.plan.accept }).click();
  await expect(page.getByRole("heading", { name: en.plan.acceptedTitle })).toBeVisible();
  await expect(page.getByText(en.plan.samePerson)).toBeVisible();

  const entry = part(page, en.plan.part.chosen).getByRole("listitem").first();
  await entry.getByText(en.plan.outcomeOf.change).click();
  await entry.getByLabel(en.plan.outcomeOf.state).selectOption("agreed");
  await entry.getByLabel(en.plan.outcomeOf.note).fill("names its recruiters from May");
  await entry.getByRole("button", { name: en.plan.outcomeOf.save }).click();
  await expect(entry).toContainText("names its recruiters from May");
  await expect(page.getByRole("row", { name: `${en.plan.outcome.agreed} 1 0` })).toBeVisible();

  await page.getByRole("link", { name: en.plan.print }).click();
  await expect(page.getByRole("heading", { name: en.plan.record.title })).toBeVisible();
  await expect(page.getByRole("heading", { name: en.plan.record.inForce })).toBeVisible();
  await expect(page.getByText("for the board")).toBeVisible();
  await expect(page.getByText(`${en.plan.record.limit1}`)).toBeVisible();
  await page.goto(paths.workspace(workspace));
  await expect(page.getByRole("region", { name: en.plan.title })).toContainText(en.plan.card.next);
});

test("dragging asks for the reason, and a full plan says that it is full", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  await draft(page, workspace, 4);
  const reserve = part(page, en.plan.part.reserve).getByRole("listitem").first();
  const name = await reserve.getByRole("heading").innerText();
  const grip = reserve.locator("[data-supplier]");
  await grip.scrollIntoViewIfNeeded();
  await grip.hover();
  await page.mouse.down();
  const { width, height } = page.viewportSize()!;
  await page.mouse.move(width / 2, height / 2, { steps: 5 });
  const place = page.getByText(en.plan.dropIn);
  await expect(place).toBeVisible();
  const box = (await place.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: en.plan.takeInNamed.replace("{{name}}", name) });
  await dialog.getByLabel(en.plan.why).fill("a union named it");
  await dialog.getByRole("button", { name: en.plan.takeIn }).click();
  await expect(page.getByRole("alert")).toHaveText(
    new RegExp(en.problem["plan.full"].replace("{{places}}", "4").slice(0, 24)),
  );
  expect(await counted(page, en.plan.part.chosen)).toBe(4);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a draft is changed, accepted and drawn up anew by forms alone", async ({ page, workspace, browser, me }) => {
    test.setTimeout(120_000);
    const scripted = await browser.newContext({ locale: "en-GB", javaScriptEnabled: true });
    await scripted.addCookies(me.cookies);
    const other = await scripted.newPage();
    await draft(other, workspace, 5);
    await scripted.close();
    await page.goto(paths.plan(workspace));
    const first = part(page, en.plan.part.chosen).getByRole("listitem").first();
    await first.getByText(en.plan.takeOut).first().click();
    await first.getByLabel(en.plan.why).fill("asked last month");
    await first.getByRole("button", { name: en.plan.takeOut }).click();
    await expect(part(page, en.plan.part.out)).toContainText("asked last month");
    await page.getByRole("button", { name: en.plan.accept }).click();
    await expect(page.getByRole("heading", { name: en.plan.acceptedTitle })).toBeVisible();
    await page.getByText(en.plan.start.again).click();
    await page.getByLabel(en.plan.start.question).fill("3");
    await page.getByRole("button", { name: en.plan.start.submit }).click();
    await page.getByRole("button", { name: en.plan.discard }).click();
    await expect(page.getByRole("heading", { name: en.plan.acceptedTitle })).toBeVisible();
  });
});
