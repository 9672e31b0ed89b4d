/** Which rows of the catalogue advise what was done, by its kind. Facts; whether a law binds is for a person to say. Pure. */
import type { doneKey } from "../i18n/report-keys";

export type DoneKind = keyof typeof doneKey;

export const GUIDELINES = {
  finding: ["OECD-DDG-02", "UN-GP-04"],
  answers: ["OECD-DDG-02", "UN-GP-04"],
  action: ["OECD-DDG-03", "UN-GP-05"],
  "step-state": ["OECD-DDG-03", "UN-GP-05"],
  "step-escalation": ["OECD-DDG-03", "UN-GP-05"],
  "step-note": ["OECD-DDG-03", "UN-GP-05"],
  decision: ["OECD-DDG-03", "UN-GP-05"],
  verified: ["OECD-DDG-04", "UN-GP-06"],
  "step-re-check": ["OECD-DDG-04", "UN-GP-06"],
  "step-reprisal-3": ["OECD-DDG-04", "UN-GP-06"],
  "step-reprisal-12": ["OECD-DDG-04", "UN-GP-06"],
  payment: ["OECD-DDG-06", "UN-GP-07", "ILO-FR-01"],
  confirmation: ["OECD-DDG-06", "UN-GP-07", "ILO-FR-01"],
} as const satisfies Readonly<Record<DoneKind, readonly string[]>>;
