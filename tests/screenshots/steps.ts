/** What a person does to bring a workspace into a state; by the names of fields and buttons, in English. */
import type { Page } from "@playwright/test";
import { catalogue as en } from "../../app/i18n/en";
import { paths } from "../../app/lib/paths";

const PASSWORD = "quiet river under seven bridges";
const PATIENCE_MS = 120_000;

const slugOf = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname.split("/")[2] ?? "");
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Signs up and answers the slug of the workspace made with it. */
export async function signUp(page: Page, workspace: string, name: string): Promise<string> {
  await page.goto(paths.signup());
  await page.locator("input[name=workspace]").fill(workspace);
  await page.locator("input[name=name]").fill(name);
  await page.locator("input[name=email]").fill("screenshots@candour.example");
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("main form button").click();
  await page.waitForURL(/\/w\/[^/]+$/);
  return slugOf(page);
}

/** Signs in with an address and a password. */
export async function signIn(page: Page, email: string, password: string): Promise<string> {
  await page.goto(paths.login());
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("main form button").click();
  await page.waitForURL(/\/w\/[^/]+$/);
  return slugOf(page);
}

/** Invites an auditor and answers the address of the invitation. */
export async function invite(page: Page, workspace: string, email: string): Promise<string> {
  await page.goto(paths.members(workspace));
  const form = page.locator("section:has(#invite)");
  await form.locator("input[name=email]").fill(email);
  await form.locator("select[name=role]").selectOption("auditor");
  await form.locator("button").click();
  return new URL(await page.locator("main output input").inputValue()).pathname;
}

/** Founds a workspace and answers its slug. */
export async function foundWorkspace(page: Page, name: string): Promise<string> {
  await page.goto(`${paths.workspaces()}?all=1`);
  await page.locator("main input[name=name]").fill(name);
  await page.locator("main form button.button").last().click();
  await page.waitForURL(/\/w\/[^/]+$/);
  return slugOf(page);
}

/** Sends a file as the page's script does; answers the import's id. */
export async function upload(page: Page, workspace: string, file: string): Promise<string> {
  await page.goto(paths.newImport(workspace));
  await page.getByText(en.workspace.upload.drop).waitFor();
  await page.locator("input[type=file]").setInputFiles(file);
  await page.waitForURL(/\/imports\/(?!new)[^/]+$/, { timeout: PATIENCE_MS });
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Waits until the import is in that state. */
export async function untilState(page: Page, workspace: string, importId: string, state: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
    const answer = await page.request.get(paths.importProgress(workspace, importId));
    const { importState } = (await answer.json()) as { importState: string };
    if (importState === state) return;
  }
  throw new Error(`The import did not become "${state}" in time.`);
}

/** Presses the button of that intent on the import's page. */
export async function press(page: Page, workspace: string, importId: string, intent: string): Promise<void> {
  await page.goto(paths.import(workspace, importId));
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator(`button[name=intent][value=${intent}]`).last().click();
  await answered;
}

/** Publishes a list that waits as a preview, and waits until its table is complete. */
export async function publish(page: Page, workspace: string, importId: string): Promise<void> {
  await press(page, workspace, importId, "confirm");
  await untilState(page, workspace, importId, "published");
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(200)) {
    const html = await (await page.request.get(paths.suppliers(workspace, "sort=name"))).text();
    if (html.includes('aria-sort="ascending"') && !html.includes(en.suppliers.preparing)) return;
  }
  throw new Error("The supplier table was not complete in time.");
}

/** From a file to a published list, columns as proposed. */
export async function publishList(page: Page, workspace: string, file: string): Promise<string> {
  const importId = await upload(page, workspace, file);
  await untilState(page, workspace, importId, "mapping");
  await press(page, workspace, importId, "build");
  await untilState(page, workspace, importId, "preview");
  await publish(page, workspace, importId);
  return importId;
}

/** Id of the first supplier the table shows for that query. */
export async function firstSupplier(page: Page, workspace: string, query: string): Promise<string> {
  const html = await (await page.request.get(paths.suppliers(workspace, query))).text();
  const found = /\/suppliers\/([A-Za-z0-9_-]{6,})"/.exec(html)?.[1];
  if (!found) throw new Error(`The table shows no supplier for ${query}.`);
  return found;
}

/** Draws up a plan for so many suppliers. */
export async function draftPlan(page: Page, workspace: string, capacity: number): Promise<void> {
  await page.goto(paths.plan(workspace));
  await page.locator("main input[name=capacity]").fill(String(capacity));
  await page.locator("main form:has(input[name=capacity]) button").click();
  await page.getByRole("heading", { name: en.plan.draftTitle, exact: true }).waitFor();
}

/** Decides the first open choice with these words. */
export async function decide(page: Page, workspace: string, words: string): Promise<void> {
  await page.goto(paths.understand(workspace));
  const row = page.locator("main ul > li").filter({ has: page.locator("textarea[name=words]") });
  await row.first().locator("textarea[name=words]").fill(words);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await row.first().locator("textarea[name=words]").press("Enter");
  await answered;
}
