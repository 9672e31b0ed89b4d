import type { Database, Scope } from "../../../db/database";
import { numbersOf } from "../../../db/queries/merges";
import { candidatesOfSuppliers, decisionsOfCandidates } from "../../../db/queries/screening";
import type { MatchDecision } from "../../../db/schema/screening";
import { can } from "../../lib/permissions";
import { readCandidate } from "./stored-candidate";

/** What was decided about a supplier and an entry of a list. */
export interface MatchEvent {
  readonly kind: "match-decided" | "match-confirmed" | "match-taken-back";
  readonly at: Date;
  readonly who: string | null;
  readonly matchId: string;
  readonly entry: string;
  readonly list: string;
  readonly decision: MatchDecision;
  readonly reason: string;
}

/** In no order; nothing for a reader who may not see pairs that nobody confirmed. */
export async function matchStory(db: Database, scope: Scope, supplierNo: number): Promise<MatchEvent[]> {
  if (!can(scope.role, "match:read")) return [];
  const stored = await candidatesOfSuppliers(db, scope, await numbersOf(db, scope, supplierNo));
  const candidates = new Map(stored.map((one) => [one.id, readCandidate(one)]));
  const decisions = await decisionsOfCandidates(db, scope, [...candidates.keys()]);
  return decisions.flatMap((one): MatchEvent[] => {
    const { entry, list } = candidates.get(one.candidateId)!;
    const said = {
      matchId: one.candidateId,
      entry: entry.name,
      list: list.title,
      decision: one.decision,
      reason: one.reason,
    };
    return [
      { kind: "match-decided", at: one.decidedAt, who: one.who, ...said },
      ...(one.confirmedAt === null
        ? []
        : [{ kind: "match-confirmed" as const, at: one.confirmedAt, who: one.confirmer, ...said }]),
      ...(one.undoneAt === null
        ? []
        : [{ kind: "match-taken-back" as const, at: one.undoneAt, who: one.undoneByName, ...said }]),
    ];
  });
}
