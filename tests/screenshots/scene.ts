/** What a page or state is, and how its stage is brought about; read by the pictures and by the search for accessibility faults. */
import type { Page } from "@playwright/test";
import type { catalogue as english } from "../../app/i18n/en";
import type { catalogue as russian } from "../../app/i18n/ru";
import { paths } from "../../app/lib/paths";

/** What the steps make and the scenes look at. */
export interface World {
  /** A folder for the lists. */
  readonly folder: string;
  /** Rows of its lists: as many as make full pages, or few where every line costs and says the same. */
  readonly rows: number;
  readonly demo: { readonly email: string; readonly password: string };
  /** Stops the work of the server's jobs, so that progress can be looked at; `false` lets it go on. */
  readonly hold: (still: boolean) => void;
  /** Slugs and ids by a name of ours. */
  readonly made: Map<string, string>;
}

/** A catalogue: what the page says. */
export type Words = typeof english | typeof russian;

export interface Scene {
  readonly name: string;
  readonly address: (world: World) => string;
  /** What is done on the page before it is looked at. */
  readonly open?: (page: Page, words: Words) => Promise<void>;
  /** It is laid out in another way where the screen is narrow. */
  readonly narrow?: true;
  /** The answer is meant to be an error, which the console tells too. */
  readonly refused?: true;
}

export interface Stage {
  /** Signed in as nobody, as the owner of the invented lists or their auditor, or as the demo's person. */
  readonly as: "nobody" | "owner" | "auditor" | "demo";
  readonly arrange?: (page: Page, world: World) => Promise<void>;
  readonly scenes: readonly Scene[];
  /** Pages that stand in the table already, with other data; no later stage needs them. */
  readonly again?: true;
}

export const of = (world: World, name: string): string => world.made.get(name) ?? "";
export const at =
  (address: (slug: string, query?: string) => string, query = "", workspace = "list") =>
  (world: World): string =>
    address(of(world, workspace), query);
export const importOf =
  (name: string, workspace = "list") =>
  (world: World): string =>
    paths.import(of(world, workspace), of(world, name));

/** Sends a form that cannot be accepted and waits for the page that says so. */
export const refuse =
  (button: string, values: Readonly<Record<string, string>> = {}) =>
  async (page: Page): Promise<void> => {
    for (const [name, value] of Object.entries(values)) await page.locator(`main input[name=${name}]`).fill(value);
    await page.locator(button).first().click();
    await page.locator("[aria-invalid=true], [role=alert]").first().waitFor();
  };

export const openAll = (page: Page): Promise<void> =>
  page.locator("main details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));

export const tick = async (page: Page): Promise<void> => {
  const boxes = page.locator("table tbody input[type=checkbox]");
  for (const index of [0, 2, 3]) await boxes.nth(index).check();
};
