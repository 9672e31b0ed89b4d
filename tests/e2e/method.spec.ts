/** The pages of the method as anybody reads them: the printed figures are redone with a calculator of the test's own. */
import type { Page } from "@playwright/test";
import { valueOf } from "../../risk-models/test-calculator";
import { en, expect, methodVersion, openTable, paths, test } from "./journey";

/** "0,25 × (1,5 − 1)" as the calculator takes it. */
const plain = (text: string) =>
  text
    .replace(/(\d),(\d)/gu, "$1.$2")
    .replace(/[\u00a0\u202f]/gu, " ")
    .trim();
const number = (text: string) => Number(plain(text).replace("%", "").replace("−", "-"));

/** Every equation of a page that fails, with how many there are. */
async function redo(page: Page): Promise<{ count: number; wrong: string[] }> {
  const equations = (await page.locator("[data-worked] .equation").allTextContents()).map(plain);
  const wrong = equations.filter((equation) => {
    const [left = "", right = ""] = equation.split(" = ");
    const digits = /\.(\d+)$/u.exec(right)?.[1]?.length ?? 0;
    const near = digits >= 4 ? 0.0002 : 0.02;
    return !(Math.abs(valueOf(left) - Number(right)) <= near);
  });
  return { count: equations.length, wrong };
}

for (const language of ["en", "ru"] as const)
  test(`every printed equation of the worked suppliers comes out on a calculator, ${language}`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    await page.context().addCookies([{ name: "candour_language", value: language, url: baseURL! }]);
    const version = await methodVersion(page);
    for (const address of [paths.methodWorked(version), paths.methodWorked(version, "W13")]) {
      await page.goto(address);
      const { count, wrong } = await redo(page);
      expect(count).toBeGreaterThan(30);
      expect([address, wrong]).toEqual([address, []]);
    }
  });

/** Cells of a table's body, row by row. */
const rowsOf = (page: Page, table: string) =>
  page.locator(`${table} > tbody > tr`).evaluateAll((rows) =>
    rows.map((row) => ({
      href: row.querySelector("a")?.getAttribute("href") ?? "",
      cells: [...row.children].map((cell) => cell.textContent ?? ""),
    })),
  );

/** The height of a raw value between the anchors as the page of the model prints them. */
function onAnchors(printed: string, raw: number): number {
  const anchors = printed.split("; ").map((anchor) => anchor.split(" → ").map(Number) as [number, number]);
  const right = anchors.findIndex(([at]) => raw <= at);
  if (right === 0) return anchors[0]![1];
  if (right < 0) return anchors.at(-1)![1];
  const [[x0, y0], [x1, y1]] = [anchors[right - 1]!, anchors[right]!];
  return y0 + ((y1 - y0) / (x1 - x0)) * (raw - x0);
}

test("from the printed raw values and the printed model alone, a reader gets the printed scores and lines that sum to them", async ({
  page,
}) => {
  const version = await methodVersion(page);
  await page.goto(paths.method(version));
  const anchors = Object.fromEntries(
    await page
      .locator("[data-anchors]")
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute("data-anchors")!, one.textContent!.replaceAll("−", "-")] as const),
      ),
  );
  const weights = (await rowsOf(page, "section[aria-labelledby=dimensions] table")).map(
    ({ cells }) => number(cells[1]!) / 100,
  );
  const order = Number(/\^\(1\/(\d)\)/u.exec(await page.locator("section[aria-labelledby=formula]").innerText())![1]);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);

  await page.goto(paths.methodWorked(version));
  const shown = page.locator("main section.card:has([data-worked])");
  expect(await shown.count()).toBe(3);
  for (let at = 0; at < 3; at += 1) {
    const id = await shown.nth(at).locator("h2").getAttribute("id");
    const within = `section[aria-labelledby=${id}]`;
    const tables = await page.locator(`${within} table`).evaluateAll((all) => all.length);
    const table = async (index: number) =>
      page
        .locator(`${within} table`)
        .nth(index)
        .locator("tbody > tr")
        .evaluateAll((rows) =>
          rows.map((row) => ({
            href: row.querySelector("a")?.getAttribute("href") ?? "",
            cells: [...row.children].map((cell) => cell.textContent ?? ""),
          })),
        );
    expect(tables).toBe(4);
    const dimension = async (index: number) =>
      (await table(index)).reduce((sum, { href, cells }) => {
        const input = href.split("#input-")[1]!;
        const raw = number(cells[1]!);
        // Blanks and signs have no raw number: their height is the printed one.
        const height = Number.isNaN(raw) || cells[1] === "" ? number(cells[5]!) : onAnchors(anchors[input]!, raw);
        return sum + number(cells[6]!) * height;
      }, 0);
    let [told, rest, residual] = [0, 1, 0];
    for (const { cells } of await table(2)) {
      const weight = number(cells[7]!);
      if (cells[3] === "") {
        // The share of exposed workers: the mean of the others, times the share where it is told.
        rest = 1 - weight;
        residual += (weight * residual * (cells[2] === "" ? 1 : number(cells[2]!))) / rest;
        continue;
      }
      const silence = number(cells[3]!);
      const height = cells[2] === "" ? null : number(cells[2]!.split(" = ").at(-1)!);
      if (height !== null) told += 1;
      residual += weight * (height === null ? silence : Math.max(height, silence * (1 - number(cells[4]!))));
    }
    const values = [await dimension(0), await dimension(1), residual];
    const mean = 100 * values.reduce((sum, value, index) => sum + weights[index]! * value ** order, 0) ** (1 / order);
    const floor = page.locator(`${within} [data-step=floor] .equation`);
    const height = (await floor.count()) === 0 ? 0 : Number(/; ([\d.]+)\)/u.exec(await floor.innerText())![1]);
    const score = number(await page.locator(`${within} [data-score]`).innerText());
    expect(Math.abs(Math.max(mean, height) - score), `${id}: ${mean} or ${height} against ${score}`).toBeLessThan(0.02);
    const lines = await table(3);
    const sum = lines.reduce((all, { cells }) => all + number(cells[2]!), 0);
    expect(Math.abs(sum - score), `${id}: the lines sum to ${sum}`).toBeLessThan(0.005 * lines.length);
    // The second one answers, so that controls are redone too.
    if (at === 1) expect(told).toBeGreaterThan(0);
  }
});

test("from a supplier's line the indicator is one click away and the source with its year the second", async ({
  page,
  listed,
}) => {
  test.setTimeout(90_000);
  await openTable(page, listed, "level=assessed");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await page.waitForURL(/\/suppliers\/\w+$/u);
  const supplier = page.url();
  await page.getByText(en.supplier.figures.open).click();
  const figures = page.getByRole("table", { name: en.supplier.figures.open });
  await figures.getByRole("link", { name: en.reason.governance }).click();
  await expect(page).toHaveURL(/\/method\/[^/]+#input-governance$/u);
  const input = page.locator("#input-governance");
  await expect(input).toBeInViewport();
  await input.getByRole("link", { name: /Governance/u }).click();
  await expect(page).toHaveURL(/\/method\/sources#source-/u);
  const source = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
  await expect(source).toBeInViewport();
  await expect(source).toContainText(/, \d{4}/u);

  await page.goto(supplier);
  await page.getByText(en.supplier.figures.open).click();
  await figures.getByRole("row", { name: en.reason.governance }).getByRole("link").last().click();
  await page.waitForURL(/\/method\/sources#source-/u);
  await expect(page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`)).toContainText(
    /, \d{4}/u,
  );
});

test("anyone reaches the method from the sign-in page, and a part of a page a second time too", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto(paths.login());
  await page.getByRole("main").getByRole("link", { name: en.method.link }).click();
  await expect(page).toHaveURL(/\/method\/[^/]+$/u);
  const contents = page.getByRole("navigation", { name: en.method.contents });
  for (const part of [en.method.floors.title, en.method.formula.title, en.method.floors.title]) {
    await contents.getByRole("link", { name: part, exact: true }).click();
    await expect(page.getByRole("heading", { name: part, exact: true })).toBeInViewport();
  }
  expect((await page.request.get(paths.method("2019.9"))).status()).toBe(404);
  await context.close();
});
