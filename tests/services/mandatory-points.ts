/**
 * What the written templates of reports make mandatory, in our words, and where each stands. A place is
 * `TYPE:POINT`, where a person writes it or it is a value; `TYPE:POINT.TABLE.COLUMN`, where it is computed; `head:FIELD` or
 * `filed:FIELD` of the report's own model; `reference:FIELD` of what a statement rests on; `text:KEY`, a catalogue text that is
 * always printed; `file:COLUMN` of the kept register. What is held nowhere says why. Type 6, the evidence pack, is a format of its own.
 */
export type Where = readonly string[] | { readonly not: string };
export type Points = Readonly<Record<string, Where>>;

export const not = (why: string): Where => ({ not: why });
const lines = (column: string) => `register:registerLines.registerLines.${column}`;
const sites = (column: string) => `register:registerSites.sites.${column}`;

const HEADER: Points = {
  "type of report": ["head:type"],
  "version of the report": ["head:version"],
  "legal basis": ["head:variant", "head:commitments"],
  variant: ["head:variant"],
  "organisation that reports": ["head:organisation"],
  "its legal identifier": ["head:organisation"],
  buyer: ["tender-check:lot.lotFacts.told", "espd:espdFrame.espdFrame.told"],
  period: ["head:period"],
  "scope: product, contract or lot": ["head:subject"],
  "method and its version": ["head:method"],
  "cut-off of the data": ["text:reports.head.cutOff"],
  "sources with their dates": ["head:sources"],
  author: ["head:made", "filed:signatures"],
  reviewer: ["filed:signatures"],
  approver: ["filed:signatures"],
  languages: ["text:reports.head.languages"],
  "class of confidentiality": ["head:class"],
  "commitments it is evidence for": ["head:commitments"],
  "known gaps": ["text:reports.gaps"],
};

const REFERENCE: Points = {
  "number of the evidence": ["reference:id"],
  "what it shows": ["reference:title"],
  "source and issuer": ["reference:title"],
  "day of issue": ["reference:day"],
  "day it was received": ["reference:document"],
  "product, lot or site": ["reference:document"],
  tier: ["reference:document"],
  strength: ["reference:document"],
  expiry: ["reference:document"],
  hash: ["reference:sha256"],
  "access class": ["reference:document"],
};

const ANNEX: Points = {
  "spend in all": ["demand:spendAtStake.stake.spend"],
  "spend where risk is high": ["demand:spendAtStake.stake.spend"],
  "share under due diligence": ["demand:spendAtStake.stake.ofSpend"],
  "decisions about buying that were changed, how many": ["demand:buyingChanged.changed.count"],
  "and their value": ["demand:buyingChanged.changed.spend"],
  "each alert with the days on which it was known and decided": ["demand:alertsMeasure.knowledge.decided"],
  "whether the purchase went on": ["demand:alertsMeasure.knowledge.goesOn"],
  "time to a decision": ["demand:daysToDecide"],
  "own practice: price": ["demand:labourFloorMeasure"],
  "own practice: lead time": ["demand:leadTimeMeasure"],
  "own practice: late changes": ["demand:lateChangesMeasure"],
  "own practice: payment": ["demand:paymentsMeasure"],
  "subcontractors and agencies": ["demand:depthMeasure"],
  "fees found": ["demand:feesRepaid.fees.owed"],
  "fees repaid": ["demand:feesRepaid.fees.paid"],
  "training of buyers and suppliers": ["demand:trainingMeasure.trainings.whom"],
  "technology in use": ["demand:reviewedByPeople.technology.what"],
  "its limits": ["demand:technologyLimits"],
  "review of alerts by people": ["demand:reviewedByPeople.technology.told"],
  "commitment, what was done, evidence, result": ["demand:commitmentTable.contributions.result", "demand:commitmentTable.contributions.records"], // prettier-ignore
};

const RETENTION: Points = {
  "how long it is kept": ["head:keepYears", "text:reports.head.keep"],
  "questionnaire: its purpose": ["espd:espdFor"],
  "questionnaire: the right to refuse": ["espd:espdRefusal"],
};

const REGISTER: Points = {
  "legal name": [lines("name"), "file:name"],
  "name in the local script": ["register:registerOwners"],
  "legal identifier": [lines("identifier"), "register:registerOwners.owners.identifier", "file:registration_id"],
  country: [lines("country")],
  ownership: ["register:registerOwners.owners.parent"],
  group: ["register:registerOwners.owners.group"],
  "class of size": ["register:registerOwners.owners.size"],
  role: [lines("role"), "register:registerRoles"],
  "name of the site": ["register:registerSites.namedSites.site"],
  "address of the site": [sites("city"), sites("address"), "file:address"],
  "what is done there": ["register:registerSites"],
  "size of the workforce": [sites("workers"), "file:workers"],
  "share of migrant workers": [sites("migrant")],
  "share of agency workers": [sites("agency")],
  "share of temporary workers": ["register:registerSites"],
  "share of women": [sites("women")],
  "share of young workers": [sites("young")],
  dormitory: ["register:registerSites"],
  "labour agencies": ["register:registerSites"],
  "product or service": ["register:registerInputs.inputs.product", lines("product")],
  "customs or CPV code": ["register:registerInputs.inputs.goods"],
  inputs: ["register:registerInputs.inputs.inputs"],
  tier: ["register:registerInputs.inputs.tier"],
  spend: [lines("spend")],
  "share of the buyer's need": ["register:registerInputs"],
  "whether it can be replaced": ["register:registerInputs"],
  "inherent risk: country": [lines("inherentCountry")],
  "inherent risk: sector": [lines("inherentSector")],
  "inherent risk: commodity": [lines("goods"), "register:registerRiskInputs.riskInputs.input"],
  "inherent risk: workforce": ["register:registerRiskInputs.riskInputs.input"],
  "inherent risk: corridor of recruitment": [lines("inherentRecruitment")],
  "inherent risk: way of doing business": ["register:registerRoles", "register:registerRiskInputs.riskInputs.input"],
  "marker of work imposed by a State": [lines("stateImposed")],
  "source, date and weight of each": ["register:registerRiskInputs.riskInputs.sources", "register:registerRiskInputs.riskInputs.year", "register:registerRiskInputs.riskInputs.weight"], // prettier-ignore
  "hits on the eleven indicators": ["register:registerIndicators.hits.indicators"],
  "their strength and source": ["register:registerIndicators.hits.status", "register:registerIndicators.hits.source"],
  "early sign: fees": ["register:registerSigns.signs.signs"],
  "early sign: overtime without pay": not(
    "nobody is asked for it: the questions about recruitment have none about hours or overtime",
  ),
  "early sign: protective gear": not("nobody is asked for it: health and safety are outside of the questions"),
  "lists: sanctions, import bans, debarment": ["register:registerLists.registerLists.list", lines("matches")],
  "decisions of authorities": ["register:registerIndicators.hits.source"],
  "quality of a match and its day": ["register:registerLists", "register:registerLists.registerLists.compared"],
  "code accepted": ["register:registerAudits"],
  clauses: ["register:registerAudits.clauses.clauses"],
  audits: ["register:registerAudits.auditDocuments.shows"],
  "certificates with their scope": ["register:registerAudits.auditDocuments.scope"],
  "channel for workers": ["register:registerAudits.controls.channel"],
  "who pays for recruitment": ["register:registerAudits.controls.employerPays"],
  "union or committee": ["register:registerAudits"],
  "inherent score": [lines("inherent")],
  "score of the controls": not(
    "the method takes proven practice off the inputs themselves; a score of controls alone would count it twice",
  ),
  "score that remains": [lines("score")],
  uncertainty: [lines("range")],
  severity: [lines("severity")],
  likelihood: [lines("likelihood")],
  rank: [lines("priority")],
  "reason in words": [lines("reason")],
  "decision: buy, conditions, hold, exit": ["register:registerDecisions.registerDecisions.decision"],
  "owner of the decision": ["register:registerDecisions.registerDecisions.owner"],
  "day of the decision": ["register:registerDecisions.registerDecisions.day"],
  "next review": ["register:registerDecisions.registerDecisions.review"],
  "view of the Regulation: severity and scale, volume, suspect part, distance, leverage": ["register:registerFlr"],
};

const STATEMENT: Points = {
  "entities and the tests of size": ["statement:entities"],
  "map of the supply chain: countries": ["statement:suppliers.places.country"],
  "map of the supply chain: tiers": ["statement:ownChain.tiers.tier"],
  "policies with their dates": ["statement:policies"],
  "what contracts ask": ["statement:contractTerms.termCounts.term"],
  "risk areas by country and sector": ["statement:areas"],
  "risk areas by commodity": ["statement:areas"],
  "what was done, with dates": ["statement:actions", "statement:remedy.remedySteps.count"],
  "figures of the grievance channel": ["statement:grievances"],
  cases: ["statement:findings"],
  "remediation with amounts": ["statement:repaid.money.paid", "statement:remedy"],
  "measures about lost income": ["statement:incomeLoss"],
  "training by role and hours": ["statement:training.trainingByWhom.whom", "statement:training.trainingByWhom.hours"],
  "indicators of effect with their baseline": ["statement:measures.effects.of"],
  "entities that were consulted": ["statement:consulted"],
  "body that approved, day, signer, title": ["statement:ukApproved", "filed:signatures"],
  "what is not known": ["statement:limits.limitGaps.lacking"],
  "statements without evidence are named": ["text:reports.gapsUnsupported"],
};

export const MANDATORY_POINTS_FIRST: Readonly<Record<string, Points>> = {
  "0.2 head": HEADER,
  "0.3 evidence": REFERENCE,
  "0.4 annex on demand": ANNEX,
  "0.5 and 0.7 keeping and asking": RETENTION,
  "1 register": REGISTER,
  "2 statement": STATEMENT,
};
