/**
 * Odd values in every field of every form and every query: an answer of the expected kinds, in time, in which nothing that was
 * sent is a tag, a header or a formula; and every page still opens with what was stored.
 */
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTurns, isExpected, type Ask, type Attacker, type Told } from "./attacker";
import { crawl, shapeOf, type Crawl, type Found } from "./crawl";
import { ALL_IN_ONE, HEADER, ODD_VALUES, TAG } from "./odd-values";
import { addressOf, routesOfBuild } from "./routes";
import { startWorld, type World } from "./world";

/** Slower than this is a way to keep the server from others. */
const SLOW_MS = 8_000;
const routes = routesOfBuild();
let world: World;
let us: Attacker;
let seen: Crawl;
let wrong: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  us = await world.ours.as("owner");
  seen = await look();
});
afterAll(() => world.close());

const starts = (): string[] =>
  routes.map((route) => addressOf(route, world.ours.examples)).filter((at) => !at.endsWith("/*"));
const look = () => crawl(us, starts(), `/w/${world.ours.workspace.slug}`);

function judge(what: string, told: Told): void {
  if (!isExpected(told)) wrong.push(`${what}: ${told.status}`);
  if (told.ms > SLOW_MS) wrong.push(`${what}: ${Math.round(told.ms)} ms`);
  if (told.headers.has(HEADER)) wrong.push(`${what}: a header was sent in`);
  if (told.headers.get("content-type")?.startsWith("text/html") && told.text.includes(TAG))
    wrong.push(`${what}: a tag was sent in`);
}

/** Whoever was signed out by what was sent signs in again. */
async function send(what: string, address: string, ask: Ask = {}): Promise<void> {
  const told = await us.ask(address, ask);
  judge(what, told);
  if (told.status === 302 && /^\/(?:login|$)/.test(told.headers.get("location") ?? ""))
    us = await world.ours.as("owner");
}
const nothingWrong = (): void => {
  const told = [...new Set(wrong)];
  wrong = [];
  expect(told).toEqual([]);
};

/** Forms that ask for the same are looked at once, wherever they stand. */
function posts(): Found[] {
  const once = new Map<string, Found>();
  for (const form of seen.forms) {
    const { method, action, fields } = form;
    if (method === "get" || action.startsWith("/logout")) continue;
    const asked = [shapeOf(action).split("?")[0], fields["intent"], Object.keys(fields).sort().join()].join(" ");
    if (!once.has(asked)) once.set(asked, form);
  }
  return [...once.values()];
}

/** What says which form it is stays: else every form ends at the first look. */
const KEPT = new Set(["intent", "mode", "scope"]);
/** The address a page's script asks in place of the page: the same work, without drawing it. */
const asData = (address: string): string => address.split("#")[0]!.replace(/(?=\?|$)/, ".data");
const ROUNDS = 8;

test("every field of every form takes one of everything; the page that comes back holds no tag", async () => {
  expect(posts().length).toBeGreaterThan(30);
  await inTurns(posts(), async ({ action, fields }) => {
    const names = Object.keys(fields);
    for (const name of names)
      await send(`${action} ${fields["intent"] ?? ""} ${name}`, asData(action), {
        form: { ...fields, [name]: ALL_IN_ONE },
      });
    const form = Object.fromEntries(names.map((name) => [name, KEPT.has(name) ? fields[name]! : ALL_IN_ONE]));
    if (names.some((name) => !KEPT.has(name))) await send(`${action} all`, action, { form });
  });
  nothingWrong();
});

test("every form takes odd values in all its fields, each field every kind after another", async () => {
  const values = Object.entries(ODD_VALUES);
  // A button alone does what it says: that comes last.
  const forms = posts().filter(({ fields }) => Object.keys(fields).some((name) => !KEPT.has(name)));
  await inTurns(forms.entries(), async ([at, { action, fields }]) => {
    for (let round = 0; round < ROUNDS; round++) {
      const odd = (field: number) => values[(at * 5 + field * 3 + round * 7) % values.length]!;
      const form = Object.fromEntries(
        Object.entries(fields).map(([name, was], field) => [name, KEPT.has(name) ? was : odd(field)[1]]),
      );
      await send(`${action} ${fields["intent"] ?? ""}, round ${round}`, asData(action), { form });
    }
  });
  nothingWrong();
});

/** The names of everything a query may hold, as addresses and forms of pages use them. */
function queryNames(): string[] {
  const names = new Set<string>();
  for (const address of seen.pages.keys())
    for (const name of new URLSearchParams(address.split("?")[1] ?? "").keys()) names.add(name);
  for (const { method, fields } of seen.forms)
    if (method === "get") for (const name of Object.keys(fields)) names.add(name);
  return [...names];
}

test("every page takes odd values in its query, all at once and as chance has it", async () => {
  const names = queryNames();
  expect(names.length).toBeGreaterThan(15);
  const pages = routes.filter(({ hasLoader, pattern }) => hasLoader && !pattern.endsWith("/*"));
  const at = (index: number) => addressOf(pages[index]!, world.ours.examples);
  const odd = fc.oneof(
    fc.constantFrom(...Object.values(ODD_VALUES).map((value) => value.slice(0, 300))),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.integer().map(String),
  );
  const query = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), odd), {
    minLength: 1,
    maxLength: 8,
    selector: ([name]) => name,
  });
  await inTurns(pages.keys(), async (index) => {
    for (const value of ["", ALL_IN_ONE, "-1", "1e999", "__proto__"]) {
      const all = new URLSearchParams(names.map((name) => [name, value]));
      await send(`${pages[index]!.pattern} all ${value.slice(0, 9)}`, `${at(index)}?${all}`);
    }
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(pages.length - 1), query, async (index, pairs) => {
      await send(
        `${pages[index]!.pattern}?${new URLSearchParams(pairs)}`,
        `${at(index)}?${new URLSearchParams(pairs)}`,
      );
      nothingWrong();
    }),
    { numRuns: 120 },
  );
  nothingWrong();
});

test("every address takes odd values in place of ids, and a page asks in any language and with any cookie", async () => {
  for (const route of routes.filter(({ params }) => params.length > 0))
    for (const param of route.params)
      for (const value of ["..", "%", "\u0000", "x".repeat(3000), "'", "__proto__", "0", "-1", "../../x", "a\nb"]) {
        const address = addressOf(route, { ...world.ours.examples, [param]: value });
        await send(`${route.pattern} :${param}=${value.slice(0, 9)}`, address);
      }
  const text = fc.string({
    unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
    maxLength: 80,
  });
  await fc.assert(
    fc.asyncProperty(text, text, async (language, cookie) => {
      const headers = {
        "Accept-Language": language,
        Cookie: `${us.cookie}; ${cookie}; candour_told=${cookie}; candour_language=${language}`,
      };
      judge("headers", await us.ask("/workspaces?all=1", { headers }));
      nothingWrong();
    }),
    { numRuns: 40 },
  );
  nothingWrong();
});

test("afterwards every page still opens, nothing stored has become a tag, and no export holds a formula", async () => {
  seen = await look();
  for (const [address, told] of seen.pages) judge(address, told);
  const exported = [...seen.pages].filter(([, { headers }]) => headers.get("content-type")?.startsWith("text/csv"));
  expect(exported.length).toBeGreaterThan(2);
  for (const [address, { text }] of exported)
    for (const cell of Papa.parse<string[]>(text).data.flat())
      if (/^\s*[=@]|^\s*[+-](?![\d.,]+$)/.test(cell))
        wrong.push(`${address}: a cell begins a formula: ${cell.slice(0, 40)}`);
  nothingWrong();
});

test("a field that comes twice, a form without its fields and one with thousands of others are answered", async () => {
  await inTurns(posts(), async ({ action, fields }) => {
    const twice = new URLSearchParams([...Object.entries(fields), ...Object.entries(fields)]);
    const none = fields["intent"] === undefined ? {} : { intent: fields["intent"] };
    await send(`${action} twice`, asData(action), { form: twice });
    await send(`${action} without`, asData(action), { form: none });
    const many = new URLSearchParams(Object.entries(none));
    for (let at = 0; at < 3000; at++) many.append(`f${at}[x].${at}`, "1");
    await send(`${action} many`, asData(action), { form: many });
  });
  nothingWrong();
});
