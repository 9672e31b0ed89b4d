/** When a repayment counts as confirmed: by a party that workers or a union accepted, asked in private. Pure. */

export interface Confirming {
  /** The kind of party; never a person. */
  readonly party: string;
  readonly acceptedBy: string;
  readonly inPrivate: boolean;
}

/** Parties that cannot confirm whoever accepted them: they owe the money, or took it. */
const NEVER: ReadonlySet<string> = new Set(["supplier", "recruiter"]);
const ACCEPTING: ReadonlySet<string> = new Set(["workers", "union"]);

/** Why it does not count; null when it does. A signature that the supplier collected is "party". */
export function whyNotCounted({ party, acceptedBy, inPrivate }: Confirming): "party" | "accepted" | "private" | null {
  if (NEVER.has(party)) return "party";
  if (!ACCEPTING.has(acceptedBy)) return "accepted";
  return inPrivate ? null : "private";
}

export const counts = (confirming: Confirming): boolean => whyNotCounted(confirming) === null;
