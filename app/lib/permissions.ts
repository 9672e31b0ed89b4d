import type { Role } from "../../db/schema/codes";

/**
 * Everything a member may be allowed to do, `subject:verb`. Whoever may not read a thing is told that it does not exist.
 * `own-supplier` is the supplier contact's view: the one supplier they answer for, without protected information.
 */
export const PERMISSIONS = [
  "workspace:read",
  "workspace:manage",
  "member:manage",
  "import:read",
  "import:write",
  "import:publish",
  "import:original",
  "supplier:read",
  "supplier:write",
  "register:export",
  "assessment:approve",
  "match:read",
  "match:decide",
  "list:write",
  "plan:read",
  "plan:write",
  "plan:accept",
  "action:write",
  "evidence:read",
  "evidence:write",
  "protected:read",
  "protected:release",
  "commitment:read",
  "report:write",
  "report:approve",
  "report:comment",
  "report:sign",
  "audit:read",
  "vendor-check:read",
  "vendor-check:write",
  "own-supplier:read",
  "own-supplier:answer",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const reading = ["workspace:read", "import:read", "supplier:read", "register:export", "commitment:read"] as const;

/**
 * Who may do what. Protected information (from workers, unions, NGOs, hotlines) is open to the owner and the legal
 * reviewer only. A government purchaser works with vendor checks and sees no protected information and no undecided
 * match. An auditor changes no fact: reads everything but protected information, comments and signs.
 */
export const grants = {
  owner: [
    ...reading,
    "workspace:manage",
    "member:manage",
    "import:write",
    "import:publish",
    "import:original",
    "supplier:write",
    "assessment:approve",
    "match:read",
    "match:decide",
    "list:write",
    "plan:read",
    "plan:write",
    "plan:accept",
    "action:write",
    "evidence:read",
    "evidence:write",
    "protected:read",
    "protected:release",
    "report:write",
    "report:approve",
    "audit:read",
    "vendor-check:read",
    "vendor-check:write",
  ],
  officer: [
    ...reading,
    "import:write",
    "import:publish",
    "supplier:write",
    "match:read",
    "match:decide",
    "list:write",
    "plan:read",
    "plan:write",
    "action:write",
    "evidence:read",
    "evidence:write",
    "report:write",
    "vendor-check:read",
    "vendor-check:write",
  ],
  auditor: [
    ...reading,
    "match:read",
    "plan:read",
    "evidence:read",
    "audit:read",
    "report:comment",
    "report:sign",
    "vendor-check:read",
  ],
  purchaser: [
    "workspace:read",
    "supplier:read",
    "commitment:read",
    "vendor-check:read",
    "vendor-check:write",
    "report:comment",
  ],
  "legal-reviewer": [
    ...reading,
    "plan:read",
    "match:read",
    "match:decide",
    "assessment:approve",
    "evidence:read",
    "protected:read",
    "protected:release",
    "report:approve",
    "report:comment",
    "audit:read",
    "vendor-check:read",
  ],
  "supplier-contact": ["own-supplier:read", "own-supplier:answer"],
} as const satisfies Record<Role, readonly Permission[]>;

/** May a member with this role do it? Pages may hide a button with the answer; the server decides with it. */
export const can = (role: Role, permission: Permission): boolean =>
  (grants[role] as readonly Permission[]).includes(permission);
