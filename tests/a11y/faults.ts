import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOnly, RunOptions } from "axe-core";
import { expect, type Page } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices. */
const EVERY: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** Those whose answer depends on colours. */
const OF_COLOURS: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

type Axe = { readonly run: (options: RunOptions) => Promise<AxeResults> };

/** What axe finds on the page as it stands, one line for a fault. */
function faultsOf(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (asked) => {
    // Colours that were just chosen are there after a picture was drawn with them.
    await new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(drawn));
      setTimeout(drawn, 500);
    });
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(asked);
    return violations.map(
      ({ id, help, nodes }) =>
        `${id} (${help}; first: ${[...nodes[0]!.any, ...nodes[0]!.all].map(({ message }) => message).join(" ")}) at ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
    );
  }, options);
}

/** Has the browser compute every style anew: after the colours of the device change it can keep an old one on single lines. */
const restyle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { body } = document;
    body.style.display = "none";
    void body.offsetHeight;
    body.style.removeProperty("display");
  });

/**
 * Fails, softly, with every fault axe finds on the page as it stands; `colours`: only those that other colours can make.
 * axe is run in the page itself: no page of ours has frames of others, for which its Playwright package opens pages of its own.
 */
export async function hasNoFaults(page: Page, what: string, colours: "every" | "colours" = "every"): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const options: RunOptions = { runOnly: colours === "every" ? EVERY : OF_COLOURS, resultTypes: ["violations"] };
  let told = await faultsOf(page, options);
  if (told.length > 0) {
    await restyle(page);
    told = await faultsOf(page, options);
  }
  // Soft: one run tells the faults of every page.
  expect.soft(told, what).toEqual([]);
}
