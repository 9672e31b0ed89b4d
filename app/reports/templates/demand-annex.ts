import { MEASURES, type MeasureId } from "../../demand/measures";
import type { TemplatePoint, TemplateSection } from "../template";
import { computed, stated, table } from "./point";

/** Point of a measure in the report, by its id. */
export const measurePoint = (id: MeasureId): string => `${id}Measure`;

const measured = (id: MeasureId, asked: string, parts: Parameters<typeof computed>[4] = {}): TemplatePoint =>
  computed(measurePoint(id), asked, true, MEASURES[id].commitments, {
    ...parts,
    tables: [table(`${id}Beside`, { what: 5, told: 3 }), ...(parts.tables ?? [])],
  });

/**
 * What makes a report usable for commitments to discourage demand: the nine points of the annex, alone as a report or behind
 * others. A point that nothing tells of is printed as not measured.
 */
export const DEMAND_ANNEX: readonly TemplateSection[] = [
  {
    id: "demandStake",
    words: "reportDemand",
    points: [
      computed(
        "spendAtStake",
        "0.4, point 1, under due diligence counted as answered or acted on: all, high band, answered, acted on, one or the other; suppliers; their share; spend at stake; its share",
        true,
        ["UN-PAL-01", "OSCE-0617-01"],
        {
          tables: [table("stake", { part: 5, suppliers: 2, share: 2.6, spend: 3, ofSpend: 1.8 })],
        },
      ),
      computed(
        "allMeasures",
        "0.4, points 2 to 7: each measure; numerator; denominator; data; owner",
        true,
        ["OSCE-0617-02", "OSCE-MG18-02", "ILO-P29-04"],
        {
          tables: [table("measures", { measure: 5, done: 1.6, of: 1.6, data: 4, owner: 3 }, { owner: "nobody" })],
        },
      ),
    ],
  },
  {
    id: "demandDecisions",
    words: "reportDemand",
    points: [
      computed(
        "buyingChanged",
        "0.4, point 2: buying decisions changed, those fixed with the supplier among them; counts; value",
        true,
        ["OSCE-DOC11-01"],
        {
          tables: [table("changed", { decision: 4, count: 2, spend: 3 })],
        },
      ),
      stated("movedSpend", "0.4, point 2: spend that was moved, and what that changed for workers", true, [
        "OSCE-DOC11-01",
      ]),
      measured("exits", "issue: exits with an assessment of what they did to workers"),
    ],
  },
  {
    id: "demandAlerts",
    words: "reportDemand",
    points: [
      measured(
        "alerts",
        "0.4, point 3: each alert; known; recorded; assessed; decided; what was decided; protection; whether the purchase went on",
        {
          tables: [
            table(
              "knowledge",
              {
                supplier: 3,
                known: 2,
                recorded: 2,
                assessed: 2,
                decided: 2,
                decision: 2.4,
                protected: 2,
                goesOn: 1.6,
              },
              { assessed: "yet", decided: "yet", decision: "dash", protected: "yet" },
            ),
          ],
        },
      ),
      computed("daysToDecide", "0.4, point 3: time to decision", true, ["EU-ATD-06", "COE-CETS197-03"]),
      computed("openActions", "0.4, point 2: actions by age", false, ["ILO-P29-04"], { bars: ["actionAges"] }),
    ],
  },
  {
    id: "demandPractices",
    words: "reportDemand",
    points: [
      measured("labourFloor", "0.4, point 4: price"),
      measured("employerPays", "0.4, point 4: recruitment cost in the price"),
      measured("leadTime", "0.4, point 4: lead time"),
      measured("lateChanges", "0.4, point 4: late changes"),
      measured("payments", "0.4, point 4: payment terms"),
      stated("practicesChanged", "0.4, point 4: which own practice feeds the demand, and what is changed first", true, [
        "COE-CETS197-01",
      ]),
    ],
  },
  {
    id: "demandChain",
    words: "reportDemand",
    points: [
      measured(
        "depth",
        "0.4, point 5: subcontractors and labour agencies, as far as they are known and allowed; none is counted as checked",
      ),
      measured("bidders", "issue: bidders whose measures were looked at before the award"),
    ],
  },
  {
    id: "demandFees",
    words: "reportDemand",
    points: [
      computed(
        "feesRepaid",
        "0.4, point 6: by currency; recruitment fees found; repaid; confirmed",
        true,
        ["ILO-FR-01", "OSCE-0807-02", "OSCE-PROC-01"],
        {
          tables: [table("fees", { currency: 2, owed: 3, paid: 3, confirmed: 3 })],
          bars: ["feesPaid", "feesConfirmed"],
          notParts: { feesPaid: "percent", feesConfirmed: "percent" },
        },
      ),
      measured("ownRepayment", "0.4, point 6: the buyer's own part in repayment"),
    ],
  },
  {
    id: "demandTraining",
    words: "reportDemand",
    points: [
      measured("training", "0.4, point 7: training; of buyers and suppliers; day; how many; out of how many; hours", {
        tables: [table("trainings", { on: 2, what: 5, whom: 2.4, people: 1.6, outOf: 1.6, hours: 1.6 })],
      }),
    ],
  },
  {
    id: "demandTechnology",
    words: "reportDemand",
    points: [
      computed(
        "reviewedByPeople",
        "0.4, point 8: technology used, and human review of alerts",
        true,
        ["UN-CCPCJ18-02"],
        {
          tables: [table("technology", { what: 6, told: 4 })],
        },
      ),
      stated("technologyLimits", "0.4, point 8: limits of the technology", true, ["UN-CCPCJ18-02"]),
    ],
  },
  {
    id: "demandCommitments",
    words: "reportDemand",
    points: [
      computed("commitmentTable", "0.4, point 9: commitment; what was done; result; evidence", true, [], {
        tables: [table("contributions", { commitment: 2.6, measure: 5, result: 2.6, rests: 3, records: 0 })],
      }),
    ],
  },
];

/** Its points that the list tells. */
export const DEMAND_FROM = { spendAtStake: "list", reviewedByPeople: "list" } as const;

/** The annex behind another report. Pure. @param leaveOut tables that name suppliers, which an account for the public does not. */
export const demandAnnex = (leaveOut: readonly string[] = []): TemplateSection[] =>
  DEMAND_ANNEX.map((section) => ({
    ...section,
    points: section.points.map((point) => ({
      ...point,
      ...(point.tables && { tables: point.tables.filter(({ id }) => !leaveOut.includes(id)) }),
    })),
  }));

/** What of the annex tells of the buyer alone: no number in it is made of other bidders, contracts or findings, however few there are. */
const OF_THE_BUYER = ["leadTimeMeasure", "lateChangesMeasure", "paymentsMeasure", "practicesChanged", "trainingMeasure", "technologyLimits", "commitmentTable"]; // prettier-ignore

/** The annex behind the file of one bidder; a training's own words may name a supplier. Pure. */
export const bidderAnnex = (): TemplateSection[] =>
  demandAnnex(["trainings"])
    .map((section) => ({ ...section, points: section.points.filter(({ id }) => OF_THE_BUYER.includes(id)) }))
    .filter(({ points }) => points.length > 0);
