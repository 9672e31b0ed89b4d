/** What is there when a journey begins, made by the requests of pages without a browser; other journeys click through it. */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { paths } from "../../app/lib/paths";
import { formWithButton, Visitor } from "../bench/visitor";

/** Where the server under test answers, as tests/playwright.config.ts says. */
export const ORIGIN = `http://127.0.0.1:${process.env.CANDOUR_TEST_PORT}`;
const PATIENCE_MS = 45_000;

/** The page's person, asking without a browser. */
async function visitorOf(page: Page): Promise<Visitor> {
  const cookies = await page.context().cookies(ORIGIN);
  return new Visitor(
    ORIGIN,
    cookies.map(({ name, value }) => [name, value]),
  );
}

let workspaces = 0;

/** A new workspace of the page's person; answers its slug. */
export async function newWorkspace(page: Page): Promise<string> {
  const visitor = await visitorOf(page);
  const name = `Buyer ${process.pid} ${++workspaces}`;
  const answer = await visitor.raw(paths.workspaces(), { method: "POST", body: new URLSearchParams({ name }) });
  const slug = /^\/w\/([^/?]+)/.exec(answer.headers.get("Location") ?? "")?.[1];
  if (slug === undefined) throw new Error(`No workspace was made: ${answer.status}`);
  return decodeURIComponent(slug);
}

/** Waits until the import is in that state. */
async function untilState(visitor: Visitor, place: string, state: string): Promise<void> {
  let now = "";
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    const answer = await visitor.get(`${place}/progress`);
    now = (JSON.parse(answer.text) as { importState: string }).importState;
    if (now === state) return;
  }
  throw new Error(`${place} did not become "${state}" in time; it is "${now}".`);
}

/** A published list, its columns as proposed; answers the address of the import. The page stays where it is. */
export async function givenList(page: Page, workspace: string, file: string): Promise<string> {
  const visitor = await visitorOf(page);
  const taken = await visitor.upload(paths.upload(workspace, path.basename(file)), file);
  const { location } = (await taken.json()) as { location: string };
  for (const [state, intent] of [
    ["mapping", "build"],
    ["preview", "confirm"],
  ] as const) {
    await untilState(visitor, location, state);
    const form = await visitor.get(location);
    await visitor.submit(form, formWithButton(form, "intent", intent), { intent });
  }
  await untilState(visitor, location, "published");
  return location;
}
