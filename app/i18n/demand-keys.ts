import type { Trained } from "../demand/entries";
import type { Amount, Further, MeasureId } from "../demand/measures";
import type { Keys } from "./keys";

// Maps for keys that depend on a word of a closed list of the demand side.

export const measureTitleKey = {
  labourFloor: "demand.measure.labourFloor.title",
  employerPays: "demand.measure.employerPays.title",
  payments: "demand.measure.payments.title",
  leadTime: "demand.measure.leadTime.title",
  lateChanges: "demand.measure.lateChanges.title",
  depth: "demand.measure.depth.title",
  alerts: "demand.measure.alerts.title",
  ownRepayment: "demand.measure.ownRepayment.title",
  exits: "demand.measure.exits.title",
  training: "demand.measure.training.title",
  bidders: "demand.measure.bidders.title",
} as const satisfies Keys<MeasureId>;

/** What is counted, and out of what. */
export const measureCountsKey = {
  labourFloor: "demand.measure.labourFloor.counts",
  employerPays: "demand.measure.employerPays.counts",
  payments: "demand.measure.payments.counts",
  leadTime: "demand.measure.leadTime.counts",
  lateChanges: "demand.measure.lateChanges.counts",
  depth: "demand.measure.depth.counts",
  alerts: "demand.measure.alerts.counts",
  ownRepayment: "demand.measure.ownRepayment.counts",
  exits: "demand.measure.exits.counts",
  training: "demand.measure.training.counts",
  bidders: "demand.measure.bidders.counts",
} as const satisfies Keys<MeasureId>;

/** What would fill it. */
export const measureFillKey = {
  labourFloor: "demand.measure.labourFloor.fill",
  employerPays: "demand.measure.employerPays.fill",
  payments: "demand.measure.payments.fill",
  leadTime: "demand.measure.leadTime.fill",
  lateChanges: "demand.measure.lateChanges.fill",
  depth: "demand.measure.depth.fill",
  alerts: "demand.measure.alerts.fill",
  ownRepayment: "demand.measure.ownRepayment.fill",
  exits: "demand.measure.exits.fill",
  training: "demand.measure.training.fill",
  bidders: "demand.measure.bidders.fill",
} as const satisfies Keys<MeasureId>;

/** Which records it is counted from. */
export const measureDataKey = {
  labourFloor: "demand.measure.labourFloor.data",
  employerPays: "demand.measure.employerPays.data",
  payments: "demand.measure.payments.data",
  leadTime: "demand.measure.leadTime.data",
  lateChanges: "demand.measure.lateChanges.data",
  depth: "demand.measure.depth.data",
  alerts: "demand.measure.alerts.data",
  ownRepayment: "demand.measure.ownRepayment.data",
  exits: "demand.measure.exits.data",
  training: "demand.measure.training.data",
  bidders: "demand.measure.bidders.data",
} as const satisfies Keys<MeasureId>;

/** Amounts and numbers beside a measure. */
export const besideKey = {
  gap: "demand.beside.gap",
  recruitment: "demand.beside.recruitment",
  owed: "demand.beside.owed",
  paid: "demand.beside.paid",
  unmarked: "demand.beside.unmarked",
  below: "demand.beside.below",
  clause: "demand.beside.clause",
  unpaid: "demand.beside.unpaid",
  unread: "demand.beside.unread",
  "late-days": "demand.beside.lateDays",
  uncounted: "demand.beside.uncounted",
  deeper: "demand.beside.deeper",
  rejected: "demand.beside.rejected",
  "goes-on": "demand.beside.goesOn",
  unclear: "demand.beside.unclear",
  hours: "demand.beside.hours",
  attended: "demand.beside.attended",
  "suppliers-attended": "demand.beside.suppliersAttended",
} as const satisfies Keys<Amount["what"] | Further["what"]>;

export const trainedKey = {
  buyers: "demand.trained.buyers",
  suppliers: "demand.trained.suppliers",
  others: "demand.trained.others",
} as const satisfies Keys<Trained>;

/** Parts of the list under due diligence. */
export const stakeKey = {
  all: "demand.stake.all",
  high: "demand.stake.high",
  looked: "demand.stake.looked",
  acted: "demand.stake.acted",
  either: "demand.stake.either",
} as const;

/** How old an open action is. */
export const ageKey = {
  "30": "demand.age.30",
  "90": "demand.age.90",
  "180": "demand.age.180",
  older: "demand.age.older",
} as const;

export const technologyKey = {
  model: "demand.technology.model",
  data: "demand.technology.data",
  decided: "demand.technology.decided",
  waiting: "demand.technology.waiting",
} as const;

export const heavyKey = { yes: "demand.add.heavy.yes", no: "demand.add.heavy.no" } as const satisfies Keys<
  "yes" | "no"
>;
export const recruitedKey = {
  priced: "demand.add.recruited.priced",
  "not-priced": "demand.add.recruited.not-priced",
  "none-recruited": "demand.add.recruited.none-recruited",
} as const;
export const agencyKey = { none: "demand.add.agency.none", named: "demand.add.agency.named" } as const;
export const dateOrderKey = {
  dmy: "demand.add.order.dmy",
  mdy: "demand.add.order.mdy",
  ymd: "demand.add.order.ymd",
} as const;
