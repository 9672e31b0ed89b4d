/** The built program on a folder of its own, brought from state to state as the stages say, for whoever looks at its pages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { catalogue as en } from "../../app/i18n/en";
import { catalogue as ru } from "../../app/i18n/ru";
import { startBuiltServer } from "../bench/built-server";
import { descendants } from "../bench/measure";
import { aHolder, aStampService, stampAnswer } from "../stamp-authority";
import { LANGUAGES, type Lang } from "./options";
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

/**
 * Starts the built program with the demo workspace. `root` is the folder of the checkout, `rows` the size of the lists, `prepare`
 * what is done with every context before a page is opened in it.
 */
export async function startWalk(
  browser: Browser,
  root: string,
  rows: number,
  prepare: (context: BrowserContext) => Promise<void> = async () => undefined,
): Promise<Walk> {
  const folder = mkdtempSync(path.join(tmpdir(), "candour-walk-"));
  const stamps = await stampService();
  const server = await startBuiltServer(path.join(folder, "data"), {
    root,
    env: { CANDOUR_DEMO: "1", CANDOUR_TIMESTAMP_URL: stamps.address },
  });
  const [, email = "", password = ""] = /sign in with (\S+) and the password (\S+)/.exec(server.output()) ?? [];
  const world: World = { folder, rows, demo: { email, password }, hold: holder(server.pid), made: new Map() };
  const contexts = new Map<string, Promise<BrowserContext>>();
  const open = async (): Promise<BrowserContext> => {
    const options = { baseURL: server.origin, locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" } as const;
    const context = await browser.newContext(options);
    // What is not there is told by its name, not by the end of the whole walk's patience.
    context.setDefaultTimeout(STEP_MS);
    await prepare(context);
    return context;
  };
  /** Each language has its own, so that two can be looked at side by side; it is the person who signed in with the first. */
  const contextOf: Walk["contextOf"] = async (stage, lang) => {
    const key = `${stage.as} ${lang}`;
    if (!contexts.has(key)) contexts.set(key, open());
    const context = await contexts.get(key)!;
    if (lang !== LANGUAGES[0]) {
      const cookies = await (await contextOf(stage, LANGUAGES[0])).cookies();
      await context.clearCookies();
      await context.addCookies(cookies);
    }
    await context.addCookies([{ name: "candour_language", value: lang, url: server.origin }]);
    return context;
  };
  /** One page a person: the next finds the scripts read. */
  const arranging = new Map<BrowserContext, Page>();
  return {
    world,
    contextOf,
    async arrange(stage) {
      if (!stage.arrange) return;
      const context = await contextOf(stage, LANGUAGES[0]);
      const page = arranging.get(context) ?? (await context.newPage());
      arranging.set(context, page);
      await stage.arrange(page, world);
      await page.goto("about:blank");
    },
    async close() {
      world.hold(false);
      for (const context of contexts.values()) await (await context).close();
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
