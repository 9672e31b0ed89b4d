// Stamps say that an installation or a build was finished, and from what. They are taken away before the work begins and
// written after its end, so that work cut off in the middle is never taken for done.
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { readJson, stampFolder, writeJson } from "./fingerprint.mjs";

const HELPERS = ["build/bin/rows-thread.js", "build/bin/screen-thread.js", "build/bin/pdf.js"];

/** What each target leaves behind. Its stamp counts only while these are there. */
const OUTPUTS = {
  reference: ["build/reference"],
  verifier: ["build/verify.html"],
  cli: ["build/bin/cli.js", ...HELPERS],
  server: ["build/bin/server.js", "build/bin/worker.js", ...HELPERS],
  bench: ["build/bin/bench.js"],
  screenshots: ["build/bin/screenshots.js"],
  study: ["build/bin/study.js"],
  web: ["build/server/index.js", "build/client"],
};

const installStamp = (root) => path.join(root, "node_modules", ".candour-install.json");
const buildStamp = (root, target) => path.join(stampFolder(root), `${target}.json`);

/** What an installation depends on: the lock file, and Node's binary interface on this machine. */
const installKey = (sources) => [sources.lock, process.versions.modules, process.platform, process.arch].join(" ");

/** What each target depends on: `seed/` goes into the reference data, whose hash the verifier of packs has, and the folders of `tests/` that are programs into those. */
function buildKey(target, { code, seed, bench }) {
  if (target === "reference" || target === "verifier") return `${code} ${seed}`;
  return target === "bench" || target === "screenshots" ? `${code} ${bench}` : code;
}

export const isInstalled = (root, sources) => readJson(installStamp(root))?.key === installKey(sources);
export const stampInstalled = (root, sources) => writeJson(installStamp(root), { key: installKey(sources) });
export const unstampInstalled = (root) => rmSync(installStamp(root), { force: true });

export const isBuilt = (root, target, sources) =>
  readJson(buildStamp(root, target))?.key === buildKey(target, sources) &&
  OUTPUTS[target].every((output) => existsSync(path.join(root, output)));

/** What was noted with the last finished build of this target; null when there is none or its output is gone. */
export function lastBuilt(root, target) {
  const outputs = OUTPUTS[target].every((output) => existsSync(path.join(root, output)));
  return outputs ? readJson(buildStamp(root, target)) : null;
}
export const stampBuilt = (root, target, sources, notes = {}) =>
  writeJson(buildStamp(root, target), { ...notes, key: buildKey(target, sources) });
export const unstampBuilt = (root, target) => rmSync(buildStamp(root, target), { force: true });
