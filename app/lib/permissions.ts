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
  "finding:read",
  "finding:write",
  "finding:settle",
  "action:read",
  "action:write",
  "action:verify",
  "repayment:read",
  "repayment:write",
  "evidence:read",
  "evidence:write",
  "protected:read",
  "protected:release",
  "disclosure:export",
  "commitment:read",
  "record:comment",
  "record:sign",
  "report:write",
  "report:approve",
  "report:comment",
  "report:sign",
  "audit:read",
  "category:read",
  "category:write",
  "vendor-check:read",
  "vendor-check:write",
  "exclusion:decide",
  "contract:read",
  "contract:write",
  "own-supplier:read",
  "own-supplier:answer",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const reading = ["workspace:read", "import:read", "supplier:read", "register:export", "commitment:read"] as const;

/** What was found and what is done about it: never a government purchaser's, who may not see an allegation under review. */
const followUp = ["finding:read", "action:read", "repayment:read", "evidence:read"] as const;
const tenders = ["category:read", "vendor-check:read", "contract:read"] as const;
const writesTenders = ["category:write", "vendor-check:write", "contract:write"] as const;

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
    ...followUp,
    "finding:write",
    "finding:settle",
    "action:write",
    "action:verify",
    "repayment:write",
    "evidence:write",
    "protected:read",
    "protected:release",
    "disclosure:export",
    "report:write",
    "report:approve",
    "audit:read",
    ...tenders,
    ...writesTenders,
    "exclusion:decide",
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
    ...followUp,
    "finding:write",
    "finding:settle",
    "action:write",
    "action:verify",
    "repayment:write",
    "evidence:write",
    "report:write",
    ...tenders,
    ...writesTenders,
  ],
  auditor: [
    ...reading,
    "match:read",
    "plan:read",
    ...followUp,
    "audit:read",
    "disclosure:export",
    "record:comment",
    "record:sign",
    "report:comment",
    "report:sign",
    ...tenders,
  ],
  purchaser: ["workspace:read", "supplier:read", "commitment:read", ...tenders, ...writesTenders, "report:comment"],
  "legal-reviewer": [
    ...reading,
    "plan:read",
    "match:read",
    "match:decide",
    "assessment:approve",
    ...followUp,
    "finding:settle",
    "protected:read",
    "protected:release",
    "disclosure:export",
    "record:comment",
    "report:approve",
    "report:comment",
    "audit:read",
    ...tenders,
    "exclusion:decide",
  ],
  "supplier-contact": ["own-supplier:read", "own-supplier:answer"],
} as const satisfies Record<Role, readonly Permission[]>;

/** May a member with this role do it? Pages may hide a button with the answer; the server decides with it. */
export const can = (role: Role, permission: Permission): boolean =>
  (grants[role] as readonly Permission[]).includes(permission);
