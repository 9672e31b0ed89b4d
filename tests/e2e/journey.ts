/** What the journeys share: a person who signed up once, a workspace of their own for every test, and the steps of an upload. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { catalogue as en } from "../../app/i18n/en";
import { paths } from "../../app/lib/paths";
import { makeSupplierList, type ListOptions } from "../bench/make-list";
import { givenList, newWorkspace, ORIGIN } from "./given";

export { en, expect, givenList, newWorkspace, paths };

export const ROOT = path.resolve(import.meta.dirname, "../..");
export const PASSWORD = "quiet river under seven bridges";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
export interface Person {
  readonly email: string;
  readonly cookies: Cookies;
}

let people = 0;

/** Signs up through the page; the server allows few a person may do so in an hour, so tests share people. */
export async function signUp(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${process.pid}.${++people}@candour.example`;
  await page.goto(paths.signup());
  await page.getByLabel(en.account.signup.workspace, { exact: true }).fill(`${name} and partners`);
  await page.getByLabel(en.account.signup.name, { exact: true }).fill(name);
  await page.getByLabel(en.account.signup.email, { exact: true }).fill(email);
  await page.getByLabel(en.account.signup.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: en.account.signup.submit }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  return email;
}

interface OfATest {
  /** The slug of a new workspace; the page is signed in as its owner. */
  workspace: string;
  /** The slug of a workspace with a published list of `LISTED` suppliers, for those who only read; the page is signed in as its owner. */
  listed: string;
}
interface OfAWorker {
  me: Person;
  stranger: Person;
  published: string;
}

/** As many as fill several pages of the table. */
const LISTED = 400;

export const test = base.extend<OfATest, OfAWorker>({
  me: [
    async ({ browser }, use) => use(await aPerson(browser.newContext({ locale: "en-GB" }), "Mara Owner")),
    { scope: "worker" },
  ],
  stranger: [
    async ({ browser }, use) => use(await aPerson(browser.newContext({ locale: "en-GB" }), "Sam Stranger")),
    { scope: "worker" },
  ],
  workspace: async ({ page, me }, use) => {
    await page.context().addCookies(me.cookies);
    await use(await newWorkspace(page));
  },
  listed: async ({ page, me, published }, use) => {
    await page.context().addCookies(me.cookies);
    await use(published);
  },
  published: [
    async ({ browser, me }, use) => {
      const context = await browser.newContext({ locale: "en-GB" });
      await context.addCookies(me.cookies);
      const page = await context.newPage();
      const workspace = await newWorkspace(page);
      const folder = mkdtempSync(path.join(tmpdir(), "candour-list-"));
      const file = path.join(folder, `suppliers-${LISTED}.csv`);
      makeSupplierList(file, { rows: LISTED, seed: "e2e" });
      await givenList(page, workspace, file);
      await openTable(page, workspace);
      await context.close();
      rmSync(folder, { recursive: true });
      await use(workspace);
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

async function aPerson(opening: Promise<BrowserContext>, name: string): Promise<Person> {
  const context = await opening;
  const email = await signUp(await context.newPage(), name);
  const cookies = await context.cookies();
  await context.close();
  return { email, cookies };
}

/** Opens what belongs to the person: language, colours, help, sign-out. */
export const openMenu = (page: Page, name: string = en.shell.menu) =>
  page.locator("summary").getByText(name, { exact: true }).click();

/** The page's next addresses come in this language, as if it had been chosen in the menu. */
export async function inLanguage(page: Page, language: "en" | "ru"): Promise<void> {
  await page.context().addCookies([{ name: "candour_language", value: language, url: ORIGIN }]);
}

/** The page, in a browser of its own, of a second member who joined by the link the owner was shown. */
export async function secondMember(page: Page, workspace: string, browser: Browser, person: Person): Promise<Page> {
  await page.goto(paths.members(workspace));
  const form = page.locator("form", { has: page.locator("[name=email]") });
  await form.locator("[name=email]").fill(person.email);
  await form.getByRole("button").click();
  const link = await page.locator("input[readonly]").first().inputValue();
  const context = await browser.newContext({ locale: "en-GB" });
  await context.addCookies(person.cookies);
  const other = await context.newPage();
  await other.goto(new URL(link).pathname);
  await other.locator("main form button").click();
  await other.waitForURL(new RegExp(`/w/${workspace}`));
  return other;
}

/** A made-up list on disk, in the test's own folder. */
export function aList(rows: number, options: Omit<ListOptions, "rows"> = {}): string {
  const file = aPath(`suppliers-${rows}.csv`);
  makeSupplierList(file, { rows, seed: "e2e", ...options });
  return file;
}

export function aFile(name: string, contents: string | Uint8Array): string {
  const file = aPath(name);
  writeFileSync(file, contents);
  return file;
}

export function aPath(name: string): string {
  const folder = test.info().outputPath();
  mkdirSync(folder, { recursive: true });
  return path.join(folder, name);
}

/** Opens the upload page and sends the file as its script does. */
export async function upload(page: Page, workspace: string, file: string): Promise<void> {
  await page.goto(paths.newImport(workspace));
  await page.getByText(en.workspace.upload.drop).waitFor();
  await page.locator("input[type=file]").setInputFiles(file);
}

export const meaning = (page: Page, header: string) =>
  page.getByLabel(`${en.imports.mapping.meaning}: ${header}`, { exact: true });

/** Waits for the columns of an uploaded file. */
export async function atMapping(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: en.imports.mapping.title })).toBeVisible();
}

export const buildButton = (page: Page) => page.getByRole("button", { name: en.imports.mapping.build });
export const publishButton = (page: Page) => page.getByRole("button", { name: en.imports.preview.confirm });

/** From the columns to the preview. */
export async function build(page: Page): Promise<void> {
  await buildButton(page).click();
  await expect(publishButton(page)).toBeVisible({ timeout: 45_000 });
}

export async function publish(page: Page): Promise<void> {
  await publishButton(page).click();
  await expect(page.getByText(en.imports.published.title)).toBeVisible();
}

/** All steps: upload, columns as proposed, preview, publish. Leaves the page on the published import. */
export async function publishList(page: Page, workspace: string, file: string): Promise<void> {
  await upload(page, workspace, file);
  await atMapping(page);
  await build(page);
  await publish(page);
}

/** Opens the table and waits until it is complete after a publication. */
export async function openTable(page: Page, workspace: string, query = ""): Promise<void> {
  await expect(async () => {
    await page.goto(paths.suppliers(workspace, query));
    await expect(page.getByText(en.suppliers.preparing)).toHaveCount(0, { timeout: 500 });
    await expect(page.getByRole("table")).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

/** The number shown under a label of the preview. */
export async function figure(page: Page, label: string): Promise<number> {
  const text = await page
    .locator("dl > div")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("dd")
    .first()
    .innerText();
  return Number(text.replace(/[^\d-]/g, ""));
}

export interface Summary {
  readonly rows: {
    readonly read: number;
    readonly imported: number;
    readonly repaired: number;
    readonly setAside: number;
    readonly leftOut: number;
  };
  readonly suppliers: number;
  readonly countryUnresolved: number;
  readonly sectorUnresolved: number;
  readonly kind: "list" | "ledger";
  readonly levels: Readonly<Record<string, number>>;
  readonly bands: Readonly<Record<string, number>>;
}

/** `candour assess` on the file: the folder it wrote to and its summary. */
export async function assess(file: string): Promise<{ readonly out: string; readonly summary: Summary }> {
  const out = aPath("assess");
  await promisify(execFile)(process.execPath, [path.join(ROOT, "build/bin/cli.js"), "assess", file, "--out", out], {
    cwd: ROOT,
  });
  const { default: summary } = (await import(path.join(out, "summary.json"), { with: { type: "json" } })) as {
    default: Summary;
  };
  return { out, summary };
}

/** The version whose page `/method` leads to. */
export async function methodVersion(page: Page): Promise<string> {
  const answer = await page.request.get(paths.methodHome());
  return decodeURIComponent(new URL(answer.url()).pathname.split("/").at(-1)!);
}
