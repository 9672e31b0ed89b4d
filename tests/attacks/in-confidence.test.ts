/**
 * What was told in confidence, at every door of the running program: whoever may not read it is answered byte for byte the same
 * with and without it, at every address, today and as of a day; and the trail says no more than that something changed.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { can } from "../../app/lib/permissions";
import { ROLES } from "../../db/schema/codes";
import { aMember, scopeOf } from "../builders";
import type { Attacker } from "./attacker";
import { addressesToCompare, answersAt, asOf, SECRET, tellInConfidence } from "./in-confidence";
import { addressOf, routesOfBuild } from "./routes";
import { startWorld, twoDaysAgo, type World } from "./world";

const routes = routesOfBuild().filter(({ params, reading }) => params.includes("workspace") && reading.length > 0);
const OUTSIDE = ROLES.filter((role) => !can(role, "protected:read"));
/** What was told two days ago was known then: a page of that day must not say so either. */
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
let world: World;
let others: readonly Attacker[];
let addresses: readonly string[];
let before: readonly Map<string, string>[];
let findingId: string;

const answers = async () => {
  const all: Map<string, string>[] = [];
  for (const other of others) all.push(await answersAt(other, addresses));
  return all;
};

beforeAll(async () => {
  world = await startWorld();
  const { db, ours } = world;
  const reviewer = scopeOf(ours.workspace, "legal-reviewer", (await aMember(db, ours.workspace, "legal-reviewer")).id);
  others = await Promise.all(OUTSIDE.map((role) => world.ours.as(role)));
  addresses = addressesToCompare(routes, world, YESTERDAY);
  before = await answers();
  findingId = await tellInConfidence(world, reviewer, twoDaysAgo());
});
afterAll(() => world.close());

test("every other role is answered the same at every address as before it was told", async () => {
  const after = await answers();
  const differs = OUTSIDE.flatMap((role, at) =>
    addresses.filter((one) => before[at]!.get(one) !== after[at]!.get(one)).map((one) => `${role} ${one}`),
  );
  expect(differs).toEqual([]);
  expect(OUTSIDE.length).toBeGreaterThanOrEqual(3);
  expect([...before[0]!.values()].filter((one) => one.startsWith("200")).length).toBeGreaterThan(40);
});

test("a past day is answered as such, by the pages of what was recorded by then", () => {
  const answered = OUTSIDE.map(
    (_, at) =>
      addresses.filter((one) => {
        const then = before[at]!.get(asOf(one, YESTERDAY));
        return then?.startsWith("200") && then !== before[at]!.get(one);
      }).length,
  );
  const byRole = new Map(OUTSIDE.map((role, at) => [role, answered[at]!]));
  expect(byRole.get("officer")).toBeGreaterThanOrEqual(16);
  expect(byRole.get("auditor")).toBeGreaterThanOrEqual(16);
  expect(byRole.get("purchaser")).toBeGreaterThanOrEqual(8);
});

test("the trail tells others that something changed, and not of whom, what or by whom", async () => {
  const trail = routes.filter(({ id }) => id.startsWith("routes/w.$workspace.trail"));
  for (const other of others)
    for (const route of trail) {
      const { text } = await other.ask(addressOf(route, world.ours.examples));
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(findingId);
    }
});

test("the finding itself is for others as one that is not there, and for the owner a page with its document", async () => {
  const address = (id: string) => `/w/${world.ours.workspace.slug}/findings/${id}`;
  const bare = async (who: Attacker, id: string) => {
    const { status, text } = await who.ask(`${address(id)}.data`);
    return `${status} ${text.replaceAll(id, "")}`;
  };
  for (const other of others) expect(await bare(other, findingId)).toBe(await bare(other, "0".repeat(22)));
  const owner = await world.ours.as("owner");
  expect((await owner.ask(address(findingId))).text).toContain("count.txt");
});
