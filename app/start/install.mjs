// Installs the packages of package-lock.json, then the few that need a script of their own (the database driver), then
// proves that the driver loads in this Node.js.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { aptGetInstall, canAptGet } from "./apt.mjs";
import { StartFailure, answers, run, tail } from "./run.mjs";
import { stampInstalled, unstampInstalled } from "./stamps.mjs";

const LOADS_THE_DRIVER = `new (require("better-sqlite3"))(":memory:").prepare("select 1").get()`;
const BUILD_TOOLS = ["python3", "make", "g++"];

/**
 * @param {(line: string) => void} say
 * @param {() => Promise<void>} meanwhile what needs the packages and not the driver: it is done while the driver is
 *   compiled, which leaves the other processors idle for a minute
 */
export async function install(root, sources, say, meanwhile) {
  const log = path.join(root, ".cache", "install.log");
  mkdirSync(path.dirname(log), { recursive: true });
  rmSync(log, { force: true });
  unstampInstalled(root);

  say("installing the packages this version needs (one to two minutes).");
  const packages = ["ci", "--include=dev", "--ignore-scripts", "--package-lock=true"];
  if ((await npm(root, packages, log, say, "installing")) !== 0) {
    throw new StartFailure(
      `the packages could not be installed. The end of what npm said (all of it stands in .cache/install.log):\n${tail(log)}\nIs a package registry reachable? Then run the same command again.`,
    );
  }
  const driver = prepareDriver(root, log, say).then(() => stampInstalled(root, sources));
  for (const { reason } of await Promise.allSettled([driver, meanwhile()])) if (reason !== undefined) throw reason;
}

/** Has npm run the install scripts that are allowed, and tries the driver. */
async function prepareDriver(root, log, say) {
  say("preparing the database driver (a prebuilt file, or else compiled here, about a minute and a half).");
  const scripts = ["rebuild", ...packagesWithScripts(root), "--ignore-scripts=false", "--foreground-scripts"];
  const prepared = async () =>
    (await npm(root, scripts, log, say, "preparing the database driver")) === 0 && (await driverLoads(root, log));
  if (await prepared()) return;
  await getBuildTools(log, say);
  if (!(await prepared())) {
    throw new StartFailure(`the database driver better-sqlite3 could not be built. The end of the log:\n${tail(log)}`);
  }
}

/** The packages whose install scripts package.json allows; no other script runs. */
function packagesWithScripts(root) {
  const { allowScripts = {} } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return Object.keys(allowScripts)
    .filter((name) => allowScripts[name] === true)
    .map((name) => name.replace(/(?!^)@.*$/, ""));
}

async function driverLoads(root, log) {
  return (await run(process.execPath, ["-e", LOADS_THE_DRIVER], { cwd: root, log })) === 0;
}

/** Gets what compiling needs, as root on Debian and Ubuntu; else stops with the one command to type. */
async function getBuildTools(log, say) {
  const missing = [];
  for (const tool of BUILD_TOOLS) if (!(await answers(tool))) missing.push(tool);
  if (missing.length === 0) {
    throw new StartFailure(`the database driver better-sqlite3 could not be built. The end of the log:\n${tail(log)}`);
  }
  if (canAptGet()) {
    say(`the driver has to be compiled; installing what is missing for that with apt-get (${missing.join(", ")}).`);
    if (await aptGetInstall(BUILD_TOOLS, log, say)) return;
    throw new StartFailure(`apt-get could not install ${BUILD_TOOLS.join(" ")}. The end of the log:\n${tail(log)}`);
  }
  const byHand =
    process.platform === "darwin" ? "xcode-select --install" : `sudo apt-get install -y ${BUILD_TOOLS.join(" ")}`;
  throw new StartFailure(
    `the database driver has to be compiled here, and this is missing: ${missing.join(", ")}. Type the line below, then run the same command again:\n\n    ${byHand}\n`,
  );
}

function npm(root, args, log, say, doing) {
  const env = { ...process.env };
  // What npm hands down from `npm run --silent` or a production shell would hide errors or leave out what the build needs.
  for (const name of ["NODE_ENV", "npm_config_loglevel", "npm_config_omit", "npm_config_production"]) delete env[name];
  // For node-gyp, which else compiles one file after another.
  env.JOBS ??= "max";
  env.PATH = `${path.dirname(process.execPath)}${path.delimiter}${env.PATH ?? ""}`;
  const headers = nodeHeaders();
  if (headers !== null) env.npm_config_nodedir ??= headers;
  const [program, ...first] = npmProgram();
  return run(program, [...first, ...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    env,
    log,
    stillAt: (seconds) => say(`still ${doing}, ${seconds} s.`),
  });
}

/** Node's own prefix where its C++ headers lie there: compiling then needs no download. */
function nodeHeaders() {
  const prefix = path.resolve(realpathSync(process.execPath), "..", "..");
  return existsSync(path.join(prefix, "include", "node", "node_version.h")) ? prefix : null;
}

/** The npm that called us, else the one that came with this Node.js, else the one in PATH. */
export function npmProgram() {
  const caller = process.env.npm_execpath;
  if (caller !== undefined && /npm-cli\.[cm]?js$/.test(caller) && existsSync(caller)) return [process.execPath, caller];
  const prefix = path.resolve(realpathSync(process.execPath), "..", "..");
  const own = path.join(prefix, "lib", "node_modules", "npm", "bin", "npm-cli.js");
  return existsSync(own) ? [process.execPath, own] : ["npm"];
}
