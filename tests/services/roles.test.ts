/** Who may do what, asked where it is decided: at the door every page and change goes through. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ROLES, type Role } from "../../db/schema/codes";
import { PERMISSIONS, type Permission } from "../../app/lib/permissions";
import { aFolder, aMember, aWorkspace, type AWorkspace } from "../builders";

type Door = typeof import("../../app/lib/scope.server");

const folder = aFolder();
const cookies = new Map<Role, string>();
let door: Door;
let close: () => Promise<void>;
let workspace: AWorkspace;
let elsewhere: AWorkspace;

beforeAll(async () => {
  // The door opens the database of the configuration, which is read once: before it is loaded.
  vi.stubEnv("CANDOUR_DATA", folder.path);
  const { getDb } = await import("../../app/lib/db.server");
  const { sessionCookie, startSession } = await import("../../app/lib/session.server");
  door = await import("../../app/lib/scope.server");
  const db = await getDb();
  close = () => db.close();
  workspace = await aWorkspace(db);
  elsewhere = await aWorkspace(db);
  for (const role of ROLES) {
    const userId = role === "owner" ? workspace.userId : (await aMember(db, workspace, role)).id;
    cookies.set(role, sessionCookie(await startSession(db, userId, new Date()), false).split(";")[0]!);
  }
});
afterAll(async () => {
  await close();
  folder.remove();
});

/** 200 when the door opens, else the status it answers with. */
async function ask(role: Role | null, permission: Permission, slug: string): Promise<number> {
  const headers = new Headers(role === null ? {} : { Cookie: cookies.get(role)! });
  try {
    const scope = await door.requireScope(
      new Request(`http://localhost/w/${slug}`, { headers }),
      { workspace: slug },
      permission,
    );
    return scope.role === role ? 200 : 500;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

/** The product's own table, written out here a second time on purpose: a change of the code's table must be meant. */
const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS.filter(
    (permission) =>
      !["record:comment", "record:sign", "report:comment", "own-supplier:read", "own-supplier:answer"].includes(
        permission,
      ),
  ),
  officer: [
    "workspace:read",
    "import:read",
    "import:write",
    "import:publish",
    "supplier:read",
    "supplier:write",
    "register:export",
    "match:read",
    "match:decide",
    "list:write",
    "plan:read",
    "plan:write",
    "finding:read",
    "action:read",
    "repayment:read",
    "evidence:read",
    "finding:write",
    "finding:settle",
    "danger:hold",
    "action:write",
    "action:verify",
    "repayment:write",
    "evidence:write",
    "commitment:read",
    "report:read",
    "report:write",
    "report:sign",
    "category:read",
    "vendor-check:read",
    "contract:read",
    "category:write",
    "vendor-check:write",
    "contract:write",
  ],
  auditor: [
    "workspace:read",
    "import:read",
    "supplier:read",
    "register:export",
    "commitment:read",
    "report:read",
    "match:read",
    "plan:read",
    "finding:read",
    "action:read",
    "repayment:read",
    "evidence:read",
    "audit:read",
    "disclosure:export",
    "record:comment",
    "record:sign",
    "report:comment",
    "report:sign",
    "category:read",
    "vendor-check:read",
    "contract:read",
  ],
  purchaser: [
    "workspace:read",
    "supplier:read",
    "commitment:read",
    "report:read",
    "danger:hold",
    "category:read",
    "vendor-check:read",
    "contract:read",
    "category:write",
    "vendor-check:write",
    "contract:write",
    "report:write",
    "report:comment",
  ],
  "legal-reviewer": [
    "workspace:read",
    "import:read",
    "supplier:read",
    "register:export",
    "commitment:read",
    "report:read",
    "plan:read",
    "match:read",
    "match:decide",
    "assessment:approve",
    "finding:read",
    "action:read",
    "repayment:read",
    "evidence:read",
    "finding:settle",
    "protected:read",
    "protected:release",
    "danger:hold",
    "disclosure:export",
    "record:comment",
    "report:approve",
    "report:sign",
    "report:comment",
    "audit:read",
    "category:read",
    "vendor-check:read",
    "contract:read",
    "exclusion:decide",
  ],
  "supplier-contact": ["own-supplier:read", "own-supplier:answer"],
};

describe.each([...ROLES])("the %s", (role) => {
  test.each([...PERMISSIONS])(
    "is let in for %s exactly when the table says so, and else told that there is nothing",
    async (permission) => {
      expect(await ask(role, permission, workspace.slug)).toBe(MAY[role].includes(permission) ? 200 : 404);
    },
  );

  test("finds nothing in a workspace of others, whatever is asked", async () => {
    for (const permission of PERMISSIONS) expect(await ask(role, permission, elsewhere.slug), permission).toBe(404);
  });
});

test("who is not signed in is sent to sign in, for a workspace that exists as for one that does not", async () => {
  expect(await ask(null, "workspace:read", workspace.slug)).toBe(302);
  expect(await ask(null, "workspace:read", "no-such-workspace")).toBe(302);
});

test("protected information is open to the owner and the legal reviewer alone", () => {
  const open = ROLES.filter((role) => MAY[role].includes("protected:read"));
  expect(open).toEqual(["owner", "legal-reviewer"]);
});

test("pairs that nobody confirmed are shown to no purchaser and no supplier, and decided by no auditor", () => {
  const may = (permission: Permission) => ROLES.filter((role) => MAY[role].includes(permission));
  expect(may("match:read")).toEqual(["owner", "officer", "auditor", "legal-reviewer"]);
  expect(may("match:decide")).toEqual(["owner", "officer", "legal-reviewer"]);
  expect(may("list:write")).toEqual(["owner", "officer"]);
});

test("an auditor changes no fact", () => {
  const changes = MAY.auditor.filter((permission) =>
    /:(write|publish|manage|decide|approve|accept|answer|release)$/.test(permission),
  );
  expect(changes).toEqual([]);
});
