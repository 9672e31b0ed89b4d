/**
 * What the laws of several countries ask of a statement besides the seven areas: the sections of their own, and for each thing that
 * is asked the points where it stands. Data a lawyer can look through and release. Pure.
 */
import type { Asked, Template, Variant } from "../template";
import { stated } from "./point";

const ask = (item: string, rows: readonly string[], ...points: readonly string[]): Asked => ({ item, rows, points });

const needed = (id: string, asked: string, ...rows: readonly string[]) => stated(id, `2, variant ${asked}`, true, rows);
const ifSo = (id: string, asked: string, ...rows: readonly string[]) => stated(id, `2, variant ${asked}`, false, rows);

const SEVEN_OF_CANADA = [
  ask("structure, activities and supply chains", ["CA-S211-05"], "about", "entities", "suppliers"),
  ask("policies and due diligence", ["CA-S211-05"], "policies", "looked"),
  ask("parts with a risk, and the steps taken about it", ["CA-S211-05"], "known", "areas", "caSteps"),
  ask("remediation", ["CA-S211-05"], "actions", "repaid", "remedy"),
  ask("remediation of lost income of vulnerable families", ["CA-S211-05"], "caIncome"),
  ask("training", ["CA-S211-05"], "training"),
  ask("how effectiveness is assessed", ["CA-S211-05"], "measures"),
];

export const STATEMENT_VARIANTS: readonly Variant[] = [
  { id: "common", law: null, released: true, signs: ["board", "director"] },
  {
    id: "uk",
    law: "GB-MSA-01",
    released: true,
    signs: ["board", "director"],
    asks: [
      ask("steps taken in the business and its supply chains, or that none were taken", ["GB-MSA-02"], "ukSteps"),
      ask("approval and signature by legal form", ["GB-MSA-04"], "ukApproved"),
      ask("the website, with a link on the home page", ["GB-MSA-05"], "ukPublished"),
    ],
  },
  {
    id: "ukBill",
    law: "GB-BILL-01",
    released: false,
    signs: ["board", "director"],
    asks: [
      ask("structure", ["GB-BILL-01"], "about", "entities", "suppliers"),
      ask("policies", ["GB-BILL-01"], "policies"),
      ask("due diligence, with remediation", ["GB-BILL-01"], "looked", "actions", "remedy"),
      ask("risk", ["GB-BILL-01"], "known", "areas"),
      ask("effectiveness, by indicators", ["GB-BILL-01"], "measures"),
      ask("training", ["GB-BILL-01"], "training"),
      ask("the reason, where no steps were taken", ["GB-BILL-01"], "billNoSteps"),
      ask("a clearer approval rule, a deadline and the registry", ["GB-BILL-01"], "billApproved", "billRegistered"),
    ],
  },
  {
    id: "au",
    law: "AU-MSA-01",
    released: false,
    signs: ["board", "director"],
    asks: [
      ask("a: the reporting entity", ["AU-MSA-04"], "about", "entities"),
      ask("b: structure, operations and supply chains", ["AU-MSA-04"], "about", "suppliers"),
      ask("c: risks, in controlled entities too", ["AU-MSA-04"], "known", "areas", "auControlled"),
      ask("d: actions, due diligence and remediation included", ["AU-MSA-05"], "looked", "actions", "remedy"),
      ask("e: how effectiveness is assessed", ["AU-MSA-05"], "measures"),
      ask("f: consultation with controlled entities", ["AU-MSA-06"], "auConsulted"),
      ask("g: other relevant facts", ["AU-MSA-06"], "auOther"),
      ask("approval by the principal governing body, signature of a responsible member", ["AU-MSA-02", "AU-MSA-08"], "auApproved"), // prettier-ignore
      ask("of a joint statement: why not all bodies approved", ["AU-MSA-06"], "auJoint"),
      ask("on the register within six months of the end of the period", ["AU-MSA-02"], "auFiled"),
    ],
  },
  {
    id: "ca",
    law: "CA-S211-03",
    released: false,
    signs: ["board"],
    asks: [
      ask("steps of the previous financial year", ["CA-S211-04"], "caSteps"),
      ...SEVEN_OF_CANADA,
      ask("approval by the governing body, statement and signature of a member", ["CA-S211-06"], "caApproved"),
      ask("by 31 May: the registry, the website, shareholders", ["CA-S211-04", "CA-S211-07"], "caPublished"),
    ],
  },
  {
    id: "caInstitution",
    law: "CA-S211-01",
    released: false,
    signs: ["director"],
    asks: [
      ask("goods made, bought or distributed, and the steps", ["CA-S211-01"], "caGoods", "caSteps"),
      ...SEVEN_OF_CANADA,
      ask("the head of the institution reports by 31 May", ["CA-S211-01"], "caHead"),
      ask("prominently online", ["CA-S211-02"], "caOnline"),
    ],
  },
  {
    id: "no",
    law: "NO-TA-03",
    released: false,
    signs: ["board", "director"],
    asks: [
      ask("organisation and procedures", ["NO-TA-03"], "about", "policies"),
      ask("actual harm and significant risks that were found", ["NO-TA-03"], "noHarm", "known", "findings"),
      ask("measures and their results, or those expected", ["NO-TA-03"], "noMeasures", "actions"),
      ask("signed under the rules on accounts", ["NO-TA-03"], "noSigned"),
      ask("by 30 June on the website, named in the annual report, again on major change", ["NO-TA-03"], "noPublished"),
    ],
  },
  {
    id: "csddd",
    law: "EU-CSDDD-14",
    released: false,
    signs: ["board"],
    asks: [
      ask("embed", ["EU-CSDDD-02"], "policies"),
      ask("identify and prioritise", ["EU-CSDDD-02", "EU-CSDDD-07"], "known", "areas", "csdddRanked"),
      ask("prevent, end, remedy", ["EU-CSDDD-02"], "csdddPrevented", "actions", "remedy"),
      ask("engage", ["EU-CSDDD-02"], "csdddEngaged"),
      ask("hear complaints", ["EU-CSDDD-02"], "csdddComplaints"),
      ask("monitor", ["EU-CSDDD-02"], "measures"),
      ask("published yearly, approved by the governing body", ["EU-CSDDD-14"], "csdddPublished"),
    ],
  },
  {
    id: "csrd",
    law: "EU-CSRD-02",
    released: false,
    signs: ["board", "external-audit"],
    asks: [
      ask("the due diligence process", ["EU-CSRD-02"], "looked", "csrdProcess"),
      ask("main harms, actions and results", ["EU-CSRD-02"], "findings", "actions", "measures"),
      ask("S2-1: policies", ["EU-ESRS2-02"], "csrdPolicies"),
      ask("S2-2: engagement with workers of the value chain", ["EU-ESRS2-03"], "csrdEngaged"),
      ask("S2-3: remedy, and channels to speak up", ["EU-ESRS2-04"], "csrdChannels", "remedy"),
      ask("S2-4: actions, and substantiated incidents", ["EU-ESRS2-05"], "csrdIncidents", "actions"),
      ask("S2-5: targets", ["EU-ESRS2-06"], "csrdTargets"),
      ask("countries and commodities with significant risk, and who is most exposed", ["EU-ESRS2-01"], "areas", "csrdExposed"), // prettier-ignore
      ask("in the management report, with limited assurance", ["EU-CSRD-02"], "csrdAssured"),
    ],
  },
  {
    id: "fr",
    law: "FR-VIG-01",
    released: false,
    signs: ["board"],
    asks: [
      ask("the risk map", ["FR-VIG-02"], "known", "areas"),
      ask("regular assessments of subsidiaries and established suppliers", ["FR-VIG-02"], "frAssessments", "looked"),
      ask("mitigation", ["FR-VIG-02"], "frMitigation", "actions"),
      ask("an alert mechanism agreed with unions", ["FR-VIG-02"], "frAlert"),
      ask("follow-up of what was done", ["FR-VIG-02"], "measures", "frFollowUp"),
      ask("by the board, in the management report", ["FR-VIG-03"], "frPublished"),
    ],
  },
  {
    id: "de",
    law: "DE-LKSG-04",
    released: false,
    signs: ["director"],
    asks: [
      ask("the policy statement: procedure, main risks, what is expected", ["DE-LKSG-04"], "deProcedure", "known", "deExpected"), // prettier-ignore
      ask("issued by the management", ["DE-LKSG-04"], "deIssued"),
      ask("the yearly report, only if still required on the day of issue", ["DE-LKSG-10"], "deReport"),
    ],
  },
  {
    id: "us",
    law: "US-FAR-09",
    released: false,
    signs: ["director"],
    asks: [
      ask("plan 1: awareness", ["US-FAR-09"], "usAwareness"),
      ask("plan 2: safe reporting", ["US-FAR-09"], "usReporting"),
      ask("plan 3: recruitment and wages", ["US-FAR-09"], "usRecruitment"),
      ask("plan 4: housing", ["US-FAR-09"], "usHousing"),
      ask("plan 5: subcontractors and agents", ["US-FAR-09"], "usSubcontractors"),
      ask("the plan posted at the workplace and online", ["US-FAR-10"], "usPosted"),
      ask("certification before award and yearly", ["US-FAR-11"], "usCertified"),
    ],
  },
];

/** Sections of one variant each, or of the two of Canada. */
export const VARIANT_SECTIONS: Template["sections"] = [
  {
    id: "ukBill",
    words: "reportVariants",
    only: ["ukBill"],
    points: [
      needed("billNoSteps", "UK, bill: the reason where no steps were taken", "GB-BILL-01"),
      needed("billApproved", "UK, bill: approval", "GB-BILL-01"),
      needed("billRegistered", "UK, bill: deadline and registry", "GB-BILL-01"),
    ],
  },
  {
    id: "auAct",
    words: "reportVariants",
    only: ["au"],
    points: [
      needed("auControlled", "Australia: criterion c, controlled entities", "AU-MSA-04"),
      needed("auConsulted", "Australia: criterion f", "AU-MSA-06"),
      needed("auOther", "Australia: criterion g", "AU-MSA-06"),
      needed("auApproved", "Australia: approval and signature", "AU-MSA-02", "AU-MSA-08"),
      ifSo("auJoint", "Australia: joint statements", "AU-MSA-06"),
      needed("auFiled", "Australia: within six months, on the register", "AU-MSA-02"),
    ],
  },
  {
    id: "caAct",
    words: "reportVariants",
    only: ["ca", "caInstitution"],
    points: [
      needed("caSteps", "Canada: steps of the previous financial year", "CA-S211-04"),
      needed("caIncome", "Canada: lost income of vulnerable families", "CA-S211-05"),
    ],
  },
  {
    id: "caEntity",
    words: "reportVariants",
    only: ["ca"],
    points: [
      needed("caApproved", "Canada, entities: approval and signature", "CA-S211-06"),
      needed("caPublished", "Canada, entities: by 31 May; registry, website, shareholders", "CA-S211-07"),
    ],
  },
  {
    id: "caInstitution",
    words: "reportVariants",
    only: ["caInstitution"],
    points: [
      needed("caGoods", "Canada, government institutions: goods", "CA-S211-01"),
      needed("caHead", "Canada, government institutions: the head reports by 31 May", "CA-S211-01"),
      needed("caOnline", "Canada, government institutions: website", "CA-S211-02"),
    ],
  },
  {
    id: "noAct",
    words: "reportVariants",
    only: ["no"],
    points: [
      needed("noHarm", "Norway: actual harm and significant risk", "NO-TA-03"),
      needed("noMeasures", "Norway: measures and results", "NO-TA-03"),
      needed("noSigned", "Norway: signature", "NO-TA-03"),
      needed("noPublished", "Norway: by 30 June, website, annual report", "NO-TA-03"),
    ],
  },
  {
    id: "csddd",
    words: "reportVariants",
    only: ["csddd"],
    points: [
      needed("csdddRanked", "EU, CSDDD: steps of Article 5, prioritise", "EU-CSDDD-07"),
      needed("csdddPrevented", "EU, CSDDD: steps of Article 5, prevent", "EU-CSDDD-08"),
      needed("csdddEngaged", "EU, CSDDD: steps of Article 5, engage", "EU-CSDDD-02"),
      needed("csdddComplaints", "EU, CSDDD: steps of Article 5, complaints", "EU-CSDDD-12"),
      needed("csdddPublished", "EU, CSDDD: governing body, yearly", "EU-CSDDD-14"),
    ],
  },
  {
    id: "csrd",
    words: "reportVariants",
    only: ["csrd"],
    points: [
      needed("csrdProcess", "EU, CSRD: due diligence process", "EU-CSRD-02"),
      needed("csrdPolicies", "EU, CSRD: S2-1", "EU-ESRS2-02"),
      needed("csrdEngaged", "EU, CSRD: S2-2", "EU-ESRS2-03"),
      needed("csrdChannels", "EU, CSRD: S2-3", "EU-ESRS2-04"),
      needed("csrdIncidents", "EU, CSRD: S2-4, substantiated incidents", "EU-ESRS2-05"),
      needed("csrdTargets", "EU, CSRD: S2-5", "EU-ESRS2-06"),
      needed("csrdExposed", "EU, CSRD: risk geographies and commodities", "EU-ESRS2-01"),
      needed("csrdAssured", "EU, CSRD: management report, limited assurance", "EU-CSRD-02"),
    ],
  },
  {
    id: "frPlan",
    words: "reportVariants",
    only: ["fr"],
    points: [
      needed("frAssessments", "France: assessments", "FR-VIG-02"),
      needed("frMitigation", "France: mitigation", "FR-VIG-02"),
      needed("frAlert", "France: alert mechanism", "FR-VIG-02"),
      needed("frFollowUp", "France: follow-up", "FR-VIG-02"),
      needed("frPublished", "France: board, management report", "FR-VIG-03"),
    ],
  },
  {
    id: "deAct",
    words: "reportVariants",
    only: ["de"],
    points: [
      needed("deProcedure", "Germany: policy statement, procedure", "DE-LKSG-04"),
      needed("deExpected", "Germany: policy statement, expectations", "DE-LKSG-04"),
      needed("deIssued", "Germany: signed by the management", "DE-LKSG-04"),
      needed("deReport", "Germany: yearly report only if still required", "DE-LKSG-10"),
    ],
  },
  {
    id: "usPlan",
    words: "reportVariants",
    only: ["us"],
    points: [
      needed("usAwareness", "US contractors: plan, awareness", "US-FAR-09"),
      needed("usReporting", "US contractors: plan, safe reporting", "US-FAR-09"),
      needed("usRecruitment", "US contractors: plan, recruitment and wages", "US-FAR-09"),
      needed("usHousing", "US contractors: plan, housing", "US-FAR-09"),
      needed("usSubcontractors", "US contractors: plan, subcontractors", "US-FAR-09", "US-FAR-12"),
      needed("usPosted", "US contractors: posting", "US-FAR-10"),
      needed("usCertified", "US contractors: certification", "US-FAR-11"),
    ],
  },
];
