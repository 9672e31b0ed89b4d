/** The content security policy, in a real browser: no page of ours asks for what it refuses, and it refuses what it should. */
import { hydrated } from "../hydrated";
import { refusedByPolicy, watchPolicy } from "../a11y/policy";
import { aFile, en, expect, openTable, paths, publishList, test } from "./journey";

const LIST = `Supplier no.,Supplier name,Country,Product,Account,Spend (EUR)
1,Alder Mill,India,cotton yarn,Textiles,1000.50
2,Birch Foods,Myanmar,catering,Food,200
3,Cedar Works,Türkiye,garments,Textiles,300
`;

test("no page of a workspace asks for anything its policy refuses", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  await watchPolicy(page.context());
  const faults: string[] = [];
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
  await publishList(page, workspace, aFile("policy.csv", LIST));
  const published = page.url();
  await openTable(page, workspace);
  const supplier = await page.getByRole("rowheader").first().getByRole("link").getAttribute("href");
  const w = paths.workspace(workspace);
  for (const address of [
    paths.home(),
    w,
    published,
    supplier!,
    `${supplier}/recruitment`,
    `${supplier}/materials`,
    ...[
      "suppliers",
      "suppliers?sort=name",
      "understand",
      "plan",
      "matches",
      "duplicates",
      "groups",
      "lists",
      "corridors",
      "recruitment",
      "model",
      "help",
      "imports/new",
      "members",
      "no-such-page",
    ].map((place) => `${w}/${place}`),
    paths.methodHome(),
    paths.methodSources(),
    "/workspaces?all=1",
    "/account",
  ]) {
    await page.goto(address);
    await hydrated(page);
    expect.soft(await refusedByPolicy(page), address).toEqual([]);
  }
  expect(faults).toEqual([]);
  await expect(page.getByRole("main")).toBeVisible();
});

test("a script, a style and an address that somebody brought in are refused", async ({ page, workspace }) => {
  await watchPolicy(page.context());
  const answered: string[] = [];
  page.on("response", (response) => answered.push(response.url()));
  await page.route(`**${paths.workspace(workspace)}`, async (route) => {
    const response = await route.fetch();
    const brought = `<style>body{color:red}</style><script>window.broughtIn = 1</script><img src=x onerror="window.broughtIn = 2"><script src="https://evil.example/x.js"></script><base href="https://evil.example/"><iframe src="https://evil.example/"></iframe><form action="https://evil.example/" id="brought"><button>x</button></form>`;
    await route.fulfill({ response, body: (await response.text()).replace("</main>", `${brought}</main>`) });
  });
  await page.goto(paths.workspace(workspace));
  await hydrated(page);
  expect(await page.evaluate(() => "broughtIn" in window)).toBe(false);
  expect(answered.filter((url) => url.includes("evil.example"))).toEqual([]);
  const refused = (await refusedByPolicy(page)).join("\n");
  for (const directive of ["style-src", "script-src", "frame-src", "base-uri"]) expect(refused).toContain(directive);
  await expect(page.getByRole("heading", { name: en.workspace.home.emptyTitle })).toBeVisible();
});
