/** The pages of the method, in the newest released model. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { paths } from "../../app/lib/paths";

/** The browser tests load this file as it stands, where a JSON module cannot be imported; both start in the checkout. */
const released = readFileSync(path.resolve("risk-models/models/released.json"), "utf8");
const id = Object.keys(JSON.parse(released) as Record<string, unknown>).at(-1)!;

export const METHOD_SCENES = [
  { name: "method", address: () => paths.method(id) },
  { name: "method-worked", address: () => paths.methodWorked(id, "W12") },
  { name: "method-study", address: () => paths.methodStudy(id) },
  { name: "method-coverage", address: () => paths.methodCoverage(id) },
  { name: "method-sources", address: () => paths.methodSources() },
];
