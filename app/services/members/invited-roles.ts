import { ROLES, type Role } from "../../../db/schema/codes";

/** Roles an owner can give. A supplier contact comes in by way of the supplier they answer for. */
export const INVITED_ROLES = ["owner", "officer", "auditor", "purchaser", "legal-reviewer"] as const satisfies Role[];
export type InvitedRole = (typeof INVITED_ROLES)[number];

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** The role a form names; null when it is none that can be given. */
export const invitedRole = (role: unknown): InvitedRole | null =>
  typeof role === "string" && isRole(role) && role !== "supplier-contact" ? role : null;
