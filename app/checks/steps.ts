/** What each regime asks of a buyer about one bidder, by stage. Facts of the commitment catalogue; texts are in the language catalogues. Pure. */
import type { Regime, Stage } from "../../db/schema/checks";

/** National rows of the catalogue that a person may add to a regime, with the regime they go with. */
export const NATIONAL = { de: "eu", fr: "eu", no: "eu", nhs: "uk" } as const satisfies Readonly<Record<string, Regime>>;
export type National = keyof typeof NATIONAL;
export const NATIONALS = Object.keys(NATIONAL) as readonly National[];

/** How a row of the catalogue was verified: see its column `confidence`. */
export type Confidence = "text" | "secondary" | "part-memory" | "memory";

/** When a step is asked: always, where the circle holds such firms, or once something was found that could exclude. */
export type Asked = "always" | "subcontractors" | "others-relied-on" | "ground-found";

export interface Step {
  /** As the law numbers it. */
  readonly article: string;
  readonly commitments: readonly string[];
  readonly confidence: Confidence;
  readonly stages: readonly Stage[];
  readonly of: Regime | National | "all";
  readonly asked: Asked;
  /** Something found here can be a ground, by the ids of `GROUNDS`. */
  readonly grounds: readonly string[];
}

const step = (
  of: Step["of"],
  article: string,
  commitments: readonly string[],
  confidence: Confidence,
  stages: readonly Stage[],
  more: Partial<Pick<Step, "asked" | "grounds">> = {},
): Step => ({ of, article, commitments, confidence, stages, asked: "always", grounds: [], ...more });

/** In the order in which they are worked through. */
export const STEPS = {
  eu57conviction: step("eu", "57(1)(f)", ["EU-PPD-05"], "text", ["selection", "award"], { grounds: ["eu57-1f"] }),
  eu57persons: step("eu", "57(1), second subparagraph", ["EU-PPD-06"], "text", ["selection"], { grounds: ["eu57-1f"] }),
  de123: step("de", "§ 123(1) no. 10 GWB", ["DE-GWB-01"], "text", ["selection", "award"], { grounds: ["de123"] }),
  deLksg22: step("de", "§ 22 LkSG", ["DE-LKSG-11"], "secondary", ["selection", "award"], { grounds: ["de-lksg22"] }),
  eu57labour: step("eu", "57(4)(a), 18(2)", ["EU-PPD-08", "EU-PPD-01"], "secondary", ["selection", "award"], {
    grounds: ["eu57-4a"],
  }),
  eu57conduct: step("eu", "57(4)(c)", ["EU-PPD-09"], "text", ["selection"], { grounds: ["eu57-4c"] }),
  eu57performance: step("eu", "57(4)(g)", ["EU-PPD-10"], "text", ["selection"], { grounds: ["eu57-4g"] }),
  eu57information: step("eu", "57(4)(h)", ["EU-PPD-11"], "text", ["selection", "award"], { grounds: ["eu57-4h"] }),
  fr2141: step("fr", "L. 2141-7-1", ["FR-CCP-01"], "memory", ["selection"], { grounds: ["fr2141"] }),
  eu63: step("eu", "63(1)", ["EU-PPD-17"], "memory", ["selection"], { asked: "others-relied-on" }),
  eu71subcontractors: step("eu", "71(6)(b)", ["EU-PPD-22"], "secondary", ["selection", "award", "contract"], {
    asked: "subcontractors",
  }),
  eu57cleaning: step("eu", "57(6)", ["EU-PPD-13", "EU-PPD-24"], "text", ["selection", "award"], { asked: "ground-found" }), // prettier-ignore
  de125: step("de", "§§ 125–126 GWB", ["DE-GWB-02"], "text", ["selection", "award"], { asked: "ground-found" }),
  eu18: step("eu", "18(2), Annex X", ["EU-PPD-01", "EU-PPD-02"], "secondary", ["award", "contract"]),
  eu56: step("eu", "56(1)", ["EU-PPD-04"], "secondary", ["award"], { grounds: ["eu56-1"] }),
  eu67: step("eu", "67(3)", ["EU-PPD-18"], "memory", ["award"]),
  eu69: step("eu", "69(1)–(3)", ["EU-PPD-19"], "memory", ["award"], { grounds: ["eu69-3"] }),
  no5: step("no", "§ 5", ["NO-PPA-01"], "text", ["selection", "contract"]),
  eu70: step("eu", "70", ["EU-PPD-20"], "secondary", ["contract"]),
  eu71list: step("eu", "71(1)–(2)", ["EU-PPD-21"], "text", ["contract"]),
  ukSchedule6: step("uk", "s. 57, Schedule 6", ["GB-PA23-01"], "secondary", ["selection"], { grounds: ["uk-s6"] }),
  ukOrders: step("uk", "Schedule 7, para. 1", ["GB-PA23-02"], "text", ["selection"], { grounds: ["uk-s7-1"] }),
  ukConduct: step("uk", "Schedule 7, paras. 2–3", ["GB-PA23-03"], "text", ["selection"], { grounds: ["uk-s7-2"] }),
  ukDebarment: step("uk", "ss. 59–65", ["GB-PA23-05"], "text", ["selection", "award"], { grounds: ["uk-debarment"] }),
  ukSubcontractors: step("uk", "s. 28", ["GB-PA23-06"], "part-memory", ["selection", "award", "contract"], {
    asked: "subcontractors",
  }),
  ukCleaning: step("uk", "s. 58", ["GB-PA23-04"], "memory", ["selection", "award"], { asked: "ground-found" }),
  ukPpn009: step("uk", "PPN 009", ["GB-PPN009-01"], "text", ["award", "contract"]),
  nhsSteps: step("nhs", "SI 2025/1212", ["GB-NHS-01", "GB-NHS-02"], "secondary", ["award", "contract"]),
  ukConnected: step("uk", "Schedule 6, connected persons", ["GB-PA23-01"], "secondary", ["selection"], {
    grounds: ["uk-s6"],
  }),
  otherPersons: step("other", "", [], "memory", ["selection"]),
  otherChecklist: step("other", "", [], "memory", ["selection", "award", "contract"], { grounds: ["other"] }),
  osce0617: step("all", "MC.DEC/6/17", ["OSCE-0617-03", "OSCE-DOC11-02"], "memory", ["award"]),
} as const satisfies Readonly<Record<string, Step>>;
export type StepId = keyof typeof STEPS;
export const STEP_IDS = Object.keys(STEPS) as readonly StepId[];
export const isStepId = (id: string): id is StepId => Object.hasOwn(STEPS, id);

export interface StepsFor {
  readonly regime: Regime;
  readonly national: readonly string[];
  readonly stage: Stage;
}

/** The steps of a procedure at a stage, whether or not they are asked yet. */
export const stepsFor = ({ regime, national, stage }: StepsFor): readonly StepId[] =>
  STEP_IDS.filter((id) => {
    const one: Step = STEPS[id];
    const applies = one.of === "all" || one.of === regime || national.includes(one.of);
    return applies && one.stages.includes(stage);
  });

/** National rows that go with a regime; the others a person named are left out. */
export const nationalOf = (regime: Regime, named: readonly string[]): readonly National[] =>
  NATIONALS.filter((one) => NATIONAL[one] === regime && named.includes(one));
