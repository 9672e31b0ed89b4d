/** When a decision about a supplier came into force. Pure. */

interface Decided {
  readonly decision: "buy" | "conditions" | "hold" | "exit";
  /** The law that leaves no choice; "": none does. */
  readonly banLaw: string;
  readonly state: "proposed" | "in-force" | "refused" | "replaced";
  readonly proposedAt: Date;
  readonly confirmedAt: Date | null;
}

/** Holding and leaving may hurt the workers most: a second person confirms them, but where a law leaves no choice. */
export const asksSecond = ({ decision, banLaw }: Pick<Decided, "decision" | "banLaw">): boolean =>
  (decision === "hold" || decision === "exit") && banLaw === "";

/** When a decision began to count; null: it never did, as a proposal that was refused, or replaced before anybody confirmed it. */
export function inForceFrom({ state, proposedAt, confirmedAt, ...of }: Decided): Date | null {
  if (!asksSecond(of)) return proposedAt;
  return state === "refused" ? null : confirmedAt;
}

/** Did it count at some time? */
export const cameIntoForce = (one: Decided): boolean => inForceFrom(one) !== null;
