// Builds one target:
//   reference  seed/ compiled into the tables the product reads at run time   → build/reference/
//   verifier   app/pack/page/, the verifier of packs as one page               → build/verify.html
//   cli        app/cli.ts, the command line, two threads and the PDF program → build/bin/cli.js, rows-thread.js, screen-thread.js, pdf.js
//   server     the same, app/main.ts and app/jobs/worker.ts                → build/bin/server.js, worker.js, and those
//   bench      tests/bench/bench.ts                                           → build/bin/bench.js
//   screenshots  tests/screenshots/screenshots.ts                            → build/bin/screenshots.js
//   study      app/model-study.ts                                             → build/bin/study.js
//   web        the pages, by Remix                                            → build/client/, build/server/
// The stamp is taken away first and written last; files are moved into place when they are whole.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sha256 } from "./fingerprint.mjs";
import { StartFailure, run } from "./run.mjs";
import { lastBuilt, stampBuilt, unstampBuilt } from "./stamps.mjs";
import { makeVerifyPage } from "./verify-page.mjs";

/** Programs that others start: a thread, a child process. */
const HELPERS = {
  "rows-thread": "app/jobs/rows-thread.ts",
  "screen-thread": "app/jobs/screen-thread.ts",
  pdf: "app/pdf/child.ts",
};

/** The programs of each target: their names in build/bin/, and where they begin. */
const ENTRIES = {
  cli: { cli: "app/cli.ts", ...HELPERS },
  server: { server: "app/main.ts", worker: "app/jobs/worker.ts", ...HELPERS },
  bench: { bench: "tests/bench/bench.ts" },
  screenshots: { screenshots: "tests/screenshots/screenshots.ts" },
  study: { study: "app/model-study.ts" },
};
const NAMES = {
  verifier: "verifier of packs",
  cli: "command line",
  server: "server",
  bench: "bench",
  screenshots: "screenshots",
  study: "study",
  web: "pages",
};
const COMPILE_REFERENCE = `
  const [, compiler, seedFolder, outFolder] = process.argv;
  const { compileReference } = await import(compiler);
  await compileReference(seedFolder, outFolder);
`;

/** @param {(line: string) => void} say */
export async function build(root, target, sources, say) {
  mkdirSync(path.join(root, "build"), { recursive: true });
  removeLeftovers(path.join(root, "build"));
  if (target === "reference") return buildReference(root, sources, say);
  const began = Date.now();
  say(`building the ${NAMES[target]}.`);
  unstampBuilt(root, target);
  if (target === "web") await buildPages(root, say);
  else if (target === "verifier") await buildVerifier(root);
  else await buildPrograms(root, ENTRIES[target]);
  stampBuilt(root, target, sources);
  say(`built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

/** Compiled again only when the compiler or the files it reads have changed, not whenever any source has. */
async function buildReference(root, sources, say) {
  const entryPoints = [path.join(root, "seed", "compile-reference.ts")];
  const [compiler] = await bundle(root, { entryPoints, outdir: path.join(root, "build"), sourcemap: false });
  const content = sha256(`${sources.seed} ${sources.lock} ${sha256(compiler.contents)}`);
  if (lastBuilt(root, "reference")?.content === content) return stampBuilt(root, "reference", sources, { content });

  const began = Date.now();
  say("compiling the reference data (countries, sectors, goods, lists).");
  unstampBuilt(root, "reference");
  const workshop = path.join(root, "build", `.making-${process.pid}`);
  const fresh = path.join(workshop, "reference");
  const program = path.join(workshop, "compile-reference.mjs");
  mkdirSync(fresh, { recursive: true });
  writeFileSync(program, compiler.contents);
  const args = [pathToFileURL(program).href, path.join(root, "seed", "reference"), fresh];
  const evaluate = ["--input-type=module", "--eval", COMPILE_REFERENCE];
  const code = await run(process.execPath, [...evaluate, ...args], { cwd: root, onStderr: true });
  if (code !== 0) throw new StartFailure("the reference data could not be compiled; the reason stands above.");
  const place = path.join(root, "build", "reference");
  rmSync(place, { recursive: true, force: true });
  renameSync(fresh, place);
  rmSync(workshop, { recursive: true, force: true });
  stampBuilt(root, "reference", sources, { content });
  say(`compiled in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

async function buildPrograms(root, entries) {
  const folder = path.join(root, "build", "bin");
  mkdirSync(folder, { recursive: true });
  const files = await bundle(root, {
    entryPoints: Object.entries(entries).map(([name, file]) => ({ in: path.join(root, file), out: name })),
    outdir: folder,
    sourcemap: true,
  });
  for (const { path: place, contents } of files) {
    const beside = `${place}.${process.pid}`;
    writeFileSync(beside, contents);
    renameSync(beside, place);
  }
}

/** One esbuild call; packages stay outside. Answers the files without writing them. */
async function bundle(root, options) {
  const require = createRequire(path.join(root, "package.json"));
  const esbuild = await import(pathToFileURL(require.resolve("esbuild")).href);
  const { outputFiles } = await saidPlainly(
    esbuild.build({
      absWorkingDir: root,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20.19",
      jsx: "automatic",
      logLevel: "warning",
      write: false,
      ...options,
    }),
  );
  return outputFiles;
}

/** Needs the reference data: the page tells whether those in a pack are its own. */
async function buildVerifier(root) {
  const index = readFileSync(path.join(root, "build", "reference", "index.json"), "utf8");
  const page = await saidPlainly(makeVerifyPage(root, JSON.parse(index).riskHash));
  const place = path.join(root, "build", "verify.html");
  writeFileSync(`${place}.${process.pid}`, page);
  renameSync(`${place}.${process.pid}`, place);
}

/** What esbuild could not build, it has said already. */
async function saidPlainly(building) {
  try {
    return await building;
  } catch (error) {
    if (error.errors !== undefined) throw new StartFailure("the build has failed; the reasons stand above.");
    throw error;
  }
}

async function buildPages(root, say) {
  const remix = path.join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const code = await run(
    process.execPath,
    [remix, "vite:build", "--config", "remix.config.js", "--logLevel", "error"],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      onStderr: true,
      stillAt: (seconds) => say(`still building the pages, ${seconds} s.`),
    },
  );
  if (code !== 0) throw new StartFailure("the pages could not be built; the reason stands above.");
}

/** What a build that was killed has left. The lock is held, so nobody else is at work here. */
function removeLeftovers(folder) {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(".making-")) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
