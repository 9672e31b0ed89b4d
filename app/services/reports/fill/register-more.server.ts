import type { Database, Scope } from "../../../../db/database";
import { evidenceAt } from "../../../../db/queries/evidence";
import { groupsOfSuppliers } from "../../../../db/queries/groups";
import type { RegisterLine } from "../../../../db/queries/register";
import type { Filled, Fillings } from "../../../reports/template";
import { controlsFilled, running } from "./controls";
import { earlySigns, indicatorHits } from "./early-signs";
import type { SharedFacts } from "./shared-facts.server";
import { inputsFilled, ownersFilled, sitesFilled } from "./sites";
import { endOfPeriod, type Standing, type Told } from "./standing.server";
import { capped, withAnswers } from "./stated-facts";

const MOST_DOCUMENTS = 1000;

/**
 * What a register tells of the suppliers that are named beside their risk: sites, owners, inputs, signs and controls, as far as a
 * list, an answer, a finding, a document or a contract states it.
 * @param indicators the bars of findings by indicator: the findings stand behind them.
 */
export const registerMore = async (
  db: Database,
  scope: Scope,
  {
    lines,
    generation,
    period,
    now,
    standing,
    shared,
    indicators,
  }: {
    readonly lines: readonly RegisterLine[];
    readonly generation: number;
    readonly period: Told;
    readonly now: Date;
    readonly standing: Standing;
    readonly shared: SharedFacts;
    readonly indicators: Filled;
  },
): Promise<Fillings> => {
  const told = withAnswers(lines);
  const upTo = period.class;
  const [groups, documents, contracts] = await Promise.all([
    groupsOfSuppliers(db, scope, generation, lines.map(({ supplierNo }) => supplierNo)), // prettier-ignore
    evidenceAt(db, scope, endOfPeriod(period, now), { numbers: null, limit: MOST_DOCUMENTS, upTo }),
    shared.contracts(),
  ]);
  const { findings } = standing;
  const names = await shared.names([...findings, ...documents.rows].map(({ supplierNo }) => supplierNo));
  return {
    registerSites: sitesFilled(told, findings, documents.rows, names, upTo),
    registerOwners: ownersFilled(told, groups),
    registerInputs: inputsFilled(told),
    registerIndicators: { ...indicators, tables: { hits: capped(indicatorHits(findings, names, upTo)) } },
    registerSigns: earlySigns(told),
    registerAudits: controlsFilled(told, documents, running(contracts.all, period), names),
  };
};
