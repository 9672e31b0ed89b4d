/** The overview: what a person sees, and that every number leads to exactly the suppliers it counts. */
import type { Locator, Page } from "@playwright/test";
import { en, expect, openTable, paths, test } from "./journey";

const numberIn = (text: string) => Number(/\d[\d,]*/.exec(text)![0].replaceAll(",", ""));

/** Follows a link of the overview and returns how many suppliers the table then counts. */
async function countedBehind(page: Page, link: Locator): Promise<number> {
  await link.click();
  await expect(page).toHaveURL(/\/suppliers\?/);
  await expect(page.getByRole("heading", { level: 1, name: en.suppliers.title })).toBeVisible();
  const line = page.getByText(/^[\d,]+ suppliers?/).first();
  await expect(line).toBeVisible();
  return numberIn(await line.innerText());
}

test("a number of the chart's table, of the map and of the gaps leads to exactly those suppliers", async ({
  page,
  listed,
}) => {
  test.setTimeout(120_000);
  await page.goto(paths.workspace(listed));
  await expect(page.getByRole("img", { name: en.overview.look.suppliers })).toBeVisible();

  await page.getByText(`As a table: ${en.overview.look.suppliers}`).click();
  const table = page.getByRole("table", { name: en.overview.look.suppliers });
  const high = table.getByRole("row", { name: /^All/ }).getByRole("link").first();
  const said = numberIn(await high.innerText());
  expect(await countedBehind(page, high)).toBe(said);
  expect(new URL(page.url()).search).toBe("?band=high");

  await page.goto(paths.workspace(listed));
  const country = page
    .getByRole("group", { name: /^Map of the world/ })
    .getByRole("link")
    .first();
  const [name = "", told = ""] = ((await country.getAttribute("aria-label")) ?? "").split(": ");
  const row = page.getByRole("table", { name: en.overview.places.title }).getByRole("row", { name });
  expect(numberIn(await row.getByRole("link").first().innerText())).toBe(numberIn(told));
  await country.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/suppliers\?/);
  await expect(page.getByText(told, { exact: true })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("country")).toMatch(/^[A-Z]{2}$/);

  await page.goto(paths.workspace(listed));
  const up = page
    .getByRole("table", { name: en.overview.gaps.title })
    .getByRole("row", { name: en.overview.gap.recruitment })
    .getByRole("link", { name: /^[\d,]+$/ })
    .first();
  const moving = numberIn(await up.innerText());
  expect(await countedBehind(page, up)).toBe(moving);
});

test("the map shows what is asked for, and the address keeps it", async ({ page, listed }) => {
  test.setTimeout(120_000);
  await page.goto(paths.workspace(listed));
  const choice = page.getByRole("navigation", { name: en.overview.places.choice });
  await choice.getByRole("link", { name: en.overview.measure.high }).click();
  await expect(page).toHaveURL(/map=high/);
  await page.reload();
  await expect(choice.getByRole("link", { name: en.overview.measure.high })).toHaveAttribute("aria-current", "true");
  const country = page
    .getByRole("group", { name: /^Map of the world/ })
    .getByRole("link")
    .first();
  const said = numberIn(((await country.getAttribute("aria-label")) ?? "").split(": ")[1]!);
  await country.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/suppliers\?.*band=high/);
  await expect(page.locator("main p[aria-live] strong")).toHaveText(
    new RegExp(`^${said.toLocaleString("en")} supplier`),
  );
});

test("without script the tables stand alone, and the map's links work", async ({ browser, page, listed }) => {
  test.setTimeout(120_000);
  await page.goto(paths.workspace(listed));
  const still = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  await still.addCookies(await page.context().cookies());
  const plain = await still.newPage();
  await plain.goto(new URL(paths.workspace(listed), page.url()).href);
  await expect(plain.getByRole("table", { name: en.overview.look.suppliers })).toBeVisible();
  await expect(plain.locator("canvas")).toHaveCount(0);
  await plain.locator(".map-country path").first().click();
  await expect(plain).toHaveURL(/\/suppliers\?country=[A-Z]{2}/);
  await still.close();
});

test("the chart library is fetched by the overview and by no other page", async ({ page, listed }) => {
  test.setTimeout(120_000);
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await openTable(page, listed);
  expect(fetched.filter((url) => url.includes("chart-draw"))).toEqual([]);
  await page.goto(paths.workspace(listed));
  await expect(page.getByRole("img", { name: en.overview.look.suppliers })).toBeVisible();
  await expect.poll(() => fetched.some((url) => url.includes("chart-draw"))).toBe(true);
});
