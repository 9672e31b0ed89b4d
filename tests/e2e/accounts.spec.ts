/** People and their access: invited, joined, given a role, removed; a forgotten password; the second step. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser, Locator, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { catalogue as ru } from "../../app/i18n/ru";
import { en, expect, inLanguage, openMenu, PASSWORD, paths, ROOT, test } from "./journey";

type Words = typeof en | typeof ru;

const LANGUAGES = [
  ["en-GB", en],
  ["ru-RU", ru],
] as const;

let people = 0;
const anAddress = (name: string) => `${name}.${process.pid}.${++people}@candour.example`;

/** A browser of another person, in a language. */
async function another(browser: Browser, locale: "en-GB" | "ru-RU"): Promise<Page> {
  return (await browser.newContext({ locale })).newPage();
}

/** Invites through the page and gives back the link, which is shown because no mail is configured. */
async function invite(page: Page, workspace: string, email: string, role: string): Promise<string> {
  await page.goto(paths.members(workspace));
  const form = page.getByRole("region", { name: en.members.invite.title });
  await form.getByLabel(en.members.invite.email).fill(email);
  await form.getByLabel(en.members.invite.role).selectOption({ label: role });
  await form.getByRole("button", { name: en.members.invite.submit }).click();
  return page.getByLabel(en.members.link.label).inputValue();
}

/** Opens the link of an invitation, makes an account and joins. */
async function join(page: Page, link: string, name: string, words: Words): Promise<void> {
  await page.goto(new URL(link).pathname);
  await page.getByLabel(words.account.signup.name, { exact: true }).fill(name);
  await page.getByLabel(words.account.signup.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: words.members.join.create }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
}

async function signIn(page: Page, email: string, password: string, words: Words = en): Promise<void> {
  await page.goto(paths.login());
  await page.getByLabel(words.account.login.email, { exact: true }).fill(email);
  await page.getByLabel(words.account.login.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.account.login.submit }).click();
}

/** Moves on with the Tab key until the element has the focus. */
async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not reach ${target.toString()}`);
}

test("an auditor and an officer are invited and join, one in Russian; a role is changed, one is removed", async ({
  page,
  workspace,
  browser,
}) => {
  test.setTimeout(120_000);
  const officerLink = await invite(page, workspace, anAddress("olga"), en.account.role.officer);
  const officer = await another(browser, "ru-RU");
  await officer.goto(new URL(officerLink).pathname);
  await officer.getByText(ru.members.join.may).click();
  await expect(officer.getByText(ru.members.can.upload)).toBeVisible();
  await join(officer, officerLink, "Ольга Закупкина", ru);
  await openMenu(officer, ru.shell.menu);
  await officer.getByRole("link", { name: ru.members.title, exact: true }).first().click();
  await expect(officer.getByRole("heading", { level: 1, name: ru.members.title })).toBeVisible();
  await expect(officer.getByRole("row", { name: /Ольга Закупкина/ })).toContainText(ru.account.role.officer);
  await expect(officer.getByText("@candour.example")).toHaveCount(0);
  await expect(officer.getByRole("region", { name: ru.members.invite.title })).toHaveCount(0);

  const auditorLink = await invite(page, workspace, anAddress("arne"), en.account.role.auditor);
  const auditor = await another(browser, "en-GB");
  await join(auditor, auditorLink, "Arne Auditor", en);
  expect((await auditor.goto(paths.newImport(workspace)))?.status()).toBe(404);
  expect((await auditor.goto(paths.settings(workspace)))?.status()).toBe(404);

  await page.goto(paths.members(workspace));
  const row = page.getByRole("row", { name: /Arne Auditor/ });
  await row.getByRole("combobox").selectOption({ label: en.account.role.officer });
  await row.getByRole("button", { name: en.members.save }).click();
  await expect(page.getByText(en.members.changed)).toBeVisible();
  expect((await auditor.goto(paths.newImport(workspace)))?.status()).toBe(200);

  await row.locator("summary").click();
  await row.getByRole("button", { name: en.members.removeSure.replace("{{name}}", "Arne Auditor") }).click();
  await expect(page.getByText(en.members.removedNote)).toBeVisible();
  expect((await auditor.goto(paths.workspace(workspace)))?.status()).toBe(404);

  expect((await auditor.goto(new URL(auditorLink).pathname))?.status()).toBe(410);
  await expect(auditor.getByRole("heading", { name: en.members.join.goneTitle })).toBeVisible();
  await Promise.all([officer.context().close(), auditor.context().close()]);
});

test("an invitation for somebody else says whose it is, and the only owner cannot go", async ({
  page,
  workspace,
  browser,
  stranger,
}) => {
  const email = anAddress("wanted");
  const link = await invite(page, workspace, email, en.account.role.auditor);
  const other = await another(browser, "en-GB");
  await other.context().addCookies(stranger.cookies);
  await other.goto(new URL(link).pathname);
  await expect(other.getByText(en.members.join.other.replace("{{email}}", email))).toBeVisible();
  await other.context().close();
  await page.goto(paths.members(workspace));
  await expect(page.getByText(en.members.lastOwner)).toBeVisible();
  await page.getByRole("button", { name: `${en.members.open.withdraw}: ${email}` }).click();
  await expect(page.getByText(en.members.withdrawn)).toBeVisible();
});

for (const [locale, words] of LANGUAGES)
  test(`a password is replaced by the operator's link, and every session ends (${locale})`, async ({
    page,
    workspace,
    browser,
  }) => {
    test.setTimeout(120_000);
    const email = anAddress("forgets");
    const person = await another(browser, locale);
    await join(person, await invite(page, workspace, email, en.account.role.auditor), "Nora Forgets", words);
    const fresh = await another(browser, locale);
    await fresh.goto(paths.login());
    await fresh.getByRole("link", { name: words.account.login.forgot }).click();
    await expect(fresh.getByText(words.mine.forgot.noMail)).toBeVisible();
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [path.join(ROOT, "build/bin/cli.js"), "reset-link", email],
      {
        cwd: ROOT,
      },
    );
    await fresh.goto(/\/reset\/[\w-]{43}/u.exec(stdout)![0]);
    await fresh.getByLabel(words.mine.reset.password, { exact: true }).fill("another quiet river");
    await fresh.getByRole("button", { name: words.mine.reset.submit }).click();
    await expect(fresh.getByText(words.account.login.changed)).toBeVisible();
    await person.goto(paths.workspace(workspace));
    await expect(person).toHaveURL(/\/login/);
    await signIn(fresh, email, PASSWORD, words);
    await expect(fresh.getByText(words.account.form.wrongSignIn)).toBeVisible();
    await signIn(fresh, email, "another quiet river", words);
    await fresh.waitForURL(/\/w\/[^/]+$/);
    await Promise.all([person.context().close(), fresh.context().close()]);
  });

for (const [locale, all] of LANGUAGES)
  test(`a second step is set up with the keyboard alone, asked for at the next sign-in, and a recovery code works once (${locale})`, async ({
    page,
    workspace,
    browser,
  }) => {
    test.setTimeout(120_000);
    const words = all.mine.step;
    const email = anAddress("second");
    const person = await another(browser, locale);
    await join(person, await invite(page, workspace, email, en.account.role.officer), "Sven Second", all);
    await person.goto(paths.account());
    const part = person.getByRole("region", { name: words.title });
    await tabTo(person, part.getByLabel(words.password));
    await person.keyboard.type(PASSWORD);
    await person.keyboard.press("Enter");
    await expect(part.getByRole("img", { name: words.picture })).toBeVisible();
    const letters = await part.locator(".font-mono").innerText();
    const totp = new TOTP({ secret: Secret.fromBase32(letters.replaceAll(/\s/gu, "")) });
    await tabTo(person, part.getByLabel(words.code));
    await person.keyboard.type(totp.generate());
    await person.keyboard.press("Enter");
    await expect(part.getByText(words.codesTitle)).toBeVisible();
    const codes = await part.getByRole("listitem").allInnerTexts();
    expect(codes).toHaveLength(10);

    const fresh = await another(browser, locale);
    const give = async (code: string) => {
      await fresh.getByLabel(all.account.login.code, { exact: true }).fill(code);
      await fresh.getByRole("button", { name: all.account.login.codeSubmit }).click();
    };
    await signIn(fresh, email, PASSWORD, all);
    await expect(fresh.getByRole("heading", { name: all.account.login.codeTitle })).toBeVisible();
    await give("000000");
    await expect(fresh.getByText(all.account.form.wrongCode)).toBeVisible();
    await give(codes[0]!);
    await fresh.waitForURL(/\/w\/[^/]+$/);
    await fresh.goto(paths.account());
    await fresh.getByRole("button", { name: all.mine.sessions.endOthers }).click();
    await expect(fresh.getByText(all.mine.done.others)).toBeVisible();
    await person.goto(paths.account());
    await expect(person).toHaveURL(/\/login/);
    await signIn(person, email, PASSWORD, all);
    const used = person.getByLabel(all.account.login.code, { exact: true });
    await used.fill(codes[0]!);
    await person.getByRole("button", { name: all.account.login.codeSubmit }).click();
    await expect(person.getByText(all.account.form.wrongCode)).toBeVisible();
    await Promise.all([person.context().close(), fresh.context().close()]);
  });

for (const [locale, all] of LANGUAGES)
  test(`an owner takes everything away as a file, asks for the deletion and takes it back (${locale})`, async ({
    page,
    workspace,
  }) => {
    await inLanguage(page, locale === "ru-RU" ? "ru" : "en");
    await page.goto(paths.settings(workspace));
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: all.settings.export.take }).click();
    const file = readFileSync(await (await waiting).path());
    expect(file.subarray(0, 2).toString()).toBe("PK");
    expect(file.includes("manifest.json")).toBe(true);

    const name = await page.getByLabel(all.settings.rename.name).inputValue();
    const ask = async (typed: string, password: string) => {
      const part = page.getByRole("region", { name: all.settings.end.title });
      if (!(await part.getByLabel(all.settings.end.password).isVisible())) await part.locator("summary").click();
      await part.getByLabel(all.settings.end.type.replace("{{name}}", name)).fill(typed);
      await part.getByLabel(all.settings.end.password).fill(password);
      await part.getByRole("button", { name: all.settings.end.submit.replace("{{days}}", "7") }).click();
    };
    await ask(name, "a wrong password");
    await expect(page.getByText(all.problem["account.wrong-password"])).toBeVisible();
    await ask("Something else", PASSWORD);
    await expect(page.getByText(all.problem["workspace.name"])).toBeVisible();
    await ask(name, PASSWORD);
    await expect(page.getByText(all.settings.done.asked)).toBeVisible();
    await page.goto(paths.workspace(workspace));
    await expect(page.getByText(all.settings.end.waitsNote)).toBeVisible();
    await page.goto(paths.settings(workspace));
    await page.getByRole("button", { name: all.settings.end.back }).click();
    await expect(page.getByText(all.settings.done.back)).toBeVisible();
  });

for (const [locale, all] of LANGUAGES)
  test(`a person takes away what is held about them, and closes the account (${locale})`, async ({
    page,
    workspace,
    browser,
  }) => {
    const email = anAddress("leaves");
    const person = await another(browser, locale);
    await join(person, await invite(page, workspace, email, en.account.role.officer), "Lea Leaves", all);
    await person.goto(paths.account());
    const waiting = person.waitForEvent("download");
    await person.getByRole("link", { name: all.mine.held.take }).click();
    expect(readFileSync(await (await waiting).path(), "utf8")).toContain(email);
    const part = person.getByRole("region", { name: all.mine.close.title });
    await part.locator("summary").click();
    await part.getByLabel(all.mine.step.password).fill(PASSWORD);
    await part.getByRole("button", { name: all.mine.close.sure }).click();
    await expect(person.getByText(all.mine.close.closed)).toBeVisible();
    await signIn(person, email, PASSWORD, all);
    await expect(person.getByText(all.account.form.wrongSignIn)).toBeVisible();
    await page.goto(paths.members(workspace));
    await expect(page.getByText("Lea Leaves")).toHaveCount(0);
    await person.context().close();
  });
