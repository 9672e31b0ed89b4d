/** From what the matching engine and the lists answer to the texts of the catalogues. Pure. */
import type { LegalClass } from "../matching/legal-forms";
import type { Because, EvidenceCode, WordMatch } from "../matching/types";
import type { EntryKind, LegalEffect, ListGround } from "../screening/types";
import type { Key, Keys } from "./keys";

/** Who stands on the right: an entry of a list, or another supplier. */
export type Beside = "listed" | "supplier";

/** What the words of a reason are, so that they can be said in the reader's language. */
export type Spoken =
  | {
      readonly are: "text" | "form" | "country" | "id" | "sector";
      readonly left: readonly string[];
      readonly right: readonly string[];
    }
  | { readonly are: "pairs"; readonly pairs: readonly WordMatch[] };

/** The sentence of a reason, with what fills it: `left` and `right`, or `words` where one side alone or both together speak. */
export interface BecauseText {
  readonly key: Extract<Key, `match.because.${string}`>;
  readonly spoken: Spoken;
}

const onlyKey = {
  listed: {
    "only-left": "match.because.onlyOurs",
    "only-right": "match.because.onlyListed",
    "number-left": "match.because.numberOurs",
    "number-right": "match.because.numberListed",
  },
  supplier: {
    "only-left": "match.because.onlyFirst",
    "only-right": "match.because.onlySecond",
    "number-left": "match.because.numberFirst",
    "number-right": "match.because.numberSecond",
  },
} as const satisfies Readonly<Record<Beside, Keys<"only-left" | "only-right" | "number-left" | "number-right">>>;

const bothKey = {
  "other-words": "match.because.otherWords",
  "numbers-same": "match.because.numbersSame",
  "numbers-differ": "match.because.numbersDiffer",
  "places-differ": "match.because.placesDiffer",
  "trades-differ": "match.because.tradesDiffer",
} as const satisfies Keys<"other-words" | "numbers-same" | "numbers-differ" | "places-differ" | "trades-differ">;

const formKey = {
  "form-same": "match.because.formSame",
  "form-differs": "match.because.formDiffers",
} as const satisfies Keys<"form-same" | "form-differs">;

const evidenceKey = {
  "country-same": "match.because.countrySame",
  "country-differs": "match.because.countryDiffers",
  "address-same": "match.because.addressSame",
  "address-differs": "match.because.addressDiffers",
  "id-same": "match.because.idSame",
  "id-differs": "match.because.idDiffers",
  "parent-same": "match.because.parentSame",
  "parent-differs": "match.because.parentDiffers",
  "sector-same": "match.because.sectorSame",
  "sector-differs": "match.because.sectorDiffers",
} as const satisfies Keys<EvidenceCode>;

/** What the texts of each kind of evidence are, by the beginning of its code. */
const EVIDENCE_ARE: Readonly<Record<string, "text" | "country" | "id" | "sector">> = {
  country: "country",
  id: "id",
  sector: "sector",
};

/** The sentence of a reason. */
export function becauseText(because: Because, beside: Beside): BecauseText {
  const only = onlyKey[beside];
  switch (because.code) {
    case "words":
      return { key: "match.because.words", spoken: { are: "pairs", pairs: because.words } };
    case "only-left":
      return { key: only["only-left"], spoken: { are: "text", left: because.words, right: [] } };
    case "only-right":
      return { key: only["only-right"], spoken: { are: "text", left: because.words, right: [] } };
    case "number-on-one-side": {
      // One side may have one number more than the other.
      const left = because.left.filter((number) => !because.right.includes(number));
      const right = because.right.filter((number) => !because.left.includes(number));
      return left.length > 0
        ? { key: only["number-left"], spoken: { are: "text", left, right: [] } }
        : { key: only["number-right"], spoken: { are: "text", left: right, right: [] } };
    }
    case "no-name":
      return { key: "match.because.noName", spoken: { are: "text", left: [], right: [] } };
    case "form-same":
    case "form-differs":
      return { key: formKey[because.code], spoken: { are: "form", left: because.left, right: because.right } };
    case "other-words":
    case "numbers-same":
    case "numbers-differ":
    case "places-differ":
    case "trades-differ":
      return { key: bothKey[because.code], spoken: { are: "text", left: because.left, right: because.right } };
    default: {
      const are = EVIDENCE_ARE[because.code.split("-")[0]!] ?? "text";
      return { key: evidenceKey[because.code], spoken: { are, left: [because.left], right: [because.right] } };
    }
  }
}

export const pairKey = {
  same: "match.pair.same",
  sound: "match.pair.sound",
  spelling: "match.pair.spelling",
  consonants: "match.pair.consonants",
  part: "match.pair.part",
  joined: "match.pair.joined",
  initials: "match.pair.initials",
} as const satisfies Keys<WordMatch["how"]>;

export const legalFormKey = {
  company: "match.legalForm.company",
  limited: "match.legalForm.limited",
  shares: "match.legalForm.shares",
  corporation: "match.legalForm.corporation",
  partnership: "match.legalForm.partnership",
  person: "match.legalForm.person",
  cooperative: "match.legalForm.cooperative",
  state: "match.legalForm.state",
  association: "match.legalForm.association",
} as const satisfies Keys<LegalClass>;

type IdKindKey = Extract<Key, `match.idKind.${string}`>;
const idKinds: Readonly<Record<string, IdKindKey>> = {
  lei: "match.idKind.lei",
  vat: "match.idKind.vat",
  duns: "match.idKind.duns",
  registration: "match.idKind.registration",
  uscc: "match.idKind.uscc",
};
/** The name of a kind of number; null for one that only its list knows. */
export const idKindKey = (kind: string): IdKindKey | null => (Object.hasOwn(idKinds, kind) ? idKinds[kind]! : null);

/**
 * How probable in words. Of the labelled cases of docs/matching.md .98 are one firm from .9 on, .67 from .7 to .9, and fewer than
 * one in eight under .5; from .5 to .7 there are nine cases, too few to say more than "possibly".
 */
export function likelyKey(score: number): Key {
  if (score >= 0.9) return "match.likely.very";
  if (score >= 0.7) return "match.likely.rather";
  return score >= 0.5 ? "match.likely.possible" : "match.likely.hardly";
}

export const groundKey = {
  "forced-labour": "listing.ground.forcedLabour",
  "forced-labour-or-state-imposed": "listing.ground.forcedOrState",
  "human-rights": "listing.ground.humanRights",
  sanctions: "listing.ground.sanctions",
  debarment: "listing.ground.debarment",
  "own-block": "listing.ground.ownBlock",
  "own-approved": "listing.ground.ownApproved",
} as const satisfies Keys<ListGround>;

export const effectKey = {
  "import-presumption": "listing.effect.importPresumption",
  "import-ban": "listing.effect.importBan",
  "export-control": "listing.effect.exportControl",
  "asset-freeze": "listing.effect.assetFreeze",
  "sectoral-sanctions": "listing.effect.sectoralSanctions",
  "public-register": "listing.effect.publicRegister",
  "fund-exclusion": "listing.effect.fundExclusion",
  "funder-debarment": "listing.effect.funderDebarment",
  "own-policy": "listing.effect.ownPolicy",
  "none-in-an-award": "listing.effect.noneInAnAward",
} as const satisfies Keys<LegalEffect>;

const jurisdictions: Readonly<Record<string, Key>> = {
  EU: "listing.where.eu",
  UN: "listing.where.un",
  WB: "listing.where.worldBank",
  OWN: "listing.where.own",
};
/** The name of a jurisdiction that is no country; null for a country. */
export const jurisdictionKey = (code: string): Key | null =>
  Object.hasOwn(jurisdictions, code) ? jurisdictions[code]! : null;

export const entryKindKey = {
  entity: "listing.kind.entity",
  goods: "listing.kind.goods",
  region: "listing.kind.region",
  vessel: "listing.kind.vessel",
} as const satisfies Keys<EntryKind>;
