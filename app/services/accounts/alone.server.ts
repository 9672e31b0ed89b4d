import type { Database, Scope } from "../../../db/database";
import { countMembersOf } from "../../../db/queries/screening";
import { ROLES } from "../../../db/schema/codes";
import { can, type Permission } from "../../lib/permissions";

/** Fewer than two members may do all of it: what one of them does nobody else here can confirm, and it is printed so. */
export async function isAloneWith(db: Database, scope: Scope, ...needed: readonly Permission[]): Promise<boolean> {
  const roles = ROLES.filter((role) => needed.every((permission) => can(role, permission)));
  return (await countMembersOf(db, scope, roles)) < 2;
}
