/**
 * What a template says it answers is there: each thing that `asked` names beside a table has a column, a chart, or a value. The text
 * behind the last colon of `asked` names them, parted by semicolons; here stands where each is told.
 */
import { expect, test } from "vitest";
import type { TemplatePoint } from "../../app/reports/template";
import { TEMPLATES } from "../../app/reports/templates";

/** `table.column`, `bars.id`, `heat.id`, or `values`. */
type Told = readonly string[];
const TOLD: Readonly<Record<string, Told>> = {
  registerRows: ["registerRows.told", "registerTotals.file", "registerTotals.counted", "registerTotals.creditNotes", "registerTotals.setAside", "registerTotals.rejected"],
  registerPlaces: ["registerPlaces.country", "registerSectors.sector", "registerPlaces.suppliers", "registerPlaces.high", "registerPlaces.spend"],
  registerAnswers: ["registerAnswers.field", "registerAnswers.suppliers", "registerAnswers.yes"],
  registerBands: ["registerBands.band", "registerBands.suppliers", "registerBands.spend"],
  registerLists: ["values", "registerLists.list", "registerLists.compared"],
  registerDecisions: ["supplier", "decision", "day", "reason", "owner", "review", "who"].map((one) => `registerDecisions.${one}`),
  registerSites: ["siteStated.of", ...["city", "address", "work", "workers", "migrant", "agency", "women", "young"].map((one) => `sites.${one}`), "namedSites.site"],
  registerOwners: ["ownersStated.of", "owners.identifier", "owners.parent", "owners.group", "owners.size"],
  registerInputs: ["inputsStated.of", ...["product", "goods", "origin", "tier", "inputs"].map((one) => `inputs.${one}`)],
  registerRiskInputs: ["input", "weight", "sources", "year"].map((one) => `riskInputs.${one}`),
  registerIndicators: ["bars.registerIndicators", ...["supplier", "indicators", "severity", "source", "found"].map((one) => `hits.${one}`)],
  registerSigns: ["values", "signCounts.yes", "signs.signs", "signs.known"],
  registerAudits: ["controlsStated.of", "controls.channel", "controls.employerPays", "controls.contract", ...["shows", "strength", "scope", "issued", "expires"].map((one) => `auditDocuments.${one}`), "clauses.clauses", "clauses.audit"],
  recruitmentPolicy: ["question", "yes", "no", "unknown"].map((one) => `policyAnswers.${one}`),
  remedy: ["remedySteps.step", "remedySteps.result", "remedySteps.count"],
  training: ["whom", "trainings", "people", "hours", "timed"].map((one) => `trainingByWhom.${one}`),
  registerGaps: ["registerGaps.gap", "registerGaps.lacking", "registerGaps.raises"],
  suppliers: ["places.country", "sectors.sector", "places.suppliers", "places.high"],
  repaid: ["money.currency", "money.owed", "money.paid", "money.confirmed"],
  spendAtStake: ["stake.part", "stake.suppliers", "stake.share", "stake.spend", "stake.ofSpend"],
  allMeasures: ["measures.measure", "measures.done", "measures.of", "measures.data", "measures.owner"],
  buyingChanged: ["changed.decision", "changed.count", "changed.spend"],
  alertsMeasure: ["supplier", "known", "recorded", "assessed", "decided", "decision", "protected", "goesOn"].map((one) => `knowledge.${one}`),
  feesRepaid: ["fees.currency", "fees.owed", "fees.paid", "fees.confirmed"],
  trainingMeasure: ["trainings.what", "trainings.whom", "trainings.on", "trainings.people", "trainings.outOf", "trainings.hours"],
  commitmentTable: ["contributions.commitment", "contributions.measure", "contributions.result", "contributions.records"],
  findingsOpen: ["bars.findingStates", "findings.supplier", "findings.source", "findings.found", "findings.severity", "findings.id", ...["site", "product", "indicators", "reply", "replied"].map((one) => `replies.${one}`)],
  leverage: ["what", "supplier", "action", "day", "who"].map((one) => `escalations.${one}`),
  actionsOpen: ["actions.supplier", "actions.action", "actions.cause", "actions.owner", "course.start", "actions.due", "course.done", "course.cost", "course.bearer", "actions.state", "actions.overdue", "course.involvement", "measured.indicator", "measured.baseline", "measured.target", "measured.workers", "measured.verified", "measured.recheck", "course.practices", "course.who", "course.recorded"],
  groups: ["groups.supplier", "groups.group", "groups.workers", "groups.corridor", "groups.owed", "groups.paid", "groups.confirmed", "groups.state", "harm.indicators", "harm.protected", "harm.basis", "harm.borneBy", "proofs.on", "proofs.proof", "proofs.party", "proofs.who"],
  workers: ["workers.workers", "workers.groups", "workers.small"],
  money: ["money.currency", "money.owed", "money.paid", "money.confirmed"],
  reprisals: ["reprisals.look", "reprisals.result", "reprisals.count"],
  exits: ["exits.decision", "exits.supplier", "exits.day", "exits.harm", "exits.tried", "exits.who"],
  chainMap: ["supplier", "role", "country", "work", "origin", "product", "tier", "workers"].map((one) => `chainMap.${one}`),
  riskThen: ["supplier", "level", "band", "score", "range", "because"].map((one) => `riskThen.${one}`),
  clock: ["clock.told", ...["begins", "length", "ends", "set", "told"].map((one) => `periods.${one}`), "holidays.day"],
  chainLinks: ["linksStated.of", "links.identifier", "links.city", "links.address", "links.parent"],
  riskSources: ["sourcesUsed.source", "sourcesUsed.publisher", "sourcesUsed.year", "listsUsed.list", "listsUsed.edition", "listsUsed.read"],
  done: ["day", "supplier", "what", "told", "site", "who", "result", "basis", "id"].map((one) => `done.${one}`),
  beforeAfter: [...["supplier", "levelBefore", "bandBefore", "scoreBefore", "level", "band", "score"].map((one) => `beforeAfter.${one}`), ...["indicator", "baseline", "target", "state", "recheck"].map((one) => `indicators.${one}`)],
  noneTaken: ["values", "noneTaken.supplier", "noneTaken.risk", "noneTaken.taken"],
  remedyOf: ["remedyOf.currency", "remedyOf.owed", "remedyOf.paid", "remedyOf.confirmed"],
  supplierAnswers: ["supplierAnswers.supplier", "supplierAnswers.answers", "supplierAnswers.last"],
  documents: ["documents.shows", "documents.issuer", "documents.issued", "documents.sha"],
}; // prettier-ignore
/** Of the register's lines, by the word: their list has parts. */
const OF_LINES: Readonly<Record<string, string>> = { name: "name", number: "number", "legal identifier": "identifier", parent: "parent", town: "city", address: "address", workers: "workers", country: "country", role: "role", sector: "sector", level: "level", band: "band", score: "score", range: "range", likelihood: "likelihood", severity: "severity", priority: "priority", reason: "reason", origin: "origin", product: "product", goods: "goods", tier: "tier", spend: "spend", "place of work": "work", "inherent score": "inherent", "its parts by country, sector and recruitment": "inherentCountry", "State-imposed marker": "stateImposed", matches: "matches" }; // prettier-ignore

const TYPES = ["register", "statement", "remediation", "demand", "response"];
const POINTS: readonly TemplatePoint[] = TEMPLATES.filter(({ type }) => TYPES.includes(type)).flatMap(({ sections }) => sections.flatMap(({ points }) => points)); // prettier-ignore

const has = ({ tables = [], bars = [], heat = [] }: TemplatePoint, place: string): boolean => {
  const [of, id] = place.split(".");
  if (place === "values") return true;
  if (of === "bars") return bars.includes(id!);
  if (of === "heat") return heat.includes(id!);
  return tables.some((table) => table.id === of && table.columns.some((column) => column.id === id));
};
const behindColon = (asked: string): string => asked.slice(asked.lastIndexOf(": ") + 2);

/** In a statement for the public the table that names suppliers is left out. */
const isWhole = (point: TemplatePoint) =>
  point.id !== "alertsMeasure" || point.tables!.some(({ id }) => id === "knowledge");

test.each(Object.entries(TOLD))("each thing asked of %s has its place in the report", (id, places) => {
  const points = POINTS.filter((point) => point.id === id && point.how !== "stated" && isWhole(point));
  expect(points.length).toBeGreaterThan(0);
  for (const point of points) {
    expect(behindColon(point.asked).split("; ")).toHaveLength(places.length);
    expect(places.filter((place) => !has(point, place))).toEqual([]);
  }
});

test("each thing asked of a line of the register has a column", () => {
  const point = POINTS.find(({ id }) => id === "registerLines")!;
  const words = point.asked
    .slice(point.asked.indexOf(": ") + 2)
    .split("; ")
    .map((word) => word.slice(word.lastIndexOf(": ") === -1 ? 0 : word.lastIndexOf(": ") + 2));
  expect(words.filter((word) => !has(point, `registerLines.${OF_LINES[word]}`))).toEqual([]);
});

test("no point with a table of three columns or more is left out here", () => {
  const wide = POINTS.filter(({ tables = [] }) => tables.some(({ columns }) => columns.length > 2));
  const known = new Set([...Object.keys(TOLD), "registerLines"]);
  expect([...new Set(wide.map(({ id }) => id))].filter((id) => !known.has(id))).toEqual([]);
});
