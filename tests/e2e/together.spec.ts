import {
  aList,
  atMapping,
  build,
  buildButton,
  en,
  expect,
  givenList,
  openTable,
  paths,
  publishButton,
  test,
  upload,
} from "./journey";

test("a stranger finds nothing of a workspace, not even that it exists", async ({
  page,
  workspace,
  stranger,
  browser,
}) => {
  const importPage = await givenList(page, workspace, aList(25));
  await openTable(page, workspace);
  const supplierPage = await page
    .getByRole("table")
    .getByRole("row")
    .nth(1)
    .getByRole("link")
    .first()
    .getAttribute("href");

  const context = await browser.newContext();
  await context.addCookies(stranger.cookies);
  for (const address of [
    paths.workspace(workspace),
    paths.suppliers(workspace),
    paths.understand(workspace),
    paths.sectorOfWords(workspace, "cleaning"),
    supplierPage!,
    importPage,
    `${importPage}/progress`,
    `${importPage}/rows.csv`,
    paths.register(workspace, "csv"),
    paths.register(workspace, "xlsx"),
    paths.register(workspace, "pdf"),
    paths.suppliersFile(workspace, "csv"),
    paths.suppliersFile(workspace, "xlsx", "sort=name"),
    paths.newImport(workspace),
  ]) {
    expect((await context.request.get(address)).status(), address).toBe(404);
  }
  const other = await context.newPage();
  const theirs = await (await other.goto(paths.workspace(workspace)))?.text();
  await expect(other.getByText(en.common.error.notFoundTitle)).toBeVisible();
  const never = await (await other.goto(paths.workspace("no-such-workspace")))?.text();
  const plain = (html: string | undefined) =>
    html
      ?.replaceAll(workspace, "")
      .replaceAll("no-such-workspace", "")
      .replace(/nonce="[^"]*"/g, "");
  expect(plain(theirs)).toBe(plain(never));
  await context.close();
});

test("who is not signed in is sent to sign in and comes back to the page asked for", async ({
  page,
  workspace,
  me,
  browser,
}) => {
  const context = await browser.newContext({ locale: "en-GB" });
  const other = await context.newPage();
  await other.goto(paths.suppliers(workspace));
  await expect(other).toHaveURL(/\/login\?next=/);
  await other.getByLabel(en.account.login.email, { exact: true }).fill(me.email);
  await other.getByLabel(en.account.login.password, { exact: true }).fill("quiet river under seven bridges");
  await other.getByRole("button", { name: en.account.login.submit }).click();
  await expect(other).toHaveURL(new RegExp(`${paths.suppliers(workspace)}$`));
  await context.close();
  await page.close();
});

test("two people who confirm at once publish one list once, and both see how it stands", async ({
  page,
  workspace,
  me,
  browser,
}) => {
  await upload(page, workspace, aList(30));
  await atMapping(page);
  await build(page);
  const context = await browser.newContext({ locale: "en-GB" });
  await context.addCookies(me.cookies);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(publishButton(other)).toBeVisible();

  await Promise.all([publishButton(page).click(), publishButton(other).click()]);
  // Whoever came second is told so in a sentence, or already sees the list published.
  const stands = (who: typeof page) =>
    who
      .getByText(en.imports.published.title)
      .or(who.getByRole("alert").filter({ hasText: /Load the page again/ }))
      .first();
  await expect(stands(page)).toBeVisible();
  await expect(stands(other)).toBeVisible();
  for (const who of [page, other]) {
    await who.goto(paths.workspace(workspace));
    await expect(who.getByText(en.imports.state.published, { exact: true })).toHaveCount(1);
  }
  await openTable(page, workspace);
  await expect(page.getByText(/^30 suppliers$/)).toBeVisible();
  await context.close();
});

test("the work goes on while the page is left, and the preview waits on return", async ({ page, workspace }) => {
  await upload(page, workspace, aList(40_000));
  await atMapping(page);
  await buildButton(page).click();
  await expect(page.getByText(en.imports.progress.leave).or(publishButton(page))).toBeVisible();
  const address = page.url();
  await page.goto(paths.workspace(workspace));
  await expect(page.getByRole("link", { name: "suppliers-40000.csv" }).first()).toBeVisible();
  await page.goto(address);
  await expect(publishButton(page)).toBeVisible({ timeout: 50_000 });
});

test("work in progress can be cancelled, and nothing changes", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  await givenList(page, workspace, aList(20, { seed: "before" }));
  await upload(page, workspace, aList(120_000));
  await atMapping(page);
  await buildButton(page).click();
  await page.getByRole("button", { name: en.imports.progress.cancel, exact: true }).click();
  await atMapping(page);
  await openTable(page, workspace);
  await expect(page.getByText(/^20 suppliers$/)).toBeVisible();
});

test("other pages answer while a large list is worked on", async ({ page, workspace, me, browser }) => {
  test.setTimeout(240_000);
  await givenList(page, workspace, aList(60, { seed: "shown" }));
  await upload(page, workspace, aList(60_000));
  await atMapping(page);
  await buildButton(page).click();
  await expect(page.getByText(en.imports.progress.leave).or(publishButton(page))).toBeVisible();
  const context = await browser.newContext({ locale: "en-GB" });
  await context.addCookies(me.cookies);
  const other = await context.newPage();
  for (const query of ["", "sort=name", "q=bal"]) {
    const answer = await other.goto(paths.suppliers(workspace, query));
    expect(answer?.status()).toBe(200);
    await expect(other.getByRole("heading", { name: en.suppliers.title, level: 1 })).toBeVisible();
  }
  await context.close();
  await expect(publishButton(page)).toBeVisible({ timeout: 120_000 });
});
