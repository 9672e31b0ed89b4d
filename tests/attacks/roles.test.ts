/**
 * Every role at every door. What a door asks for is read from the route's source, what a role may from the one table; the
 * running program has to agree: who may not is told that there is nothing, as for an address that does not exist.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { can } from "../../app/lib/permissions";
import { ROLES, type Role } from "../../db/schema/codes";
import { inTurns, isExpected, type Attacker } from "./attacker";
import { crawl, shapeOf, type Found } from "./crawl";
import { addressOf, routesOfBuild, type Route } from "./routes";
import { startWorld, stateOf, type World } from "./world";

const routes = routesOfBuild();
const inWorkspace = routes.filter(({ params }) => params.includes("workspace"));
/** What a member keeps for themselves, with no more than a reading permission: no fact of the workspace changes. */
const OWN: Readonly<Record<string, string>> = {
  "routes/w.$workspace.guide": "whether this member has closed the guide",
  "routes/w.$workspace.trail._index": "whoever reads the trail may have it looked through, which changes no record",
  "routes/w.$workspace.suppliers._index": "a saved view of the table is the member's own",
};

/** Doors that are open to every member for one thing of their own, and ask for more inside for all others. */
const INSIDE: Readonly<Record<string, Route["changing"]>> = {
  // Leaving the workspace is everybody's; no form of another's page does that for them.
  "routes/w.$workspace.members": ["member:manage"],
};
/** Doors behind which the record decides too: the report of the examples is a statement, made of the whole register. */
const ABOUT: Readonly<Record<string, Route["reading"]>> = {
  "routes/w.$workspace.reports.$reportId": ["register:export"],
  "routes/w.$workspace.reports.$reportId_.file.$format": ["register:export"],
};
const changingOf = ({ id, changing }: Route): Route["changing"] => INSIDE[id] ?? changing;

let world: World;
let forms: readonly Found[];
const members = new Map<Role, Attacker>();

beforeAll(async () => {
  world = await startWorld();
  for (const role of ROLES) members.set(role, await world.ours.as(role));
  const starts = inWorkspace.map((route) => addressOf(route, world.ours.examples));
  const seen = await crawl(members.get("owner")!, starts, `/w/${world.ours.workspace.slug}`);
  forms = seen.forms.filter(({ method }) => method === "post");
});
afterAll(() => world.close());

const address = (route: Route): string => addressOf(route, world.ours.examples);
const mayAny = (role: Role, asked: Route["changing"]): boolean => asked.some((permission) => can(role, permission));

test("a change asks for more than reading, but for what a member keeps for themselves", () => {
  const open = inWorkspace
    .filter(
      (route) =>
        route.hasAction && (route.changing.length === 0 || changingOf(route).some((each) => each.endsWith(":read"))),
    )
    .filter(({ id, changing }) => !(id in OWN) && !changing.includes("protected:read"))
    .map(({ id }) => id);
  expect(open).toEqual([]);
  expect(Object.keys(OWN).filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
});

describe.each([...ROLES])("the %s", (role) => {
  test("opens exactly the pages and files the table of permissions opens, as a page and as data", async () => {
    const wrong: string[] = [];
    await inTurns(
      inWorkspace.filter(({ reading }) => reading.length > 0),
      async (route) => {
        const may = [route.reading, ABOUT[route.id] ?? route.reading].every((asked) => mayAny(role, asked));
        const asData = `${address(route)}.data?_routes=${encodeURIComponent(route.id)}`;
        // Whoever may read a page is asked for once: as data it is not drawn.
        for (const asked of may && route.isPage ? [asData] : [address(route), asData]) {
          const told = await members.get(role)!.ask(asked);
          if (told.status === 404 ? may && (await isThere(route)) : !may || !isExpected(told))
            wrong.push(`${asked}: ${told.status}, may: ${may}`);
          if (!may && told.text.includes(world.ours.word)) wrong.push(`${asked}: says what it may not`);
        }
      },
    );
    expect(wrong).toEqual([]);
  });

  test("is told that there is nothing where it may change nothing, and nothing has changed", async () => {
    const before = await stateOf(world, world.ours);
    const wrong: string[] = [];
    let sent = 0;
    for (const route of inWorkspace.filter((route) => route.hasAction && !mayAny(role, changingOf(route)))) {
      const shape = shapeOf(address(route)).split("?")[0];
      const real = forms
        .filter(({ action }) => shapeOf(action).split("?")[0] === shape)
        .map(({ fields }) => ({ ...fields, ...(fields["member"] && { member: world.ours.workspace.userId }) }));
      for (const form of [{ intent: "x" }, ...real])
        for (const asked of [address(route), `${address(route)}.data`]) {
          sent++;
          const told = await members.get(role)!.ask(asked, { form });
          if (![400, 404, 422].includes(told.status)) wrong.push(`${asked} ${JSON.stringify(form)}: ${told.status}`);
          if (told.text.includes(world.ours.word) && !mayAny(role, route.reading))
            wrong.push(`${asked}: says what it may not`);
        }
    }
    expect(wrong).toEqual([]);
    if (can(role, "supplier:write") === false) expect(sent).toBeGreaterThan(10);
    expect(await stateOf(world, world.ours)).toBe(before);
  });
});

const there = new Map<string, Promise<boolean>>();
/** Is there anything at the example's address for the owner? A file that was not kept is not there for anybody. */
function isThere(route: Route): Promise<boolean> {
  const known =
    there.get(route.id) ??
    world.ours.as("owner").then(async (owner) => (await owner.ask(address(route))).status !== 404);
  there.set(route.id, known);
  return known;
}

test("nobody who is not signed in gets more than the way to sign in", async () => {
  const wrong: string[] = [];
  for (const route of inWorkspace) {
    for (const each of [address(route), `${address(route)}.data`]) {
      const told = await world.nobody.ask(each);
      if (![202, 302, 404].includes(told.status) || told.text.includes(world.ours.word))
        wrong.push(`GET ${each}: ${told.status}`);
      if (!route.hasAction) continue;
      const changed = await world.nobody.ask(each, { form: { intent: "x" } });
      if (![202, 302, 400, 415, 422].includes(changed.status)) wrong.push(`POST ${each}: ${changed.status}`);
    }
  }
  expect(wrong).toEqual([]);
});
