// What the packages are allowed to be: their licences (from the lock file, and from the packages where they lie; no network),
// and whether any of those the product uses has a known weakness (asked of the package registry, where one answers).
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { npmProgram } from "./install.mjs";

/** Go with Apache-2.0 in what is handed on. */
const FOR_USE = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "Unlicense",
]);
/** Of tools that build and test, and are not part of what runs. */
const FOR_TOOLS = new Set([...FOR_USE, "BlueOak-1.0.0", "CC-BY-3.0", "CC-BY-4.0", "CC0-1.0", "MPL-2.0", "Python-2.0"]);
/** Packages that name no licence in their head; the text that lies beside it was read: MIT. */
const READ_BY_HAND = new Set(["eval", "format", "require-like"]);

/**
 * Does an SPDX expression let the package in? Of `OR` one part must be allowed, of `AND` all.
 *
 * @param {string} expression
 * @param {boolean} isTool
 */
export function isAllowed(expression, isTool) {
  const allowed = isTool ? FOR_TOOLS : FOR_USE;
  const inside = expression.trim().replace(/^\((.*)\)$/, "$1");
  return inside
    .split(/\s+OR\s+/i)
    .some((part) => part.split(/\s+AND\s+/i).every((id) => allowed.has(id.trim().replace(/^\(|\)$/g, ""))));
}

/** What a package says of its licence: text, or the older forms with a type. */
function licenceOf({ license, licenses }) {
  const said = license ?? licenses;
  if (Array.isArray(said)) return said.map((each) => each?.type ?? each).join(" OR ");
  return typeof said === "object" && said !== null ? String(said.type ?? "") : String(said ?? "");
}

/** @returns {string[]} one sentence for each package whose licence is not on the list */
export function refusedLicences(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const refused = [];
  for (const [place, locked] of Object.entries(packages)) {
    if (place === "") continue;
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const head = path.join(root, place, "package.json");
    const installed = existsSync(head) ? licenceOf(JSON.parse(readFileSync(head, "utf8"))) : "";
    for (const said of new Set([licenceOf(locked), installed])) {
      if (said === "" && (installed !== "" || licenceOf(locked) !== "" || READ_BY_HAND.has(name))) continue;
      if (!isAllowed(said, locked.dev === true))
        refused.push(`${place}: ${said === "" ? "names no licence" : `its licence is ${said}`}`);
    }
  }
  return refused;
}

/**
 * What an answer of `npm audit --json` says: null when no registry answered.
 *
 * @param {string} text
 * @returns {{ grave: string[], others: number } | null} names of packages with a weakness called high or critical
 */
export function readAudit(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  const counted = answer?.metadata?.vulnerabilities;
  if (typeof counted?.total !== "number" || typeof answer.vulnerabilities !== "object") return null;
  const grave = Object.values(answer.vulnerabilities)
    .filter(({ severity }) => severity === "high" || severity === "critical")
    .map(({ name, severity }) => `${name}: a known weakness called ${severity}`);
  return { grave, others: counted.total - grave.length };
}

function askRegistry(root) {
  const [program, ...first] = npmProgram();
  const args = ["audit", "--omit=dev", "--audit-level=high", "--json", "--fetch-retries=0", "--fetch-timeout=8000"];
  return new Promise((resolve) => {
    const options = { cwd: root, timeout: 15_000, maxBuffer: 32 << 20, encoding: "utf8" };
    execFile(program, [...first, ...args], options, (_error, output) => resolve(readAudit(output)));
  });
}

/**
 * Looks at all packages and says what it found, and what it could not look at.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<number>} an exit code: 1 where a package may not stay
 */
export async function lookAtPackages(root, say) {
  const refused = refusedLicences(root);
  for (const line of refused) say(line);
  say(
    refused.length === 0
      ? "The licences of all packages are on the list."
      : "Not allowed: see CONTRIBUTING.md, Adding a package.",
  );
  const audit = await askRegistry(root);
  if (audit === null) {
    say("Known weaknesses were NOT looked for: no package registry answered the question. Ask again where one does.");
    return refused.length === 0 ? 0 : 1;
  }
  for (const line of audit.grave) say(line);
  say(`Known weaknesses of the packages in use: ${audit.grave.length} high or critical, ${audit.others} lesser.`);
  return refused.length + audit.grave.length === 0 ? 0 : 1;
}
