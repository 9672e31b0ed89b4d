import type { Template } from "../template";
import { DEMAND_ANNEX, DEMAND_FROM } from "./demand-annex";

/** What the buyer's own ways of buying do to the demand for cheap and rushed labour: figures for commitments to discourage it. */
export const demand: Template = {
  type: "demand",
  words: "reportDemand",
  subject: "workspace",
  class: "internal",
  keepYears: 7,
  variants: [{ id: "yearly", law: null, released: true, signs: [] }],
  serves: [
    "UN-PAL-01",
    "COE-CETS197-01",
    "EU-ATD-04",
    "EU-ATD-06",
    "OSCE-AP03-01",
    "OSCE-DOC11-01",
    "OSCE-DOC11-02",
    "OSCE-ADD13-01",
    "OSCE-0617-01",
    "OSCE-0617-02",
    "OSCE-0617-03",
    "OSCE-0617-04",
    "OSCE-0807-01",
    "OSCE-0807-02",
    "OSCE-0807-03",
    "OSCE-MG18-01",
    "OSCE-MG18-02",
    "OSCE-MG18-03",
    "ILO-P29-04",
  ],
  signs: ["author", "approver"],
  from: DEMAND_FROM,
  sections: DEMAND_ANNEX,
};
