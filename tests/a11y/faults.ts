import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "../e2e/journey";

/** Every rule of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails, softly, with every fault axe finds on the page as it stands. */
export async function hasNoFaults(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${what}: ${id} (${help}) at ${nodes.map(({ target }) => target.join(" ")).join("; ")}`,
  );
  // Soft: one run tells the faults of every page.
  expect.soft(told).toEqual([]);
}
