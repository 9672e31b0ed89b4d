const BROWSERS = [
  ["Edge", /\bEdgA?\//u],
  ["Opera", /\bOPR\//u],
  ["Samsung Internet", /\bSamsungBrowser\//u],
  ["Firefox", /\b(?:Firefox|FxiOS)\//u],
  ["Chrome", /\b(?:Chrome|CriOS)\//u],
  ["Safari", /\bSafari\//u],
] as const;
const SYSTEMS = [
  ["Android", /\bAndroid\b/u],
  ["iPhone", /\biPhone\b/u],
  ["iPad", /\biPad\b/u],
  ["Windows", /\bWindows\b/u],
  ["macOS", /\bMacintosh\b/u],
  ["ChromeOS", /\bCrOS\b/u],
  ["Linux", /\bLinux\b/u],
] as const;

const first = (of: readonly (readonly [name: string, sign: RegExp])[], text: string) =>
  of.find(([, sign]) => sign.test(text))?.[0];

/**
 * Browser and system in a few words ("Firefox, Windows"), for the list of sessions; "" when neither is told. Versions and
 * everything else of the user agent are not kept.
 */
export const deviceOf = (userAgent: string | null): string =>
  [first(BROWSERS, userAgent ?? ""), first(SYSTEMS, userAgent ?? "")].filter(Boolean).join(", ");
