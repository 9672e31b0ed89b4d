/** A page says the same on the server and in the browser: no page may complain of the difference. */
import type { Page } from "@playwright/test";
import { hydrated } from "../hydrated";
import { aFile, en, expect, givenList, openTable, paths, test } from "./journey";

/** Countries whose names differ between the tables of Node.js and of browsers, and others. */
const LIST = `Supplier no.,Supplier name,Country,Country of origin,Product,Spend (EUR)
1,Alder Mill,Hong Kong,Macao,cotton yarn,1000.50
2,Birch Foods,Myanmar,Türkiye,catering,200
3,Cedar Works,Côte d'Ivoire,Palestine,garments,300
4,Dogwood Ltd,Eswatini,,cleaning services,50.25
5,Elder Ltd,North Macedonia,Czechia,coffee,10
6,Fir Ltd,Democratic Republic of the Congo,Congo,cobalt,70
7,Gum Ltd,Taiwan,Hong Kong,electronics,80
`;

/** What React, or the browser, says of a page that is not what the server sent; filled as it is said. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (/hydrat|did not match|Minified React error/i.test(text))
      complaints.push(`${page.url()}: ${text.slice(0, 300)}`);
  };
  page.on("console", (message) => note(message.text()));
  page.on("pageerror", (error) => note(error.message));
  return complaints;
}

test("a word that is another one on the server is complained of", async ({ page, workspace }) => {
  const complaints = complaintsOf(page);
  await page.route(`**${paths.workspace(workspace)}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(`>${en.workspace.home.emptyTitle}<`, ">Another word<");
    await route.fulfill({ response, body });
  });
  await page.goto(paths.workspace(workspace));
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
});

test("a press while the page reads its data does not keep it from being taken over", async ({ page, workspace }) => {
  const complaints = complaintsOf(page);
  await page.addInitScript(() => {
    // The data are read from a stream: from then on the page is pressed as often as it can be, fifty times.
    const { pipeThrough } = ReadableStream.prototype;
    ReadableStream.prototype.pipeThrough = function (this: ReadableStream, ...how) {
      const { port1, port2 } = new MessageChannel();
      let left = 50;
      port1.onmessage = () => {
        document.querySelector<HTMLElement>("h1")?.click();
        if (left-- > 0) port2.postMessage(null);
      };
      port2.postMessage(null);
      return pipeThrough.apply(this, how) as ReadableStream;
    } as typeof pipeThrough;
  });
  await page.goto(paths.members(workspace));
  await hydrated(page);
  expect(complaints).toEqual([]);
});

/** What React found while it took the page over has been said: nothing more waits to be done. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let times = 0; times < 2; times++) await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
  });

test("no page of a workspace says one thing on the server and another in the browser, in any language", async ({
  page,
  workspace,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const complaints = complaintsOf(page);
  const published = await givenList(page, workspace, aFile("places.csv", LIST));
  await openTable(page, workspace);
  const supplier = await page.getByRole("rowheader").first().getByRole("link").getAttribute("href");
  await page.goto(paths.plan(workspace));
  await page.getByLabel(en.plan.start.question).fill("3");
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await expect(page.getByRole("heading", { name: en.plan.draftTitle, exact: true })).toBeVisible();
  const record = await page.getByRole("link", { name: en.plan.print }).getAttribute("href");
  const id = supplier!.split("/").at(-1)!;
  const shirts = "title=Shirts&cpv=18332000-5&origin=BD&origin=MM&place=HK&buyer=DE&regime=eu&step=result";
  const addresses = [
    paths.workspace(workspace),
    paths.plan(workspace),
    paths.plan(workspace, "find=mill"),
    record!,
    paths.suppliers(workspace, "country=HK&country=MM"),
    paths.suppliersChange(workspace, "every=1"),
    supplier!,
    paths.understand(workspace),
    paths.understand(workspace, "tab=payees"),
    paths.understand(workspace, "tab=texts"),
    paths.understand(workspace, "tab=decided"),
    paths.newImport(workspace),
    published,
    paths.tenders(workspace),
    paths.newCategory(workspace, shirts),
    paths.newLot(workspace),
    paths.newContract(workspace),
    paths.commitments(workspace),
    paths.demand(workspace),
    paths.commitmentsEvidence(workspace),
    paths.commitment(workspace, "ILO-FR-01"),
    paths.reports(workspace),
    ...["actions", "findings", "repayments", "decisions"].map((tab) => paths.followUp(workspace, `tab=${tab}`)),
    paths.newFinding(workspace, id),
    paths.newEvidence(workspace, id),
    paths.danger(workspace, id),
    paths.disclosure(workspace),
    paths.packs(workspace),
    paths.newAction(workspace, id),
    paths.newRepayment(workspace, id),
    paths.supplierDecision(workspace, id),
    ...[paths.workspace(workspace), paths.suppliers(workspace), paths.plan(workspace)].map(
      (past) => `${past}?on=2020-01-01`,
    ),
    paths.trail(workspace),
    paths.trailOn(workspace, new Date().toISOString().slice(0, 10)),
    paths.notes(workspace, "supplier", id),
    paths.members(workspace),
    ...[
      paths.matches(workspace),
      paths.understand(workspace),
      paths.toAsk(workspace),
      published,
      paths.duplicates(workspace),
      paths.groups(workspace),
      paths.recruitment(workspace, id),
      paths.materials(workspace, id),
      paths.supplierDecision(workspace, id),
      paths.danger(workspace, id),
      paths.tenders(workspace),
      paths.members(workspace),
    ].map((to) => `${to}?on=2020-01-01`),
    paths.settings(workspace),
    paths.account(),
    `${paths.workspaces()}?all=1`,
  ];
  for (const language of ["en", "ru"]) {
    await page.context().addCookies([{ name: "candour_language", value: language, url: baseURL! }]);
    for (const address of addresses) {
      await page.goto(address);
      await hydrated(page);
      await atRest(page);
    }
  }
  expect(complaints).toEqual([]);
});
