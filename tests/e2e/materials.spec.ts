import type { Page } from "@playwright/test";
import { aFile, en, expect, givenList, openTable, test } from "./journey";

const words = en.materials;
const cotton = words.ask.cotton;

const aList = () =>
  aFile(
    "garments.csv",
    "Supplier name,Country,Product,Role\nPadma Apparel Ltd,Bangladesh,cotton shirts,manufacturer\nFjord Office Ltd,Norway,accounting,service\n",
  );

async function openSupplier(page: Page, workspace: string): Promise<void> {
  await openTable(page, workspace);
  await page.getByRole("link", { name: "Padma Apparel Ltd" }).first().click();
  await expect(page.getByRole("heading", { name: "Padma Apparel Ltd" })).toBeVisible();
}
const materials = (page: Page) => page.getByRole("region", { name: words.title });
const floor = (page: Page) => page.getByRole("region", { name: en.supplier.floors });

test("a garment maker's path is shown; stating where the cotton comes from changes the result, and it is taken back", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await givenList(page, workspace, aList());
  await openSupplier(page, workspace);
  const path = materials(page).getByRole("list", { name: /cotton/ });
  await expect(path.getByRole("listitem").first()).toContainText(words.stage.cotton);
  await expect(path.getByRole("listitem").first()).toContainText("Turkmenistan");
  await expect(path.getByRole("listitem").last()).toContainText(words.stage.garments);
  await expect(page.getByRole("region", { name: en.supplier.askFirst })).toContainText(cotton);
  await expect(floor(page)).not.toContainText("Turkmenistan");

  await materials(page).getByText(cotton).click();
  const form = materials(page).locator("details[open]").filter({ hasText: cotton });
  await form.getByLabel(words.countries).fill("Turkmenistan");
  await expect(form).toContainText(words.effect);
  await expect(form).toContainText(en.recruitment.result.score);
  await form.getByLabel(en.recruitment.common.source).fill("spinner's letter");
  await form.getByRole("button", { name: words.save }).click();
  await expect(page.getByText(words.saved)).toBeVisible();
  await expect(floor(page)).toContainText("Turkmenistan");
  await expect(materials(page)).toContainText("spinner's letter");
  await expect(page.getByRole("region", { name: en.supplier.askFirst })).not.toContainText(cotton);

  await page.getByRole("button", { name: new RegExp(en.recruitment.undoOf.split("{{")[0]!) }).click();
  await expect(page.getByText(words.undone)).toBeVisible();
  await expect(floor(page)).not.toContainText("Turkmenistan");
  await expect(page.getByRole("region", { name: en.supplier.askFirst })).toContainText(cotton);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an origin is tried, corrected and saved by forms alone", async ({ page, workspace }) => {
    test.setTimeout(120_000);
    await givenList(page, workspace, aList());
    await openTable(page, workspace);
    await openSupplier(page, workspace);
    await materials(page).getByText(cotton).click();
    const form = () => materials(page).locator("details[open]").filter({ hasText: cotton });
    await form().getByLabel(words.countries).fill("Atlantis");
    await form().getByRole("button", { name: words.save }).click();
    await expect(page.getByText(en.recruitment.form.country.replace("{{text}}", "Atlantis"))).toBeVisible();
    await form().getByLabel(words.countries).fill("Xinjiang");
    await form().getByLabel(en.recruitment.common.source).fill("phone call");
    await form().getByRole("button", { name: words.tryIt }).click();
    await expect(form()).toContainText(words.effect);
    await form().getByRole("button", { name: words.save }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
    await expect(floor(page)).toContainText("Xinjiang");
  });
});
