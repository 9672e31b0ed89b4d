import type { Binding, Body, Buys, Reach, Size } from "../commitments/select";
import type { Key, Keys } from "./keys";

// Maps for keys of the commitments table that depend on a word of a closed list.

export const reachKey = {
  "own-country": "commitments.reach.ownCountry",
  "sells-there": "commitments.reach.sellsThere",
  "eu-member": "commitments.reach.euMember",
  "sells-into-eu": "commitments.reach.sellsIntoEu",
  "osce-state": "commitments.reach.osceState",
  "coe-state": "commitments.reach.coeState",
  "ilo-member": "commitments.reach.iloMember",
  "un-member": "commitments.reach.unMember",
  "oecd-anywhere": "commitments.reach.oecdAnywhere",
} as const satisfies Keys<Reach>;

export const bindingKey = {
  buyer: "commitments.binding.buyer",
  state: "commitments.binding.state",
  everyone: "commitments.binding.everyone",
  "unknown-body": "commitments.binding.unknownBody",
} as const satisfies Keys<Binding>;

export const bodyKey = {
  company: "commitments.us.bodyOf.company",
  public: "commitments.us.bodyOf.public",
} as const satisfies Keys<Body>;

export const sizeKey = {
  "under-50": "commitments.us.sizeOf.under50",
  "50-249": "commitments.us.sizeOf.to249",
  "250-999": "commitments.us.sizeOf.to999",
  "1000-4999": "commitments.us.sizeOf.to4999",
  "5000-up": "commitments.us.sizeOf.up",
} as const satisfies Keys<Size>;

export const buysKey = {
  goods: "commitments.us.buysOf.goods",
  services: "commitments.us.buysOf.services",
  both: "commitments.us.buysOf.both",
} as const satisfies Keys<Buys>;

const whose: Readonly<Record<string, Key>> = {
  EU: "commitments.whose.EU",
  OSCE: "commitments.whose.OSCE",
  UN: "commitments.whose.UN",
  ILO: "commitments.whose.ILO",
  CoE: "commitments.whose.CoE",
  OECD: "commitments.whose.OECD",
};
/** An international body by the word of the table; null for a country or a word this version does not know. */
export const whoseKey = (jurisdiction: string): Key | null => whose[jurisdiction] ?? null;

const themes: Readonly<Record<string, Key>> = {
  reporting: "commitments.themeOf.reporting",
  exclusion: "commitments.themeOf.exclusion",
  "risk identification": "commitments.themeOf.risk",
  procurement: "commitments.themeOf.procurement",
  policy: "commitments.themeOf.policy",
  prevention: "commitments.themeOf.prevention",
  remedy: "commitments.themeOf.remedy",
  "demand reduction": "commitments.themeOf.demand",
  traceability: "commitments.themeOf.traceability",
  cooperation: "commitments.themeOf.cooperation",
  training: "commitments.themeOf.training",
  "recruitment fees": "commitments.themeOf.fees",
  grievance: "commitments.themeOf.grievance",
  "worker voice": "commitments.themeOf.voice",
};
export const themeKey = (theme: string): Key | null => themes[theme] ?? null;

export const kindKey = {
  obligation: "commitments.kind.obligation",
  commitment: "commitments.kind.commitment",
  guidance: "commitments.kind.guidance",
} as const satisfies Readonly<Record<string, Key>>;
