import type { Role } from "../../db/schema/codes";
import { can, PERMISSIONS, type Permission } from "./permissions";

/** What people may do, in the words of a person: each is one or several permissions that always go together. */
export const ABILITIES = [
  "look",
  "lists",
  "followUp",
  "upload",
  "act",
  "settle",
  "hold",
  "approve",
  "protected",
  "trail",
  "comment",
  "sign",
  "reportWrite",
  "reportSign",
  "reportComment",
  "tenders",
  "tendersWrite",
  "manage",
  "ownAnswers",
] as const;
export type Ability = (typeof ABILITIES)[number];

/** Every permission stands under one ability: a new permission does not compile until somebody says under which. */
const abilityOf: Readonly<Record<Permission, Ability>> = {
  "workspace:read": "look",
  "supplier:read": "look",
  "commitment:read": "look",
  "report:read": "look",
  "import:read": "lists",
  "register:export": "lists",
  "match:read": "lists",
  "plan:read": "lists",
  "finding:read": "followUp",
  "action:read": "followUp",
  "repayment:read": "followUp",
  "evidence:read": "followUp",
  "import:write": "upload",
  "import:publish": "upload",
  "supplier:write": "upload",
  "list:write": "upload",
  "plan:write": "upload",
  "finding:write": "act",
  "action:write": "act",
  "action:verify": "act",
  "repayment:write": "act",
  "evidence:write": "act",
  "report:write": "reportWrite",
  "match:decide": "settle",
  "finding:settle": "settle",
  "danger:hold": "hold",
  "assessment:approve": "approve",
  "report:approve": "approve",
  "exclusion:decide": "approve",
  "protected:read": "protected",
  "protected:release": "protected",
  "audit:read": "trail",
  "disclosure:export": "trail",
  "record:comment": "comment",
  "record:sign": "sign",
  "report:sign": "reportSign",
  "report:comment": "reportComment",
  "category:read": "tenders",
  "vendor-check:read": "tenders",
  "contract:read": "tenders",
  "category:write": "tendersWrite",
  "vendor-check:write": "tendersWrite",
  "contract:write": "tendersWrite",
  "workspace:manage": "manage",
  "member:manage": "manage",
  "import:original": "manage",
  "plan:accept": "manage",
  "own-supplier:read": "ownAnswers",
  "own-supplier:answer": "ownAnswers",
};

/** The permissions that make an ability. */
export const permissionsOf = (ability: Ability): readonly Permission[] =>
  PERMISSIONS.filter((permission) => abilityOf[permission] === ability);

/** What a role may do: abilities all of whose permissions it has, in the order of the table. */
export const abilitiesOf = (role: Role): readonly Ability[] =>
  ABILITIES.filter((ability) => permissionsOf(ability).every((permission) => can(role, permission)));
