/**
 * A member of one workspace asks for what is another's: by every address, with every id, in every field. The answer is that
 * there is nothing, it holds not one word of theirs, and nothing of theirs has changed afterwards.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { isExpected, type Ask, type Told } from "./attacker";
import { crawl, type Crawl } from "./crawl";
import { addressOf, routesOfBuild } from "./routes";
import { startWorld, stateOf, type World } from "./world";

let world: World;
let before: string;
let ourPages: Crawl;
let theirPages: Crawl;
const routes = routesOfBuild();
const inWorkspace = routes.filter(({ params }) => params.includes("workspace"));
/** Faults, one a line; the test tells them all. */
const faults: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  const starts = (of: World["ours"]) => inWorkspace.map((route) => addressOf(route, of.examples));
  const inside = (of: World["ours"]) => `/w/${of.workspace.slug}`;
  ourPages = await crawl(await world.ours.as("owner"), starts(world.ours), inside(world.ours));
  theirPages = await crawl(await world.theirs.as("owner"), starts(world.theirs), inside(world.theirs));
  before = await stateOf(world, world.theirs);
});
afterAll(() => world.close());

const hasWord = (text: string): boolean =>
  [world.theirs.word, world.theirs.called].some((word) => text.toLowerCase().includes(word.toLowerCase()));
const says = ({ text }: Told): boolean => hasWord(text);

function note(what: string, told: Told, allowed: readonly number[]): void {
  if (says(told)) faults.push(`${what}: says what is theirs`);
  if (!allowed.includes(told.status)) faults.push(`${what}: ${told.status}`);
}
const noFaults = (): void => {
  const found = [...new Set(faults)];
  faults.length = 0;
  expect(found).toEqual([]);
};

test("the pages of each workspace say its own word on most pages, and never the other's: the test looks at something", () => {
  const saying = (pages: Crawl["pages"], word: string) =>
    [...pages.values()].filter(({ text }) => text.includes(word)).length;
  expect(theirPages.pages.size).toBeGreaterThan(60);
  expect(saying(theirPages.pages, world.theirs.word)).toBeGreaterThan(40);
  expect([...ourPages.pages.values()].filter(says)).toEqual([]);
  expect(theirPages.forms.length).toBeGreaterThan(30);
});

test("every address of another's workspace says that there is nothing, to every role, as a page and as data", async () => {
  for (const role of ["owner", "auditor", "legal-reviewer", "supplier-contact"] as const) {
    const us = await world.ours.as(role);
    for (const route of inWorkspace) {
      const address = addressOf(route, world.theirs.examples);
      note(`${role} GET ${route.pattern}`, await us.ask(address), [404]);
      if (role !== "owner") continue;
      note(`HEAD ${route.pattern}`, await us.ask(address, { method: "HEAD" }), [404]);
      note(`${route.pattern}.data`, await us.ask(`${address}.data?_routes=${encodeURIComponent(route.id)}`), [404]);
      note(`POST ${route.pattern}`, await us.ask(address, { form: { intent: "x" } }), [400, 404, 405, 422]);
      note(
        `POST ${route.pattern}.data`,
        await us.ask(`${address}.data`, { form: { intent: "x" } }),
        [400, 404, 405, 422],
      );
    }
  }
  noFaults();
});

test("an id of another's workspace in an address of one's own names nothing", async () => {
  const us = await world.ours.as("owner");
  for (const route of inWorkspace)
    for (const param of route.params.filter(
      (name) => world.ours.examples[name] !== world.theirs.examples[name] && name !== "workspace",
    )) {
      const address = addressOf(route, { ...world.ours.examples, [param]: world.theirs.examples[param]! });
      note(`GET ${route.pattern} :${param}`, await us.ask(address), [404]);
      note(`${route.pattern}.data :${param}`, await us.ask(`${address}.data`), [404]);
      note(`POST ${route.pattern} :${param}`, await us.ask(address, { form: {} }), [400, 404, 405, 422]);
    }
  noFaults();
});

/** Values their forms and addresses hold in a field of that name and never one of ours; of words, those that name a group. */
function theirValues(): Map<string, string[]> {
  const gather = ({ pages, forms }: Crawl): Map<string, Set<string>> => {
    const all = new Map<string, Set<string>>();
    const add = (name: string, value: string) => all.set(name, (all.get(name) ?? new Set()).add(value));
    for (const { fields } of forms) for (const [name, value] of Object.entries(fields)) add(name, value);
    for (const address of pages.keys())
      for (const [name, value] of new URLSearchParams(address.split("?")[1] ?? "")) add(name, value);
    return all;
  };
  const ours = gather(ourPages);
  const names = (name: string, value: string) => name === "key" || !hasWord(value);
  return new Map(
    [...gather(theirPages)].map(([name, values]) => [
      name,
      [...values].filter((value) => !ours.get(name)?.has(value) && names(name, value)).slice(0, 4),
    ]),
  );
}

test("an id of another's workspace in a field or a query names nothing, and changes nothing of theirs", async () => {
  const us = await world.ours.as("owner");
  const theirs = theirValues();
  expect([...theirs.values()].flat().length).toBeGreaterThan(10);
  let sent = 0;
  const send = async (address: string, ask: Ask, value: string) => {
    sent++;
    const told = await us.ask(address, ask);
    // What was asked may come back in a field; what it names may not.
    const said = says(told) && !hasWord(value);
    if (!isExpected(told) || said)
      faults.push(`${address} ${value}: ${told.status}${said ? ", says what is theirs" : ""}`);
  };
  for (const { method, action, fields } of ourPages.forms) {
    if (method === "get") continue;
    for (const name of Object.keys(fields))
      for (const value of theirs.get(name) ?? []) await send(action, { form: { ...fields, [name]: value } }, value);
  }
  for (const address of ourPages.pages.keys()) {
    const [path, query = ""] = address.split("?");
    for (const name of new Set(new URLSearchParams(query).keys()))
      for (const value of theirs.get(name) ?? []) {
        const changed = new URLSearchParams(query);
        changed.set(name, value);
        await send(`${path}?${changed}`, {}, value);
      }
  }
  expect(sent).toBeGreaterThan(50);
  noFaults();
  expect(await stateOf(world, world.theirs)).toBe(before);
});
