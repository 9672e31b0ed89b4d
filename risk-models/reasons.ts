/** Keys of every reason, floor, open question and concern the engine can name. Texts live in the catalogues of the app. */
import { RECRUITMENT_INPUTS } from "./answers";
import { FLOORS, WORK_KINDS } from "./types";

export const CONTEXT_INPUTS = [
  "governance",
  "voice",
  "labourRights",
  "organiseConventions",
  "listedGoods",
  "tipTier",
  "forcedLabourConventions",
  "sectorEvidence",
] as const;

/** Signs about what is bought; `boughtSign` is explained by the sign that was found, `unknown` where none could be read. */
export const SIGNS = [
  "labourProvider",
  "goodForcedAtOrigin",
  "goodForcedAtDerivedOrigin",
  "labourHeavyService",
  "goodForcedOriginUnknown",
  "sectorGoodForcedAtOrigin",
  "goodChildAtOrigin",
  "goodForcedElsewhere",
  "sectorGoodForcedElsewhere",
  "goodChildElsewhere",
  "productUnknown",
  "none",
  "unknown",
] as const;

/** The sign of a listed material with stated origin: models from 2026.2 on have it. */
export const INPUT_SIGN = "inputForcedAtOrigin";

export const PRACTICES = [
  "feesPractice",
  "recruiterPractice",
  "papersPractice",
  "depositsPractice",
  "wagesPractice",
  "freedomPractice",
  "contractPractice",
  "grievancePractice",
] as const;

export const FLOOR_KEYS = FLOORS.map((id) => `floor.${id}` as const);

/**
 * Reasons in a fixed order: the position + 1 is the reason code kept in registers, so entries are only ever added at the end.
 * `reason.<input>` a known input; `reason.sign.<sign>` what is bought; `reason.setting.<workKind>` recruitment not told;
 * `reasonBlank.<input>` a context input taken from its class; `reason.floor.<floor>`; `reason.control.<practice>`.
 */
export const REASON_KEYS: readonly string[] = [
  ...CONTEXT_INPUTS.map((id) => `reason.${id}`),
  ...SIGNS.map((id) => `reason.sign.${id}`),
  ...RECRUITMENT_INPUTS.map((id) => `reason.${id}`),
  ...WORK_KINDS.map((kind) => `reason.setting.${kind}`),
  ...CONTEXT_INPUTS.map((id) => `reasonBlank.${id}`),
  ...FLOORS.map((id) => `reason.floor.${id}`),
  ...PRACTICES.map((id) => `reason.control.${id}`),
  `reason.sign.${INPUT_SIGN}`,
];

/** What can be missing: questions of the context, then every input. */
export const MISSING_IDS = [
  "seat",
  "sector",
  "product",
  "origin",
  "inputOrigin",
  ...CONTEXT_INPUTS,
  "boughtSign",
  ...RECRUITMENT_INPUTS,
] as const;
export const MISSING_KEYS: readonly string[] = MISSING_IDS.map((id) => `missing.${id}`);

export const CONCERN_KEYS: readonly string[] = [
  "nationalPattern",
  "newOnList",
  "childLabourOnly",
  "madeWithListedInput",
  "originOpen",
  "notASeller",
  "noStructuralData",
].map((id) => `concern.${id}`);

const CODES = new Map(REASON_KEYS.map((key, index) => [key, index + 1]));

/** Code of a reason key, 0 when it is none. */
export const reasonNumber = (key: string): number => CODES.get(key) ?? 0;

/** Key of a reason code as kept in a register; null for 0 or a code this version does not know. */
export const reasonCode = (code: number): string | null => REASON_KEYS[code - 1] ?? null;
