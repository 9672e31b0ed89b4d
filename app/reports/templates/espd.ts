import { PURPOSES } from "../espd-questions";
import type { Template } from "../template";
import { computed, stated, table } from "./point";

/** Questions that are no part of the ESPD, each with what it is for. */
const ownQuestions = (id: string) => table(id, { question: 2.2, ask: 4.2, why: 3.2, answer: 4.8 });
const questions = (id: string) => table(id, { question: 2.2, ask: 4, holds: 2.6, codes: 2.6, answer: 4.6 });

/** The questions to a bidder: the five core questions about recruitment first, then those of the ESPD, then what else it does not ask. One variant to send, one with what is known. */
export const espd: Template = {
  type: "espd",
  words: "reportEspd",
  subject: "check",
  class: "confidential",
  keepYears: 7,
  variants: [
    { id: "send", law: null, released: true, signs: ["supplier"] },
    // It tells of findings and actions, which a purchaser may not read.
    { id: "known", law: null, released: true, signs: [], read: "action:read" },
  ],
  serves: ["EU-ESPD-01", "EU-ESPD-02", "EU-ESPD-03", "EU-ESPD-04", "EU-ESPD-05", "EU-ESPD-06", "EU-ESPD-07"],
  signs: [],
  facts: [
    { id: "purpose", kind: "choice", choices: PURPOSES },
    { id: "employees", kind: "count" },
    { id: "asker", kind: "text" },
    { id: "answerBy", kind: "day" },
  ],
  sections: [
    {
      id: "espdPurpose",
      points: [
        computed("espdFor", "0.7: each questionnaire shows its purpose", true),
        computed("espdRefusal", "0.7: the right to refuse where the value chain cap applies", true, ["EU-VCC-01"]),
        computed(
          "espdFrame",
          "4: who asks whom, in which procedure, by when; the version of the field codes",
          true,
          [],
          {
            // prettier-ignore
            tables: [table("espdFrame", { what: 3, told: 7 })],
          },
        ),
        stated("tied", "4, section B: only if tied to the contract and proportionate", true),
        computed("answerCarries", "4, mandatory data points: date, person answering, basis, evidence; not known is allowed", true, ["EU-ESPD-07"]), // prettier-ignore
      ],
    },
    {
      id: "espdRecruitment",
      points: [
        computed("recruitmentCore", "issue: the five core questions first; risk method, recruitment: recruited from elsewhere, by whom, what the employer paid, who holds papers, repaid; 4, section B: who pays, document custody", true, ["ILO-FR-01", "OSCE-0807-01"], {
          tables: [ownQuestions("recruitmentCore")],
        }), // prettier-ignore
      ],
    },
    {
      id: "espdOperator",
      points: [
        computed("operatorQuestions", "4, section A, part II: operator, representatives, reliance on others, subcontractors, with names, roles, identifiers and share", true, ["EU-ESPD-06"], {
          tables: [questions("operatorQuestions")],
        }), // prettier-ignore
      ],
    },
    {
      id: "espdCore",
      points: [
        computed("coreQuestions", "4, section A: III.A trafficking and child labour; III.C labour law, social law, misconduct and misrepresentation; III.D national grounds", true, ["EU-ESPD-01", "EU-ESPD-02", "EU-ESPD-03", "EU-ESPD-04"], {
          tables: [questions("coreQuestions")],
        }), // prettier-ignore
      ],
    },
    {
      id: "espdMore",
      points: [
        computed("moreQuestions", "4, section A: IV.C supply chain management, subcontracting share, checks accepted", true, ["EU-ESPD-05", "EU-ESPD-06"], {
          tables: [questions("moreQuestions")],
        }), // prettier-ignore
      ],
    },
    {
      id: "espdSupplement",
      points: [
        computed("supplement", "4, section B: sites, agencies, fees, language, wages, freedom, housing, hours, grievance, tiers, State-imposed labour, detentions, authorities, actions", true, ["OSCE-0807-01", "ILO-FR-01"], {
          tables: [ownQuestions("supplement")],
        }), // prettier-ignore
      ],
    },
    {
      id: "espdKnown",
      only: ["known"],
      points: [
        computed("knownSteps", "4, section A, as far as the filed check looked at the same", true, ["EU-PPD-15"], {
          tables: [table("knownSteps", { question: 3, step: 3.4, result: 2, proof: 4, looked: 1.8 })],
        }),
        computed("knownCircle", "4, part II: operator, reliance on others, subcontractors", true, ["EU-ESPD-06"], {
          tables: [table("knownCircle", { firm: 4, kind: 2.4, country: 2, number: 2.4 })],
        }),
        computed("knownAnswers", "4, section B: what the supplier or others told before", true, ["ILO-FR-01"], {
          tables: [table("knownAnswers", { field: 5, answer: 5, since: 2.4 })],
        }),
        // In words: what the model makes of a place has no part in a procedure.
        stated("knownState", "4, section B: State-imposed labour exposure", true, ["EU-FLR-01"]),
        computed("knownLists", "4, section B: import-ban detentions, and other lists", true, [], {
          tables: [table("knownLists", { list: 4, edition: 2, entry: 4 })],
        }),
        computed("knownAuthority", "4, section B: authority decisions", true, [], {
          tables: [table("knownAuthority", { source: 2, said: 4, day: 1.8, status: 2.2 })],
        }),
        computed("knownActions", "4, section B: open corrective actions", true, [], {
          tables: [table("knownActions", { action: 5, due: 1.8, state: 2 })],
        }),
        stated("contradictions", "3, point 4: contradiction with the ESPD", false, ["EU-PPD-11"]),
      ],
    },
  ],
};
