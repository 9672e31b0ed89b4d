/** From the ledger of a council to an understood list: by keyboard, by script or without, and back again. */
import { councilLedger } from "../services/council-ledger";
import { aFile, atMapping, build, en, expect, openTable, paths, publish, test, upload } from "./journey";

const words = en.understand;
const inputs = "textarea[name=words]";

test("a buyer settles groups by keyboard, sees the list follow, and takes a decision back", async ({
  page,
  workspace,
  browser,
}) => {
  test.setTimeout(120_000);
  await page.goto(paths.understand(workspace));
  await expect(page.getByText(words.none)).toBeVisible();

  await upload(page, workspace, aFile("payments.csv", councilLedger()));
  await atMapping(page);
  await page.locator("select[name=country]").selectOption("GB");
  await build(page);
  await publish(page);
  await page.getByRole("link", { name: words.hintLink }).click();
  const rows = page.locator("main ul > li").filter({ has: page.locator(inputs) });
  const name = (at: number) => rows.nth(at).getByRole("heading").innerText();

  // Arrow keys go from choice to choice; Enter decides; the next choice then stands there with the focus.
  const [first, second] = [await name(0), await name(1)];
  await rows.nth(0).locator(inputs).focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1).locator(inputs)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await rows.nth(0).locator(inputs).fill("zzqx");
  await expect(rows.nth(0).getByText(words.notRead)).toBeVisible();
  await rows.nth(0).locator(inputs).fill("refuse collection vehicles");
  await expect(rows.nth(0).getByText(/29|30/).last()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(rows.nth(0).getByRole("heading")).toHaveText(second);
  await expect(rows.nth(0).locator(inputs)).toBeFocused();
  await expect(page.getByText(words.last.replace("{{label}}", first))).toBeVisible();

  // A labour provider is named as one; place of work goes with the decision.
  const agency = rows.filter({ hasText: "Agency Staff" });
  await expect(agency.getByText(words.labour.labourProvider, { exact: true })).toBeVisible();
  await agency.getByText(words.more).click();
  await agency.getByLabel(words.placeOfWork).fill("United Kingdom");
  await agency.locator(inputs).press("Enter");
  await expect(agency).toHaveCount(0);

  // Work done on our premises is proposed as done where they are, in sight; elsewhere nothing is proposed.
  const cleaning = rows.filter({ hasText: "Cleaning Contract" });
  await expect(cleaning.getByLabel(words.placeOfWork)).toHaveValue("United Kingdom");
  await cleaning.getByText(words.more).click();
  await cleaning.getByLabel(words.role).selectOption("service-elsewhere");
  await expect(cleaning.getByLabel(words.placeOfWork)).toHaveValue("");
  await cleaning.getByLabel(words.role).selectOption("service-on-our-premises");
  await expect(cleaning.getByLabel(words.placeOfWork)).toHaveValue("United Kingdom");
  await cleaning.locator(inputs).press("Enter");
  await expect(cleaning).toHaveCount(0);
  const placed = words.decided.placeOfWork.replace("{{country}}", "United Kingdom");
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: placed })).toBeVisible();

  // The list is built again by itself; the supplier then says who decided.
  await expect(page.getByText(words.applying)).toHaveCount(0, { timeout: 30_000 });
  await page.goto(paths.understand(workspace, "tab=decided"));
  await expect(page.getByText("Agency Staff")).toBeVisible();
  await openTable(page, workspace, "sort=priority");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  const note = page.getByRole("link", { name: /^decided by Mara Owner on .*: all of Agency Staff$/ }).first();
  await expect(note).toBeVisible();
  await note.click();
  await expect(page).toHaveURL(/tab=decided#d-/);

  await page.getByRole("button", { name: words.undoOf.replace("{{label}}", "Agency Staff") }).click();
  await expect(page.getByRole("button", { name: words.undoOf.replace("{{label}}", "Agency Staff") })).toHaveCount(0);
  await page.goto(paths.understand(workspace));
  await expect(agency).toHaveCount(1);

  // Without script the same page is a list of forms.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(await page.context().cookies());
  const bare = await plain.newPage();
  await bare.goto(paths.understand(workspace));
  const plainRows = bare.locator("main ul > li").filter({ has: bare.locator(inputs) });
  await plainRows.nth(0).locator(inputs).fill("zzqx");
  await plainRows.nth(0).getByRole("button").first().click();
  await expect(bare.getByText(words.problem.sector.replace("{{text}}", "zzqx"))).toBeVisible();
  await expect(plainRows.nth(0).locator(inputs)).toHaveValue("zzqx");
  await plainRows.nth(0).locator(inputs).fill("building works");
  await plainRows.nth(0).getByRole("button").first().click();
  await expect(bare.getByText(words.last.replace("{{label}}", second))).toBeVisible();
  await plain.close();
});

test("a person whom the check set aside is brought back as a seller, and the decision can be undone", async ({
  page,
  workspace,
}) => {
  const list =
    "Payee,Country,Amount (EUR),Account name\nMr John Alder,NO,100,Cleaning\nCedar Ltd,NO,7,Plant\nBirch Ltd,NO,9,Plant\n";
  await upload(page, workspace, aFile("payees.csv", list));
  await atMapping(page);
  await build(page);
  await publish(page);
  await page.goto(paths.understand(workspace, "tab=aside"));
  await page
    .getByRole("button", { name: words.asideList.bringBackNamed.replace("{{name}}", "Mr John Alder") })
    .press("Enter");
  await expect(page.getByText(words.asideList.back, { exact: true })).toBeVisible();
  await expect(page.getByText(words.decided.seller)).toBeVisible();
  await expect(page.getByText(words.applying)).toHaveCount(0, { timeout: 30_000 });
  await openTable(page, workspace);
  await expect(page.getByRole("rowheader", { name: "Mr John Alder" })).toBeVisible();
});
