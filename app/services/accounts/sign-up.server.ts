import type { Database } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { createUser } from "../../../db/queries/accounts";
import { hashPassword } from "../../lib/password.server";
import { foundWorkspace } from "./found-workspace.server";
import { welcome, type Visitor, type Welcome } from "./sign-in.server";

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Name of the workspace to found. */
  readonly workspace: string;
  readonly language: string;
}

export type SignUpOutcome =
  ({ readonly kind: "signed-up"; readonly workspaceSlug: string } & Welcome) | { readonly kind: "email-taken" };

/** Adds a person and the workspace they own, and signs them in. */
export async function signUp(db: Database, account: NewAccount, visitor: Visitor, now: Date): Promise<SignUpOutcome> {
  const { email, name, language } = account;
  const passwordHash = await hashPassword(account.password);
  try {
    const user = await createUser(db, { email, name, passwordHash, locale: language }, now);
    const { workspaceSlug } = await foundWorkspace(db, user.id, account.workspace, now);
    return { kind: "signed-up", workspaceSlug, ...(await welcome(db, user, visitor, now)) };
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: "email-taken" };
    throw error;
  }
}
