import type { EvidenceKind } from "../commitments/evidence-rules";
import { paths } from "../lib/paths";

type To = (workspace: string) => string;
const tenders: To = (workspace) => paths.tenders(workspace);
const contracts: To = (workspace) => paths.tenders(workspace, "contracts");
const demand: To = (workspace) => paths.demand(workspace);
const reports: To = (workspace) => paths.reports(workspace);
const followUp =
  (tab: string): To =>
  (workspace) =>
    paths.followUp(workspace, tab === "actions" ? "" : `tab=${tab}`);

/** The list in which records of a kind stand; null: they stand with their suppliers. */
const LISTS: Readonly<Record<EvidenceKind, To | null>> = {
  list: (workspace) => paths.workspace(workspace),
  plan: (workspace) => paths.plan(workspace),
  screening: (workspace) => paths.lists(workspace),
  match: (workspace) => paths.matches(workspace),
  recruitment: (workspace) => paths.toAsk(workspace),
  origin: null,
  finding: followUp("findings"),
  assessed: followUp("findings"),
  reply: followUp("findings"),
  action: followUp("actions"),
  verified: followUp("actions"),
  repayment: followUp("repayments"),
  confirmed: followUp("repayments"),
  decision: followUp("decisions"),
  document: null,
  category: tenders,
  check: tenders,
  floor: tenders,
  contract: contracts,
  clauseLabourLaw: contracts,
  clausePerformance: contracts,
  clauseSubcontractors: contracts,
  clauseFeeBan: contracts,
  clauseComplaints: contracts,
  clauseZeroTolerance: contracts,
  clauseMonitoring: contracts,
  review: contracts,
  training: demand,
  trainingBuyers: demand,
  orders: demand,
  payments: demand,
  buyingFacts: demand,
  statement: reports,
  statementUk: reports,
  report: reports,
};

export const listOf = (kind: EvidenceKind, workspace: string): string | null => LISTS[kind]?.(workspace) ?? null;
