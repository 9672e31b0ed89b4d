/** Keys that depend on a word of a closed list, for contracts. */
import type { ChangeKind, MeasureId } from "../contracts/words";
import type { Keys } from "./keys";

export const measureKey = {
  labourLaw: "contracts.measure.labourLaw",
  performance: "contracts.measure.performance",
  subcontractors: "contracts.measure.subcontractors",
  feeBan: "contracts.measure.feeBan",
  complaints: "contracts.measure.complaints",
  zeroTolerance: "contracts.measure.zeroTolerance",
  monitoring: "contracts.measure.monitoring",
} as const satisfies Keys<MeasureId>;

export const changeKey = {
  subcontractor: "contracts.change.subcontractor",
  agency: "contracts.change.agency",
  site: "contracts.change.site",
  price: "contracts.change.price",
  hours: "contracts.change.hours",
  owner: "contracts.change.owner",
  other: "contracts.change.other",
} as const satisfies Keys<ChangeKind>;
