import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderInUseError, lockFolder } from "./lock.sqlite";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a second server on the folder is refused with a sentence that names the first, until the first lets go", () => {
  const first = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`);
  first.release();
  first.release();
  lockFolder(folder).release();
});

test("two folders are locked apart, and a folder that is missing is made", () => {
  const first = lockFolder(join(folder, "a", "b"));
  const second = lockFolder(join(folder, "c"));
  first.release();
  second.release();
});

test("a lock that nobody points to any more is still held", () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  lockFolder(folder);
  for (let times = 0; times < 3; times++) collectGarbage();
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
});

/** A process of its own that takes the same lock the way `lockFolder` does, and stays. */
const HOLDER = `
  const Database = require("better-sqlite3");
  const { writeFileSync } = require("node:fs");
  const client = new Database(process.argv[1] + "/lock.db", { timeout: 0 });
  client.exec("BEGIN EXCLUSIVE");
  writeFileSync(process.argv[1] + "/server.pid", String(process.pid));
  process.stdout.write("held");
  setInterval(() => {}, 1000);
`;

test("a server that was killed leaves nothing behind that keeps the next one out", async () => {
  const holder = spawn(process.execPath, ["-e", HOLDER, folder], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}`);
  const ended = new Promise((resolve) => holder.once("exit", resolve));
  holder.kill("SIGKILL");
  await ended;
  lockFolder(folder).release();
});
