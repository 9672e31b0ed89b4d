/** Who somebody is, whom they buy from and what they wrote stands in no log, whatever goes well or wrong. */
import BetterSqlite from "better-sqlite3";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formsOf, formWithButton, Visitor } from "../bench/visitor";
import { startBuiltServer, type BuiltServer } from "../bench/built-server";
import { aFolder } from "../builders";
import { writeFileSync } from "node:fs";

/** Stands in everything that is sent. */
const WORD = "Qzlogword";
const folder = aFolder("candour-logs-");
let server: BuiltServer;
let visitor: Visitor;

beforeAll(async () => {
  server = await startBuiltServer(folder.path, { env: { CANDOUR_LOG_LEVEL: "trace" } });
  visitor = new Visitor(server.origin);
});
afterAll(async () => {
  await server.kill(true);
  folder.remove();
});

/** Lines of the log that say a word of ours, cut short; `email` is written in small letters here and there. */
const saying = (): string[] =>
  server
    .output()
    .split("\n")
    .filter((line) => line.toLowerCase().includes(WORD.toLowerCase()))
    .map((line) => line.slice(0, 300));

async function signUp(): Promise<string> {
  const form = {
    workspace: `Buyer ${WORD}`,
    name: `Ann ${WORD}`,
    email: `ann@${WORD}.example`,
    password: `quiet ${WORD} river`,
  };
  const { path: place } = await visitor.post("/signup", form);
  return place.split("/")[2]!;
}

async function upload(workspace: string, name: string, text: string): Promise<string> {
  const file = path.join(folder.path, "sent.csv");
  writeFileSync(file, text);
  const answer = await visitor.upload(`/w/${workspace}/imports/upload?name=${encodeURIComponent(name)}`, file);
  return ((await answer.json()) as { location: string }).location;
}

async function untilState(place: string, states: readonly string[]): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const { importState } = JSON.parse((await visitor.get(`${place}/progress`)).text) as { importState: string };
    if (states.includes(importState)) return;
  }
  throw new Error(`${place} did not come to ${states.join(" or ")}`);
}

const LIST = `Supplier name,Country,City,Contact person,Contact e-mail,Purpose
Mill ${WORD},India,Pune ${WORD},Jo ${WORD},jo@${WORD}.example,cotton ${WORD}
=Yard ${WORD},Nowhere ${WORD},,,,coffee
`;

test("a whole journey: signing up and in, lists good and bad, decisions, addresses that do not exist", async () => {
  const workspace = await signUp();
  const place = await upload(workspace, `list ${WORD}.csv`, LIST);
  await untilState(place, ["mapping"]);
  const mapping = await visitor.get(place);
  await visitor.submit(mapping, formWithButton(mapping, "intent", "build"), { intent: "build" });
  await untilState(place, ["preview"]);
  await visitor.post(place, { intent: "confirm" });
  await untilState(place, ["published"]);
  await untilState(await upload(workspace, `bad ${WORD}.pdf`, `%PDF-1.7 ${WORD}`), ["failed"]);
  await untilState(await upload(workspace, `json ${WORD}`, `{"${WORD}":`), ["failed"]);
  const { text } = await visitor.get(`/w/${workspace}/suppliers?q=${WORD}`);
  const supplier = /\/suppliers\/([0-9a-z]{12})"/.exec(text)?.[1];
  expect(supplier).toBeDefined();
  for (const at of [
    "understand",
    "plan",
    "lists",
    "matches",
    "duplicates",
    "corridors",
    "recruitment",
    `suppliers/${supplier}`,
    `suppliers/${supplier}/recruitment`,
    "members",
  ]) {
    const page = await visitor.get(`/w/${workspace}/${at}`);
    for (const form of formsOf(page.text)
      .filter(({ method }) => method === "post")
      .slice(0, 6)) {
      if (/^\/(?:logout|language|theme)/.test(form.action)) continue;
      const fields = Object.fromEntries(
        [...form.fields].map(([name, value]) => [name, value === "" ? `${WORD}` : value]),
      );
      for (const button of form.buttons.length > 0 ? form.buttons.slice(0, 2) : [{ name: "none", value: "" }])
        await visitor.raw(form.action || page.path, {
          method: "POST",
          body: new URLSearchParams({ ...fields, [button.name]: button.value }),
        });
    }
  }
  for (const at of [
    `/${WORD}`,
    `/w/${WORD}`,
    `/w/${workspace}/${WORD}`,
    `/w/${workspace}/suppliers/${WORD}`,
    `/invite/${WORD}`,
    `/method/${WORD}`,
    `/assets/${WORD}.js`,
    `/%E0${WORD}`,
  ])
    await visitor.raw(at);
  await visitor.raw(`/w/${workspace}/lists`, {
    method: "POST",
    body: `--e\r\n${WORD}`,
    headers: { "Content-Type": "multipart/form-data; boundary=e" },
  });
  await visitor.raw("/login", {
    method: "POST",
    body: new URLSearchParams({ email: `other@${WORD}.example`, password: WORD }),
  });
  expect(server.output()).toContain('"msg":"answered"');
  expect(saying()).toEqual([]);
}, 180_000);

test("a fault of ours: a database that is not as the program left it", async () => {
  const workspace = (await visitor.get("/workspaces")).path.split("/")[2]!;
  const database = new BetterSqlite(path.join(folder.path, "candour.db"));
  const rename = (from: string, to: string) => database.exec(`alter table ${from} rename to ${to}`);
  for (const table of ["users", "supplier_search", "register_rows", "saved_views", "understandings"]) {
    const there = database.prepare("select 1 from sqlite_master where name = ?").get(table);
    if (!there) continue;
    rename(table, `${table}_gone`);
    await visitor.raw(`/w/${workspace}/suppliers?q=${WORD}&sort=name`);
    await visitor.raw("/login", {
      method: "POST",
      body: new URLSearchParams({ email: `x@${WORD}.example`, password: `${WORD} and more` }),
    });
    await visitor.raw("/signup", {
      method: "POST",
      body: new URLSearchParams({
        workspace: WORD,
        name: WORD,
        email: `y@${WORD}.example`,
        password: `${WORD} and more`,
      }),
    });
    rename(`${table}_gone`, table);
  }
  database.close();
  expect(server.output()).toMatch(/"status":500/);
  expect(server.output()).toMatch(/"msg":"a request failed"/);
  expect(saying()).toEqual([]);
}, 120_000);
