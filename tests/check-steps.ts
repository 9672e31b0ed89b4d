/** A lot with its bidders and their checks, made through the services as the pages make them. */
import type { Database, Scope } from "../db/database";
import type { DecisionEntry, Exclusion } from "../app/checks/entries";
import { addBidder } from "../app/services/checks/add-bidder.server";
import { checkRecord } from "../app/services/checks/check-record.server";
import { noteInCheck } from "../app/services/checks/note.server";
import { openLot, type NewLot } from "../app/services/checks/open-lot.server";
import { openStage } from "../app/services/checks/open-stage.server";
import { screenFirms } from "../app/services/checks/screen-firms.server";
import type { Stage } from "../db/schema/checks";
import { A_DAY } from "./builders";

export const TODAY = "2026-03-02";

export const aLot = (said: Partial<NewLot> = {}): NewLot => ({
  reference: "2026/17",
  name: "Lot 1",
  buyer: "City of Works",
  subject: "Work clothing",
  cpv: "18100000",
  value: "120000",
  currency: "EUR",
  regime: "eu",
  national: [],
  checklist: "",
  categoryId: "",
  ...said,
});

export interface OpenedLot {
  readonly lotId: string;
  readonly checkIds: readonly string[];
  /** The check of the first bidder. */
  readonly checkId: string;
}

/** A lot whose stage is open for these bidders, compared with the lists in force. */
export async function anOpenLot(
  db: Database,
  scope: Scope,
  options: { readonly stage?: Stage; readonly bidders?: readonly string[]; readonly lot?: Partial<NewLot> } = {},
): Promise<OpenedLot> {
  const lotId = await openLot(db, scope, aLot(options.lot), A_DAY);
  const bidders = options.bidders ?? ["Quiet Mill Works"];
  for (const [at, name] of bidders.entries()) {
    // One after the other, so that their order is known.
    const then = new Date(A_DAY.getTime() - (bidders.length - at) * 1000);
    await addBidder(db, scope, lotId, { name, country: null, identifier: "", supplierId: "" }, then);
  }
  const checkIds = await openStage(db, scope, lotId, options.stage ?? "selection", A_DAY);
  await screenFirms(db, scope, checkIds, A_DAY);
  return { lotId, checkIds, checkId: checkIds[0]! };
}

/** Nothing found in one source, for every step without a result. */
export async function nothingFound(db: Database, scope: Scope, checkId: string): Promise<void> {
  const { asked, status } = await checkRecord(db, scope, checkId);
  const steps = asked.filter((id) => status.answers[id] === undefined);
  const contents = { steps, result: "done", proof: "e-Certis extract", reference: "", sourceOn: TODAY } as const;
  if (steps.length > 0) await noteInCheck(db, scope, checkId, { kind: "answer", contents }, A_DAY);
}

export const found = (db: Database, scope: Scope, checkId: string, step: string): Promise<string> =>
  noteInCheck(
    db,
    scope,
    checkId,
    {
      kind: "answer",
      contents: { steps: [step], result: "found", proof: "Judgment of a court", reference: "12/25", sourceOn: TODAY },
    },
    A_DAY,
  );

export const aDecision = (said: Partial<DecisionEntry> = {}): DecisionEntry => ({
  decisionId: "decision-1",
  kind: "admit",
  reasons: "",
  because: [],
  terms: "",
  derogation: "",
  cleaning: null,
  exclusion: null,
  ...said,
});

/** Everything an exclusion for a final conviction needs. */
export const anExclusion = (said: Partial<Exclusion> = {}): Exclusion => ({
  ground: "eu57-1f",
  court: "Regional Court",
  convictionOn: "2025-05-20",
  eventOn: null,
  setByJudgment: null,
  provision: "",
  proof: "Final judgment 12/25",
  hearingOn: "2026-02-01",
  hearingAnswer: "The bidder does not dispute it.",
  answeredOn: "2026-02-10",
  proportionality: "The offence concerns the work that is bought.",
  endsOn: "2030-05-20",
  cleaning: { offered: false, compensation: "", clarification: "", measures: "", assessment: "Nothing was offered." },
  ...said,
});

export const toExclude = (said: Partial<Exclusion> = {}, decision: Partial<DecisionEntry> = {}): DecisionEntry =>
  aDecision({
    kind: "exclude",
    reasons: "A final conviction for trafficking in human beings.",
    because: ["eu57conviction"],
    exclusion: anExclusion(said),
    ...decision,
  });
