// The one door: every npm script enters here. Plain JavaScript and `node:` modules only, because it runs before anything
// is installed. It installs the packages and builds what the command needs, if that is not done yet, then hands over.
//
//   node app/start.mjs <start|dev|build|check|test|candour|bench|screenshots|study> [arguments]
//
// It prints nothing on standard output for `candour` and `bench`: that stream belongs to the command.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const OLDEST_NODE = [20, 19];

/**
 * What each command needs built, in this order; app/start/build.mjs says what the names stand for. The pages come first:
 * Remix empties build/ before it builds them, and what it took away is then built again.
 */
const NEEDS = {
  start: ["web", "reference", "verifier", "server"],
  dev: ["reference", "verifier", "server"],
  build: ["web", "reference", "verifier", "cli", "server"],
  check: ["reference", "verifier"],
  test: ["web", "reference", "verifier", "cli", "server"],
  candour: ["reference", "verifier", "cli"],
  // The bench of the pages starts a server of its own.
  bench: [...(asksForThePages(process.argv) ? ["web", "server"] : []), "reference", "verifier", "cli", "bench"],
  screenshots: ["web", "reference", "verifier", "server", "screenshots"],
  study: ["reference", "study"],
};

const WHY = {
  start: "starting the server",
  dev: "starting the development server",
  build: "building",
  check: "checking types, style and unit tests",
  test: "running every check and test",
  candour: "getting the command line ready",
  bench: "getting the bench ready",
  screenshots: "getting ready to look at every page",
  study: "getting the study of the risk model ready",
};

function asksForThePages(argv) {
  return argv.some(
    (argument, at) => argument === "--only=pages" || (argument === "--only" && argv[at + 1] === "pages"),
  );
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const command = process.argv[2];
const args = process.argv.slice(3);

/** Ends the process with a plain sentence on standard error. */
function stop(sentence) {
  process.stderr.write(`Candour: ${sentence}\n`);
  process.exit(1);
}

function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** Loads a built file into this process, as if node had been called with it, and answers what it exports. */
async function handOver(file, ...first) {
  const target = path.join(root, "build", "bin", file);
  process.argv = [process.execPath, target, ...first, ...args];
  return import(pathToFileURL(target).href);
}

async function main() {
  const { prepare } = await import("./start/prepare.mjs");
  const quiet = command === "candour" || command === "bench";
  await prepare({ root, needs: NEEDS[command], why: WHY[command], quiet });

  switch (command) {
    case "candour":
      return handOver("cli.js");
    case "bench": {
      const { bench } = await handOver("bench.js");
      process.exitCode = await bench(args, root);
      return undefined;
    }
    case "screenshots": {
      const { screenshots } = await handOver("screenshots.js");
      process.exitCode = (await screenshots(args, root)) || process.exitCode;
      return undefined;
    }
    case "study": {
      const { study } = await handOver("study.js");
      process.exitCode = await study(args, root);
      return undefined;
    }
    case "start":
      return handOver("server.js");
    case "dev":
      return handOver("server.js", "--dev");
    case "check":
    case "test": {
      const { run } = await import("./start/run.mjs");
      const runner = path.join("tests", "run-tests.mjs");
      process.exitCode = await run(process.execPath, [runner, command, ...args], { cwd: root, input: "inherit" });
    }
  }
}

if (!nodeIsNewEnough()) {
  stop(
    `this needs Node.js ${OLDEST_NODE.join(".")} or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  );
}
if (!Object.prototype.hasOwnProperty.call(NEEDS, command)) {
  stop(`there is no command "${command ?? ""}". Use one of: ${Object.keys(NEEDS).join(", ")}.`);
}

// npm moves into the project's folder and keeps the caller's in INIT_CWD: relative paths are resolved against that.
// Called directly from elsewhere, the caller's folder is the current one, whatever an outer npm has left in INIT_CWD.
if (process.cwd() !== root) {
  process.env.INIT_CWD = process.cwd();
  process.chdir(root);
}
process.env.INIT_CWD ??= root;
if (command === "dev") process.env.NODE_ENV = "development";
if (command === "start" || command === "candour" || command === "bench" || command === "screenshots")
  process.env.NODE_ENV ??= "production";

try {
  await main();
} catch (error) {
  // An expected failure carries its sentence; anything else is a fault of ours and shows where it came from.
  if (error instanceof Error && error.name === "StartFailure") stop(error.message);
  throw error;
}
