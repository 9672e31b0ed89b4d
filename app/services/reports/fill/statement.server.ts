import type { Fillings } from "../../../reports/template";
import { statement } from "../../../reports/templates/statement";
import type { Fill } from "./fill";
import { demandAnnexOf } from "./demand.server";
import { actionCounts, decisionCounts, findingCounts, paceOfFindings, repaidTotals } from "./follow-up-facts.server";
import { publicFillings } from "./public.server";
import { standingAtEnd } from "./standing.server";
import { knownBars, riskPairs, spendOf, supplyChain } from "./list-facts.server";
import { askedShare, listMatches } from "./looked-facts.server";
import { statementMore, statementOfList } from "./statement-more.server";

/** What the records say of the yearly account. Without a published list everything about suppliers stays untold. */
export const fillStatement: Fill = async (db, scope, { settings, now, shared }) => {
  const [list, standing] = await Promise.all([shared.list(), standingAtEnd(db, scope, settings, now)]);
  const followUp = {
    findings: findingCounts(standing, settings),
    actions: actionCounts(standing, settings),
    repaid: repaidTotals(standing, settings),
    decisions: decisionCounts(standing, settings),
    pace: paceOfFindings(standing, settings),
    ...(await demandAnnexOf(db, scope, settings, statement, standing, shared)),
    ...(await statementMore(db, scope, settings, standing, shared)),
  };
  const told = (filled: Fillings) =>
    settings.class === "public" ? publicFillings(db, scope, settings, standing, shared, filled) : filled;
  if (!list) return told(followUp);
  const [ofList, areas, looked, listed] = await Promise.all([
    statementOfList(db, scope, list, shared),
    riskPairs(db, scope, list),
    askedShare(shared),
    listMatches(shared),
  ]);
  return told({
    ...followUp,
    ...ofList,
    suppliers: supplyChain(list),
    spend: { values: spendOf(list) },
    known: knownBars(list),
    areas,
    looked,
    listed,
  });
};
