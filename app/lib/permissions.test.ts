import { expect, test } from "vitest";
import { ROLES, type Role } from "../../db/schema/codes";
import { can, grants, PERMISSIONS, type Permission } from "./permissions";

/** The table as a person would check it: one line a permission, the roles that have it. */
const table: Record<Permission, readonly Role[]> = {
  "workspace:read": ["owner", "officer", "auditor", "purchaser", "legal-reviewer"],
  "workspace:manage": ["owner"],
  "member:manage": ["owner"],
  "import:read": ["owner", "officer", "auditor", "legal-reviewer"],
  "import:write": ["owner", "officer"],
  "import:publish": ["owner", "officer"],
  "import:original": ["owner"],
  "supplier:read": ["owner", "officer", "auditor", "purchaser", "legal-reviewer"],
  "supplier:write": ["owner", "officer"],
  "register:export": ["owner", "officer", "auditor", "legal-reviewer"],
  "assessment:approve": ["owner", "legal-reviewer"],
  "match:read": ["owner", "officer", "auditor", "legal-reviewer"],
  "match:decide": ["owner", "officer", "legal-reviewer"],
  "list:write": ["owner", "officer"],
  "plan:read": ["owner", "officer", "auditor", "legal-reviewer"],
  "plan:write": ["owner", "officer"],
  "plan:accept": ["owner"],
  "finding:read": ["owner", "officer", "auditor", "legal-reviewer"],
  "finding:write": ["owner", "officer"],
  "finding:settle": ["owner", "officer", "legal-reviewer"],
  "action:read": ["owner", "officer", "auditor", "legal-reviewer"],
  "action:write": ["owner", "officer"],
  "action:verify": ["owner", "officer"],
  "repayment:read": ["owner", "officer", "auditor", "legal-reviewer"],
  "repayment:write": ["owner", "officer"],
  "evidence:read": ["owner", "officer", "auditor", "legal-reviewer"],
  "evidence:write": ["owner", "officer"],
  "protected:read": ["owner", "legal-reviewer"],
  "protected:release": ["owner", "legal-reviewer"],
  "danger:hold": ["owner", "officer", "purchaser", "legal-reviewer"],
  "disclosure:export": ["owner", "auditor", "legal-reviewer"],
  "record:comment": ["auditor", "legal-reviewer"],
  "record:sign": ["auditor"],
  "commitment:read": ["owner", "officer", "auditor", "purchaser", "legal-reviewer"],
  "report:read": ["owner", "officer", "auditor", "purchaser", "legal-reviewer"],
  "report:write": ["owner", "officer", "purchaser"],
  "report:approve": ["owner", "legal-reviewer"],
  "report:comment": ["auditor", "purchaser", "legal-reviewer"],
  "report:sign": ["owner", "officer", "auditor", "legal-reviewer"],
  "audit:read": ["owner", "auditor", "legal-reviewer"],
  "vendor-check:read": ["owner", "officer", "auditor", "purchaser", "legal-reviewer"],
  "vendor-check:write": ["owner", "officer", "purchaser"],
  "category:read": ["owner", "officer", "auditor", "purchaser", "legal-reviewer"],
  "category:write": ["owner", "officer", "purchaser"],
  "exclusion:decide": ["owner", "legal-reviewer"],
  "contract:read": ["owner", "officer", "auditor", "purchaser", "legal-reviewer"],
  "contract:write": ["owner", "officer", "purchaser"],
  "own-supplier:read": ["supplier-contact"],
  "own-supplier:answer": ["supplier-contact"],
};

test.each(PERMISSIONS)("exactly the roles of the table may %s", (permission) => {
  expect(ROLES.filter((role) => can(role, permission))).toEqual(table[permission]);
});

test("every role is granted something and nothing twice", () => {
  for (const role of ROLES) {
    expect(grants[role].length).toBeGreaterThan(0);
    expect(new Set(grants[role]).size).toBe(grants[role].length);
  }
});

test("whoever audits changes no fact", () => {
  const changes = PERMISSIONS.filter((p) =>
    /:(?:write|manage|publish|approve|decide|accept|release|answer|settle|verify)$/u.test(p),
  );
  expect(changes.filter((p) => can("auditor", p))).toEqual([]);
});

test("a supplier contact sees no other supplier and no list", () => {
  expect(grants["supplier-contact"].every((p) => p.startsWith("own-supplier:"))).toBe(true);
});

test("a government purchaser sees no finding, no match under review and nothing that is done about them", () => {
  const hidden = PERMISSIONS.filter((p) => /^(?:finding|match|action|repayment|evidence|protected|audit):/u.test(p));
  expect(hidden.filter((p) => can("purchaser", p))).toEqual([]);
});
