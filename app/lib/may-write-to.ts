/** A hold on a supplier, as far as the guard looks at it. */
export interface HoldState {
  readonly liftedAt: Date | string | null;
}

/**
 * Whether anything may be written or sent to a supplier: not while somebody may be in danger there. The plan's next steps, the
 * questions on the supplier's page, the question sheet and every message ask this first. Pure.
 */
export const mayWriteTo = (holds: readonly HoldState[]): boolean => holds.every(({ liftedAt }) => liftedAt !== null);
