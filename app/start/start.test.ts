import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const project = path.resolve(import.meta.dirname, "..", "..");

/**
 * Stands for npm, which is not ours: `ci` gives the packages of this checkout, after as long a pause as npm-pause says;
 * every call is noted.
 */
const NPM = `
  const fs = require("fs"), path = require("path");
  fs.appendFileSync("npm-calls.txt", process.argv.slice(2, 4).join(" ") + "\\n");
  if (process.argv[2] === "ci") {
    fs.rmSync("node_modules", { recursive: true, force: true });
    fs.mkdirSync("node_modules");
    const pause = fs.existsSync("npm-pause") ? Number(fs.readFileSync("npm-pause", "utf8")) : 0;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    if (fs.existsSync("npm-fails")) { console.error("npm error no registry answers"); process.exit(1); }
    for (const name of ["better-sqlite3", "bindings", "file-uri-to-path", "esbuild", "@esbuild"])
      fs.symlinkSync(path.join(${JSON.stringify(path.join(project, "node_modules"))}, name), path.join("node_modules", name));
  }
`;

let folder: string;

/** A checkout of its own: our start script, and the smallest product it can build. */
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "candour-start-"));
  cpSync(path.join(project, "app", "start.mjs"), path.join(folder, "app", "start.mjs"));
  cpSync(path.join(project, "app", "start"), path.join(folder, "app", "start"), { recursive: true });
  mkdirSync(path.join(folder, "seed"));
  mkdirSync(path.join(folder, "app", "pdf"));
  write("package.json", JSON.stringify({ type: "module", allowScripts: { "better-sqlite3": true, other: false } }));
  write("package-lock.json", "{}");
  write(
    "app/cli.ts",
    `process.stdout.write(JSON.stringify({ args: process.argv.slice(2), from: process.env.INIT_CWD }));`,
  );
  mkdirSync(path.join(folder, "app", "pack", "page"), { recursive: true });
  write("app/pack/page/page.ts", "document.title = 'a';");
  write("app/pack/page/html.ts", "export const pageHtml = ({ script }: { script: string }) => script;");
  write("app/pack/page/style.css", "p { margin: 0 }");
  mkdirSync(path.join(folder, "app", "styles"));
  write("app/styles/tokens.css", ":root {\n  --a: #fff;\n}\n:root {\n  @variant dark {\n    --a: #000;\n  }\n}\n");
  mkdirSync(path.join(folder, "app", "jobs"));
  write("app/jobs/rows-thread.ts", "export {};");
  write("app/jobs/screen-thread.ts", "export {};");
  write("app/pdf/child.ts", "");
  write(
    "seed/compile-reference.ts",
    `import { appendFileSync, writeFileSync } from "node:fs";
     export function compileReference(seed: string, out: string) {
       appendFileSync("compiled.txt", "once\\n");
       writeFileSync(out + "/index.json", "{}");
     }`,
  );
  write("npm-cli.cjs", NPM);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);
const lines = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), "utf8").trim().split("\n") : []);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], nodeOptions: readonly string[] = []) {
  const env = { ...process.env, npm_execpath: at("npm-cli.cjs"), INIT_CWD: "" };
  const child = spawn(process.execPath, [...nodeOptions, at("app/start.mjs"), ...args], {
    cwd: folder,
    env,
    detached: true,
  });
  const ended = new Promise<Ended>((resolve) => {
    let [out, err] = ["", ""];
    child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => (err += bytes.toString()));
    child.on("close", (code) => resolve({ code, out, err }));
  });
  return { ended, kill: () => process.kill(-(child.pid ?? 0), "SIGKILL") };
}

const candour = (...args: string[]) => start(["candour", ...args]).ended;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("the first call", () => {
  test("installs, builds and runs the command, with nothing but the command's own words on standard output", async () => {
    const { code, out, err } = await candour("assess", "a b.csv");
    expect({ code, out: JSON.parse(out) as unknown }).toEqual({
      code: 0,
      out: { args: ["assess", "a b.csv"], from: "" },
    });
    expect(err).toContain("installing the packages");
    expect(lines("npm-calls.txt")).toEqual(["ci --include=dev", "rebuild better-sqlite3"]);
  });

  test("that fails says why and leaves nothing that the next one takes for done", async () => {
    write("npm-fails", "");
    const failed = await candour();
    expect(failed.code).toBe(1);
    expect(failed.err).toContain("no registry answers");
    rmSync(at("npm-fails"));
    expect((await candour()).code).toBe(0);
    expect(lines("npm-calls.txt")).toEqual(["ci --include=dev", "ci --include=dev", "rebuild better-sqlite3"]);
  });

  test("that is killed in the middle of the installation is done again", async () => {
    write("npm-pause", "60000");
    const killed = start(["candour"]);
    await until(() => lines("npm-calls.txt").length === 1);
    killed.kill();
    await killed.ended;
    write("npm-pause", "0");
    const { code, out } = await candour("again");
    expect({ code, args: (JSON.parse(out) as { args: string[] }).args }).toEqual({ code: 0, args: ["again"] });
    expect(lines("npm-calls.txt")).toEqual(["ci --include=dev", "ci --include=dev", "rebuild better-sqlite3"]);
  });

  test("made twice at the same time installs once", async () => {
    write("npm-pause", "1500");
    const both = await Promise.all([candour("one"), candour("two")]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(lines("npm-calls.txt")).toEqual(["ci --include=dev", "rebuild better-sqlite3"]);
    expect(both.filter(({ err }) => err.includes("waiting for it"))).toHaveLength(1);
  });
});

describe("a later call", () => {
  beforeEach(async () => {
    expect((await candour()).code).toBe(0);
  });

  test("says nothing, installs nothing and builds nothing", async () => {
    const { code, err } = await candour("x");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(lines("npm-calls.txt")).toHaveLength(2);
  });

  test("builds again when a source has changed, and compiles the reference data only when these have", async () => {
    write("app/cli.ts", `process.stdout.write("changed");`);
    expect((await candour()).out).toBe("changed");
    expect(lines("compiled.txt")).toHaveLength(1);
    write("seed/data.csv", "a,b");
    expect((await candour()).out).toBe("changed");
    expect(lines("compiled.txt")).toHaveLength(2);
  });

  test("builds nothing when a file was only touched, or a test was changed", async () => {
    utimesSync(at("app/cli.ts"), new Date(), new Date());
    write("app/cli.test.ts", "// a test");
    expect((await candour()).err).toBe("");
  });

  test("builds again what somebody has taken away", async () => {
    rmSync(at("build/bin/cli.js"));
    const { code, err } = await candour();
    expect(code).toBe(0);
    expect(err).toContain("building the command line");
  });

  test("installs again when the lock file has changed", async () => {
    write("package-lock.json", `{ "changed": true }`);
    expect((await candour()).code).toBe(0);
    expect(lines("npm-calls.txt")).toHaveLength(4);
  });

  test("passes the command's exit code on", async () => {
    write("app/cli.ts", `process.exitCode = 2;`);
    expect((await candour()).code).toBe(2);
  });

  test("with a source that cannot be built fails, and fails again until it can", async () => {
    write("app/cli.ts", `import "./not-there";`);
    for (const _time of [1, 2]) {
      const { code, err } = await candour();
      expect(code).toBe(1);
      expect(err).toContain("not-there");
    }
    write("app/cli.ts", `process.stdout.write("well again");`);
    expect((await candour()).out).toBe("well again");
  });
});

test("a command that does not exist is answered with those that do", async () => {
  const { code, err } = await start(["strat"]).ended;
  expect(code).toBe(1);
  expect(err).toContain(`there is no command "strat". Use one of: start, dev, build`);
});

test("a Node.js that is too old is told so in one sentence", async () => {
  const old = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.18.3"}})`;
  const { code, err } = await start(["candour"], ["--import", old]).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^Candour: this needs Node\.js 20\.19 or newer, and this is 20\.18\.3\.[^\n]*\n$/);
});
