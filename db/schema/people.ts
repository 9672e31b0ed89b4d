import { ROLES } from "./codes";
import type { ColumnKit } from "./kit.sqlite";

export const INVITATION_STATES = ["open", "accepted", "withdrawn"] as const;

/** How people come into a workspace and back into their account, and what is kept of a workspace that was deleted. */
export function peopleTables(k: ColumnKit) {
  /** Who was asked to join, as what. The link holds a token; only its SHA-256 is kept. */
  const invitations = k.table(
    "invitations",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      email: k.text("email").notNull(),
      /** As `users.email_key`. */
      emailKey: k.text("email_key").notNull(),
      role: k.enumText("role", ROLES).notNull(),
      state: k.enumText("state", INVITATION_STATES).notNull(),
      tokenHash: k.text("token_hash").notNull(),
      invitedBy: k.text("invited_by").notNull(),
      createdAt: k.instant("created_at").notNull(),
      /** When its link was made anew last; the link before it opens nothing any more. */
      renewedAt: k.instant("renewed_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      /** Accepted or withdrawn. */
      endedAt: k.instant("ended_at"),
      acceptedBy: k.text("accepted_by"),
    },
    (t) => [
      k.uniqueIndex("invitations_by_token").on(t.tokenHash),
      k.index("invitations_by_workspace").on(t.workspaceNo, t.state),
      k.index("invitations_by_email").on(t.emailKey),
    ],
  );

  /** Links with which a forgotten password is replaced: SHA-256 of the token, gone once used. */
  const passwordResets = k.table(
    "password_resets",
    {
      tokenHash: k.text("token_hash").primaryKey(),
      userId: k.text("user_id").notNull(),
      createdAt: k.instant("created_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
    },
    (t) => [k.index("password_resets_by_user").on(t.userId), k.index("password_resets_by_end").on(t.expiresAt)],
  );

  /** The second step of a sign-in: a secret that the person's device shares. */
  const secondFactors = k.table("second_factors", {
    userId: k.text("user_id").primaryKey(),
    /** Encrypted with the instance key, bound to the person. */
    secret: k.bytes("secret").notNull(),
    createdAt: k.instant("created_at").notNull(),
    /** Null: a first code has not been given yet, so that it is not asked for. */
    confirmedAt: k.instant("confirmed_at"),
    /** The time step (30 s since 1970) of the last code that was taken: none at or before it is taken again. */
    lastStep: k.int("last_step").notNull(),
  });

  /** Ten codes for the day the device is lost; each works once. */
  const recoveryCodes = k.table(
    "recovery_codes",
    {
      userId: k.text("user_id").notNull(),
      /** SHA-256 of the person's id and the code, hex; the code has 80 bits of chance. */
      codeHash: k.text("code_hash").notNull(),
      usedAt: k.instant("used_at"),
    },
    (t) => [k.primaryKey({ columns: [t.userId, t.codeHash] })],
  );

  /** What is left of a deleted workspace: that its chain had this head, which whoever keeps the export can compare. */
  const endedWorkspaces = k.table("ended_workspaces", {
    /** The public id; no name, no address. */
    workspaceId: k.text("workspace_id").primaryKey(),
    events: k.int("events").notNull(),
    headHash: k.text("head_hash").notNull(),
    askedAt: k.instant("asked_at").notNull(),
    endedAt: k.instant("ended_at").notNull(),
  });

  return { invitations, passwordResets, secondFactors, recoveryCodes, endedWorkspaces };
}
