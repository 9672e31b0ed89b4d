import { statement } from "../../../reports/templates/statement";
import type { Fill } from ".";
import { demandAnnexOf } from "./demand.server";
import { actionCounts, decisionCounts, findingCounts, paceOfFindings, repaidTotals } from "./follow-up-facts.server";
import { knownBars, listFacts, riskPairs, spendOf, supplyChain } from "./list-facts.server";
import { askedShare, listMatches } from "./looked-facts.server";

/** What the records say of the yearly account. Without a published list everything about suppliers stays untold. */
export const fillStatement: Fill = async (db, scope, { settings }) => {
  const list = await listFacts(db, scope);
  const [findings, actions, repaid, decisions, pace, annex] = await Promise.all([
    findingCounts(db, scope, settings),
    actionCounts(db, scope, settings),
    repaidTotals(db, scope, settings),
    decisionCounts(db, scope, settings),
    paceOfFindings(db, scope, settings),
    demandAnnexOf(db, scope, settings, statement),
  ]);
  const followUp = { findings, actions, repaid, decisions, pace, ...annex };
  if (!list) return followUp;
  const [areas, looked, listed] = await Promise.all([
    riskPairs(db, scope, list),
    askedShare(db, scope, list),
    listMatches(db, scope),
  ]);
  return {
    ...followUp,
    suppliers: supplyChain(list),
    spend: { values: spendOf(list) },
    known: knownBars(list),
    areas,
    looked,
    listed,
  };
};
