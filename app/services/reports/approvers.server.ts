/** Who may approve the contents of a report, who wrote in it or sent it set apart. Pure. */
import type { Scope } from "../../../db/database";
import type { Role } from "../../../db/schema/codes";
import { can } from "../../lib/permissions";

/** A member, with their role in the workspace. */
interface Member {
  readonly userId: string;
  readonly role: Role;
}

/** `other`: somebody else has to. `alone`: the reader is an author, and so is every member who may approve. Null: not this reader. */
export type ApprovesAs = "may" | "alone" | "other" | null;

/** Of the members, those who may approve what these authors wrote: the authors themselves only where there is nobody else. */
export function approversOf<M extends Member>(members: readonly M[], authors: ReadonlySet<string>): readonly M[] {
  const all = members.filter(({ role }) => can(role, "report:approve"));
  const others = all.filter(({ userId }) => !authors.has(userId));
  return others.length > 0 ? others : all;
}

export function approvesAs(
  { role, userId }: Pick<Scope, "role" | "userId">,
  members: readonly Member[],
  authors: ReadonlySet<string>,
): ApprovesAs {
  if (!can(role, "report:approve")) return null;
  if (!authors.has(userId)) return "may";
  return approversOf(members, authors).some((one) => !authors.has(one.userId)) ? "other" : "alone";
}
