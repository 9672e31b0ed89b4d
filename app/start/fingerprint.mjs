// What the sources are now, as one hash. Cheap when nothing changed: a file whose size and times are those of the last
// run is not read again.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "db", "risk-models", "seed", "docs/model", "tests/bench", "tests/screenshots", "public"];
const FILES = ["remix.config.js", "tsconfig.json", "package-lock.json"];
/** Files that no build reads, so that editing a test builds nothing. */
const NOT_BUILT = /\.test\.[cm]?[jt]sx?$|\/\./;

/** The folder of the stamps. */
export const stampFolder = (root) => path.join(root, "build", ".stamps");

/**
 * @param {string} root the project's folder
 * @returns {{ code: string, seed: string, bench: string, lock: string }} SHA-256 of what the programs are made of, of
 *   `seed/`, of the programs in `tests/` (the bench, the screenshots), and of the lock file
 */
export function fingerprint(root) {
  const cacheFile = path.join(stampFolder(root), "sources.json");
  const known = readJson(cacheFile) ?? { files: {} };
  const files = {};
  let changed = false;
  for (const [name, stat] of listSources(root)) {
    const [size, modified, altered] = known.files[name] ?? [];
    if (size === stat.size && modified === stat.mtimeMs && altered === stat.ctimeMs) {
      files[name] = known.files[name];
    } else {
      const hash = sha256(readFileSync(path.join(root, name)));
      files[name] = [stat.size, stat.mtimeMs, stat.ctimeMs, hash];
      changed = true;
    }
  }
  if (Object.keys(files).length !== Object.keys(known.files).length) changed = true;
  if (!changed) return known.hashes;
  const hashes = summarise(files);
  writeJson(cacheFile, { hashes, files });
  return hashes;
}

function summarise(files) {
  const lines = { code: [], seed: [], bench: [] };
  for (const name of Object.keys(files).sort()) {
    const part = name.startsWith("seed/") ? "seed" : name.startsWith("tests/") ? "bench" : "code";
    lines[part].push(`${files[name][3]} ${name}\n`);
  }
  return {
    code: sha256(lines.code.join("")),
    seed: sha256(lines.seed.join("")),
    bench: sha256(lines.bench.join("")),
    lock: files["package-lock.json"]?.[3] ?? "",
  };
}

/** Every source with its size and times, by its name from the root with forward slashes. */
function* listSources(root) {
  const folders = [...FOLDERS];
  while (folders.length > 0) {
    const folder = folders.pop();
    let entries;
    try {
      entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
      if (error.code === "ENOENT") continue;
      throw error;
    }
    for (const entry of entries) {
      const name = `${folder}/${entry.name}`;
      if (NOT_BUILT.test(name)) continue;
      if (entry.isDirectory()) folders.push(name);
      else yield* statOf(root, name);
    }
  }
  for (const name of FILES) yield* statOf(root, name);
}

function* statOf(root, name) {
  const stat = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (stat?.isFile()) yield [name, stat];
}

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The parsed file, or null when it is missing or was not written to its end. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Written beside and moved into place, so that a reader finds the old file or the new one and never half of it. */
export function writeJson(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(content));
  renameSync(beside, file);
}
