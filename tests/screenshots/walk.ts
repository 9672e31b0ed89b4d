/** The built program on a folder of its own, brought from state to state as the stages say, for whoever looks at its pages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext } from "@playwright/test";
import { catalogue as en } from "../../app/i18n/en";
import { catalogue as ru } from "../../app/i18n/ru";
import { startBuiltServer } from "../bench/built-server";
import { descendants } from "../bench/measure";
import { aHolder, aStampService, stampAnswer } from "../stamp-authority";
import type { Lang } from "./options";
import type { Stage, World } from "./scene";

export const WORDS = { en, ru } as const;

/** For one step on a page; those that wait for a long work say so. */
const STEP_MS = 45_000;

export interface Walk {
  readonly world: World;
  /** The context of a stage's person, speaking that language. */
  contextOf(stage: Stage, lang: Lang): Promise<BrowserContext>;
  /** Does what comes before a stage's scenes. */
  arrange(stage: Stage): Promise<void>;
  /** Ends the program and takes its folder away. */
  close(): Promise<void>;
}

/** An authority of our own that stamps evidence packs with the time of this machine. */
function stampService() {
  const authority = aHolder("p256", "Alder Root", null, { isAuthority: true });
  const unit = aHolder("p256", "Alder Time Stamping Unit", authority);
  return aStampService((question, response) => {
    response.end(Buffer.from(stampAnswer(unit, authority, question, { time: new Date() })));
  });
}

/** Starts the built program with the demo workspace. `root` is the folder of the checkout, `rows` the size of the lists. */
export async function startWalk(browser: Browser, root: string, rows: number): Promise<Walk> {
  const folder = mkdtempSync(path.join(tmpdir(), "candour-walk-"));
  const stamps = await stampService();
  const server = await startBuiltServer(path.join(folder, "data"), {
    root,
    env: { CANDOUR_DEMO: "1", CANDOUR_TIMESTAMP_URL: stamps.address },
  });
  const [, email = "", password = ""] = /sign in with (\S+) and the password (\S+)/.exec(server.output()) ?? [];
  const world: World = { folder, rows, demo: { email, password }, hold: holder(server.pid), made: new Map() };
  const people = new Map<Stage["as"], BrowserContext>();
  const contextOf: Walk["contextOf"] = async ({ as }, lang) => {
    const context =
      people.get(as) ??
      (await browser.newContext({
        baseURL: server.origin,
        locale: "en-GB",
        timezoneId: "UTC",
        reducedMotion: "reduce",
      }));
    people.set(as, context);
    // What is not there is told by its name, not by the end of the whole walk's patience.
    context.setDefaultTimeout(STEP_MS);
    await context.addCookies([{ name: "candour_language", value: lang, url: server.origin }]);
    return context;
  };
  return {
    world,
    contextOf,
    async arrange(stage) {
      if (!stage.arrange) return;
      const page = await (await contextOf(stage, "en")).newPage();
      await stage.arrange(page, world);
      await page.close();
    },
    async close() {
      world.hold(false);
      for (const context of people.values()) await context.close();
      await server.kill(true);
      await stamps.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Stops and continues the processes in which the server does its long work. */
function holder(pid: number): World["hold"] {
  let held: number[] = [];
  return (still) => {
    if (still) held = descendants(pid);
    for (const id of held) {
      try {
        process.kill(id, still ? "SIGSTOP" : "SIGCONT");
      } catch {
        // It has ended already.
      }
    }
    if (!still) held = [];
  };
}
