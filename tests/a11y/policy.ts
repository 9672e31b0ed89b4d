import type { BrowserContext, Page } from "@playwright/test";

type Noted = { refusedByPolicy?: string[] };

/** Has every page of the context note what its content security policy refuses it. */
export async function watchPolicy(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const noted: string[] = ((window as Noted).refusedByPolicy = []);
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      noted.push(`${violatedDirective}: ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  });
}

/** What was refused since the page was opened; nothing but what ought not to be there is. */
export const refusedByPolicy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as Noted).refusedByPolicy ?? ["nobody watches"]);
