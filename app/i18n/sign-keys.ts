/** Keys that depend on a word of a closed list, for the ILO's indicators and the ICLS pair. */
import type { IclsSignId, IndicatorState } from "../../risk-models/ilo-indicators";
import type { Keys } from "./keys";

export const indicatorStateKey = {
  present: "signs.state.present",
  absent: "signs.state.absent",
  unknown: "signs.state.unknown",
} as const satisfies Keys<IndicatorState>;

export const indicatorCountKey = {
  present: "signs.count.present",
  absent: "signs.count.absent",
  unknown: "signs.count.unknown",
} as const satisfies Keys<IndicatorState>;

export const iclsSignKey = {
  "ICLS-I9": "signs.pair.sign.i9",
  "ICLS-C3": "signs.pair.sign.c3",
  "ICLS-C4": "signs.pair.sign.c4",
  "ICLS-C5": "signs.pair.sign.c5",
} as const satisfies Keys<IclsSignId>;
