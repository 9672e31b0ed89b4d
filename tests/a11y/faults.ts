import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every rule of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Those whose answer depends on colours. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** Fails, softly, with every fault axe finds on the page as it stands; `colours`: only those that other colours can make. */
export async function hasNoFaults(page: Page, what: string, colours: "every" | "colours" = "every"): Promise<void> {
  // No page has frames of others: axe need not open a page of its own to put answers together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (colours === "every" ? axe.withTags(TAGS) : axe.withRules(OF_COLOURS)).analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${what}: ${id} (${help}) at ${nodes.map(({ target }) => target.join(" ")).join("; ")}`,
  );
  // Soft: one run tells the faults of every page.
  expect.soft(told).toEqual([]);
}
