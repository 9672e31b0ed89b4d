/** For tests/playwright.config.ts and tests/screenshots/. */
export declare const BROWSER_ARGUMENTS: string[];

/** The path of a browser that starts here, or "" for Playwright's own. Throws with what to do when there is none. */
export declare function findBrowser(root: string, say: (line: string) => void): Promise<string>;
