/**
 * The content security policy, in a real browser, refuses what it should. That no page of ours asks for what it refuses is looked
 * at with every page there is, by `tests/a11y/pages.spec.ts`.
 */
import { hydrated } from "../hydrated";
import { refusedByPolicy, watchPolicy } from "../a11y/policy";
import { en, expect, paths, test } from "./journey";

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
