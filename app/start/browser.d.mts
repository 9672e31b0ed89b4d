/** For tests/playwright.config.ts. */
export declare const BROWSER_ARGUMENTS: string[];
