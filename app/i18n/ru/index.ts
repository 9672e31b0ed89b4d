import { ISSUE_TEXTS } from "../../imports/issue-texts";
import { account } from "./account";
import { category, tenders } from "./categories";
import { measure, never } from "./category-measures";
import { commitments } from "./commitments";
import { dutyEvidence } from "./duty-evidence";
import { checkStep } from "./check-steps";
import { checks } from "./checks";
import { common } from "./common";
import { contracts } from "./contracts";
import { corridors } from "./corridors";
import { demand } from "./demand";
import { division } from "./divisions";
import { danger, disclosure, evidence, findings } from "./findings";
import { fields } from "./fields";
import { importing } from "./importing";
import { inConfidence } from "./in-confidence";
import { imports } from "./imports";
import { listing, match } from "./match";
import { materials } from "./materials";
import { members } from "./members";
import { mine } from "./mine";
import { method, methodCoverage } from "./method";
import { methodStudy } from "./method-study";
import { model } from "./model";
import { overview } from "./overview";
import { pack } from "./pack";
import { pastDuties } from "./past-duties";
import { pastPages } from "./past-pages";
import { plan } from "./plan";
import { problems } from "./problems";
import {
  answer,
  ask,
  change,
  concern,
  floorLiftedBy,
  likelihood,
  missing,
  origin,
  reason,
  reasonBlank,
  severity,
  unit,
} from "./reasons";
import { recruitment } from "./recruitment";
import { registerPdf } from "./register-pdf";
import { remedy } from "./remedy";
import { reports } from "./reports";
import { reportDemand } from "./report-demand";
import { reportCategory } from "./report-category";
import { reportEspd } from "./report-espd";
import { reportRegister } from "./report-register";
import { reportRemediation } from "./report-remediation";
import { reportComments } from "./report-comments";
import { reportPast } from "./report-past";
import { reportResponse } from "./report-response";
import { reportSigners } from "./report-signers";
import { reportStatement } from "./report-statement";
import { reportVariants } from "./report-variants";
import { reportTender } from "./report-tender";
import { risk } from "./risk";
import { duplicates, groups, lists, matches } from "./screening";
import { supplierDay } from "./supplier-day";
import { settings } from "./settings";
import { shell } from "./shell";
import { signs } from "./signs";
import { supplier, suppliers } from "./suppliers";
import { understand } from "./understand";
import { verifyPage } from "./verify-page";
import { table } from "./table";
import { trail } from "./trail";
import { workspace } from "./workspace";

/** Every Russian sentence of the product, by subject. */
export const catalogue = {
  common,
  account,
  checks,
  checkStep,
  contracts,
  workspace,
  tenders,
  category,
  measure,
  never,
  commitments,
  dutyEvidence,
  overview,
  model,
  imports,
  understand,
  verifyPage,
  importing,
  field: fields,
  issue: ISSUE_TEXTS.ru,
  plan,
  suppliers,
  supplier,
  recruitment,
  corridors,
  materials,
  match,
  listing,
  signs,
  matches,
  lists,
  duplicates,
  supplierDay,
  groups,
  remedy,
  reports,
  reportSigners,
  reportStatement,
  reportVariants,
  reportTender,
  demand,
  reportDemand,
  reportRemediation,
  reportCategory,
  reportEspd,
  reportRegister,
  reportComments,
  reportPast,
  reportResponse,
  registerPdf,
  table,
  division,
  risk,
  reason,
  reasonBlank,
  missing,
  concern,
  ask,
  change,
  floorLiftedBy,
  answer,
  unit,
  origin,
  likelihood,
  severity,
  problem: problems,
  shell,
  trail,
  members,
  findings,
  evidence,
  danger,
  inConfidence,
  disclosure,
  mine,
  settings,
  method,
  methodCoverage,
  methodStudy,
  pack,
  pastDuties,
  pastPages,
} as const;
