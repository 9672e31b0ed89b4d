/** What a contribution is about, as a short name: an input, a control, or a floor. */
import { RECRUITMENT_INPUTS } from "../../risk-models/answers";
import { FLOORS } from "../../risk-models/types";
import { CONTEXT_INPUTS, PRACTICES } from "../../risk-models/reasons";
import type { Key } from "./keys";

const INPUTS = [...CONTEXT_INPUTS, ...RECRUITMENT_INPUTS] as const;
const MOVERS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ...INPUTS.map((id) => [id, `reason.${id}`] as const),
  ...PRACTICES.map((id) => [id, `reason.control.${id}`] as const),
  ...FLOORS.map((id) => [id, `reason.floor.${id}`] as const),
  ["boughtSign", "missing.boughtSign"],
]);

/** The name of what moved a score; null for an id this version has no words for. */
export const moverKey = (indicator: string): Key | null => MOVERS.get(indicator) ?? null;
