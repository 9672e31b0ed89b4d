import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chainHeads } from "../../db/chain-heads";
import type { Database } from "../../db/database";
import { headsJobs } from "../../db/queries/trail-jobs";
import { headsAreDue, noteHeadsWhenDue } from "../../app/jobs/note-heads.server";
import { readConfig } from "../../app/lib/config.server";
import { noteHeads } from "../../app/services/trail/note-heads.server";
import { aFolder } from "../builders";
import { aWorkspace, NOW, openFor } from "../contract/databases";

const folder = aFolder();
const file = path.join(folder.path, "heads.jsonl");
let [db, server]: [Database, Server] = [undefined as never, undefined as never];
let [url, answer]: [string, number] = ["", 204];
const got: { type: string; body: string }[] = [];
beforeAll(async () => {
  db = await openFor("sqlite");
  await aWorkspace(db);
  await aWorkspace(db);
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      got.push({ type: String(request.headers["content-type"]), body });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.close();
  folder.remove();
});

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("the heads go to the file and to the address, a line a workspace, with nothing but id, number, hash and time", async () => {
  expect(await noteHeads(db, { file, url }, NOW)).toBe(2);
  const expected = (await chainHeads(db)).map((head) => ({ ...head, at: NOW.toISOString() }));
  expect(linesOf(readFileSync(file, "utf8"))).toEqual(expected);
  expect(linesOf(got[0]!.body)).toEqual(expected);
  expect(got[0]!.type).toBe("application/x-ndjson");
  expect(Object.keys(expected[0]!).sort()).toEqual(["at", "hash", "seq", "workspace"]);
});

test("the file grows and is never written over, also on a day the address does not answer", async () => {
  const before = readFileSync(file, "utf8");
  answer = 500;
  await expect(noteHeads(db, { file, url }, new Date(NOW.getTime() + 1000))).rejects.toMatchObject({
    code: "trail.heads-failed",
    values: { why: "The answer was 500" },
  });
  answer = 204;
  const after = readFileSync(file, "utf8");
  expect(after.startsWith(before)).toBe(true);
  expect(linesOf(after)).toHaveLength(4);
});

test("a file that cannot be written is told, and the address still gets the heads", async () => {
  const count = got.length;
  await expect(noteHeads(db, { file: path.join(folder.path, "no", "such", "folder"), url }, NOW)).rejects.toMatchObject(
    {
      code: "trail.heads-failed",
    },
  );
  expect(got).toHaveLength(count + 1);
});

test("it is time once a day after midnight UTC, a quarter of an hour after a failure, and never where nothing is configured", async () => {
  const { jobs } = db.t;
  const config = { heads: { file, url: null } };
  const at = (text: string) => new Date(`2026-03-0${text}Z`);
  expect(await headsAreDue(db, { heads: { file: null, url: null } }, NOW)).toBe(false);
  await noteHeadsWhenDue(db, config, at("1T23:00:00"));
  expect(await headsAreDue(db, config, at("1T23:01:00"))).toBe(false);
  const end = (state: "done" | "failed", finishedAt: Date) =>
    db.commitPlain((q) => [q.update(jobs).set({ state, finishedAt }).where(eq(jobs.kind, "trail.heads"))]);
  await end("failed", at("1T23:01:00"));
  expect(await headsAreDue(db, config, at("1T23:10:00"))).toBe(false);
  expect(await headsAreDue(db, config, at("1T23:16:00"))).toBe(true);
  await end("done", at("1T23:17:00"));
  expect(await headsAreDue(db, config, at("1T23:59:59"))).toBe(false);
  expect(await headsAreDue(db, config, at("2T00:00:01"))).toBe(true);
  expect(await headsJobs(db, 5)).toHaveLength(1);
});

test("the file of the heads is found from where the command was given, and an address must be one of the web", () => {
  expect(readConfig({ CANDOUR_HEADS_FILE: "heads.jsonl", INIT_CWD: folder.path }).heads).toEqual({ file, url: null });
  expect(readConfig({}).heads).toEqual({ file: null, url: null });
  expect(() => readConfig({ CANDOUR_HEADS_URL: "ftp://example.org" })).toThrow(/CANDOUR_HEADS_URL/);
});
