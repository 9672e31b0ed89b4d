import type { Page } from "@playwright/test";

/** Waits until the page's own script has taken it over: what is chosen before is not acted on. */
export const hydrated = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactFiber")));
};
