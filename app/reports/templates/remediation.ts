import type { Template } from "../template";
import { DEMAND_FROM, demandAnnex } from "./demand-annex";
import { both, computed, stated, table } from "./point";

/** Corrective actions and the log of what workers received. Nothing in it names a worker; groups under five stay closed. */
export const remediation: Template = {
  type: "remediation",
  words: "reportRemediation",
  subject: "workspace",
  class: "confidential",
  keepYears: 7,
  variants: [{ id: "log", law: null, released: true, signs: [] }],
  serves: ["EU-CSDDD-09", "EU-CSDDD-10", "DE-LKSG-06", "EU-FLR-18", "EU-FLR-25", "UN-GP-07", "ILO-P29-05", "EU-PPD-13"],
  signs: ["supplier", "worker-representative", "verifier"],
  from: DEMAND_FROM,
  sections: [
    {
      id: "findings",
      points: [
        computed(
          "findingsOpen",
          "5, part A and totals: findings by status; supplier; source; day; severity; record; site; product link; indicators; reply of the supplier; its day",
          true,
          ["COE-CETS197-03"],
          {
            tables: [
              table("findings", { supplier: 4, source: 2.4, found: 2, severity: 1.8, status: 2.2, id: 0 }),
              table("replies", { supplier: 3.4, found: 1.8, site: 2.4, product: 2.4, indicators: 4, reply: 4.4, replied: 1.8, id: 0 }), // prettier-ignore
            ],
            bars: ["findingStates"],
          },
        ),
      ],
    },
    {
      id: "plan",
      points: [
        computed("actionsOpen", "5, part A: supplier; action; root cause; owners; start; due; done; cost; who pays; state; overdue days; involvement; indicator; baseline; target; worker consultation; verifier and method; result of the re-check; buyer's own practices; who recorded it; and when", true, ["ILO-P29-05", "EU-CSDDD-09"], {
          tables: [
            table("actions", { supplier: 3, action: 4, cause: 4, owner: 2, due: 1.8, state: 2, overdue: 1.4 }),
            table("course", { action: 3.2, involvement: 1.8, start: 1.6, done: 1.6, cost: 2, bearer: 1.8, who: 2, recorded: 1.6, practices: 0, finding: 0 }, { done: "yet" }), // prettier-ignore
            table("measured", { action: 4, indicator: 3, baseline: 2, target: 2, workers: 3, verified: 2.6, how: 3, recheck: 2.4 }, { verified: "yet", how: "dash", recheck: "dash" }),
          ],
          bars: ["actionStates"],
        }), // prettier-ignore
        computed("overdue", "5, totals: actions overdue at the end", true, ["ILO-P29-05"]),
        computed("ownPart", "5, part A: the buyer's own practices among the causes", true, ["OSCE-AP03-01"], {
          bars: ["ownPractices"],
          notParts: { ownPractices: "overlapping" },
        }),
        both("leverage", "5, part A, with what was held back or offered in words: escalation and leverage used; supplier; action; day; who", true, ["ILO-P29-05"], {
          tables: [table("escalations", { day: 1.8, supplier: 3.4, action: 4, what: 5.4, who: 2.4 })],
        }), // prettier-ignore
      ],
    },
    {
      id: "remedyLog",
      points: [
        computed("groups", "5, part B: supplier; case group; number of workers; corridor; remedy owed; remedy given; confirmed; state; harm by the indicators of the finding; immediate protection; how it was worked out; who bears it; date; proof; who confirmed; who recorded it", true, ["ILO-FR-01", "OSCE-0807-02"], {
          tables: [table("groups", { supplier: 3, group: 3, workers: 1.4, corridor: 2, owed: 2.4, paid: 2.4, confirmed: 2.4, state: 2.2 }), table("harm", { group: 4, indicators: 4.4, protected: 2.2, basis: 3, borneBy: 2.4, due: 1.8 }), table("proofs", { group: 3, on: 1.6, what: 2, party: 2.4, proof: 4, who: 2 })],
        }), // prettier-ignore
        computed(
          "workers",
          "5, totals: workers affected and remedied; groups; small groups beside",
          true,
          ["ILO-FR-01"],
          {
            tables: [table("workers", { what: 4, workers: 2, groups: 2, small: 2.4 })],
          },
        ),
        computed(
          "money",
          "5, totals: by currency; fees found; repaid; confirmed",
          true,
          ["ILO-FR-01", "OSCE-0807-02"],
          {
            tables: [table("money", { currency: 2, owed: 3, paid: 3, confirmed: 3 })],
          },
        ),
        stated("otherRemedy", "5, part B: papers, back pay, contracts, repatriation, apology; no names", true),
        stated("referral", "5, part B: referral to authority or support; State compensation", true),
      ],
    },
    {
      id: "pace",
      points: [
        computed("daysToAct", "5, totals: median days from a finding to the first action", true),
        computed("daysToRepay", "5, totals: median days from recording a group to full confirmation", true),
        computed("daysToClose", "5, totals: median days from recording an action to its verification", true),
        computed("reprisals", "5, part B: looks for reprisals after 3 and 12 months; result; how many", true, [], {
          tables: [table("reprisals", { look: 4, result: 4, count: 2 })],
        }),
      ],
    },
    {
      id: "leaving",
      points: [
        computed(
          "exits",
          "5, totals: holds and exits; supplier; day; what they did to workers; what was tried before; who decided",
          true,
          ["OSCE-ADD13-01"],
          {
            tables: [table("exits", { supplier: 3, decision: 1.8, day: 1.8, harm: 4.4, tried: 3.6, who: 2.2 })],
          },
        ),
        stated("incomeLossMeasures", "5, totals: income-loss measures", true, ["CA-S211-05"]),
      ],
    },
    ...demandAnnex(),
  ],
};
