/**
 * Words by which a text claims more than a report may: that a law is complied with, that there is no risk, that nothing is there, or
 * that forced labour was found; in English and Russian, whatever language the report is read in. Pure data.
 */

/** What is claimed; `person`: somebody can be known from it. */
export const CLAIM_KINDS = ["compliance", "noRisk", "free", "found", "person"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/**
 * Phrases, word by word: `|` parts words of which one stands there, `*` any ending, `~` at most two other words, in one sentence.
 * Words are compared without case, and ё as е.
 */
export const CLAIM_PHRASES: Readonly<Record<Exclude<ClaimKind, "person">, readonly string[]>> = {
  compliance: [
    "comply|complies|complied|complying|compliant|compliance",
    "conform|conforms|conformed|conforming|conformity ~ to|with",
    "meet|meets|met ~ requirement|requirements|obligations",
    "flr|csddd|lksg|msa certified",
    "соответств* ~ требовани*|закон*|регламент*|директив*|норм*|правил*",
    "отвеча* ~ требовани*|закон*|регламент*|норм*",
    "соблюда*|соблюден* ~ закон*|требовани*|регламент*|директив*|норм*|обязательств*",
    "комплаенс*",
  ],
  noRisk: [
    "no|zero|without risk|risks",
    "no significant|material|known|remaining|residual|real risk|risks",
    "risk free",
    "free of|from risk|risks",
    "risk|risks is|are|was|were excluded|absent|none|zero|eliminated",
    "нет|без|отсутств*|исключ*|нулев* риск*",
    "нет|без|отсутств*|исключ* никак*|значительн*|существенн*|известн*|каких риск*",
    "риск* нет|отсутств*|исключен*|устранен*",
    "безрисков*",
  ],
  free: [
    "free of|from ~ forced|slave|slavery|trafficking|exploitation",
    "slavery|exploitation|trafficking free",
    "forced labour|labor free",
    "no|without forced|slave|child labour|labor",
    "no|without ~ slavery|trafficking",
    "never ~ forced labour|labor",
    "does|do|did|is|are not ~ forced labour|labor",
    "cleared",
    "clean supplier|suppliers|record|list|screening|chain|chains|bill",
    "свободн*|свободен от ~ принудительн*|рабск*|рабств*|подневольн*|торговл*|эксплуатац*",
    "нет|без|отсутств*|исключ* ~ принудительн*|рабск*|подневольн* труд*",
    "принудительн*|рабск*|подневольн* труд* ~ нет|отсутств*|исключ*",
    "принудительн*|рабск*|подневольн* труд* ~ не",
    "не ~ принудительн*|рабск*|подневольн* труд*",
    "чист* поставщик*|цепочк*|репутаци*|список|списк*",
  ],
  found: [
    "forced labour|labor ~ found|confirmed|proven|proved|established|detected",
    "found|confirmed|proved|established|detected forced labour|labor",
    "uses|use|used forced labour|labor",
    "принудительн*|рабск* труд* ~ обнаруж*|найден*|подтвер*|доказан*|установлен*|выявлен*",
    "обнаруж*|найден*|подтвер*|доказан*|установлен*|выявлен* ~ принудительн*|рабск* труд*",
    "использует|используют|использовал* принудительн*|рабск* труд*",
  ],
};

/** Ways in which a text names a person, or tells an age by which a worker could be known. Capital letters count. */
export const PERSON_PATTERNS: readonly RegExp[] = [
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+\p{Lu}\p{L}+/gu,
  /(?<!\p{L})(?:worker|employee|woman|man|girl|boy|victim)s?,?\s+(?:(?:named|called)\s+)?\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?/gu,
  /(?<!\p{L})(?:named|called)\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/gu,
  /(?<!\p{L})(?:aged\s+\d{1,2}(?!\d)|\d{1,2}[\s-]years?[\s-]old)/giu,
  /(?<!\p{L})(?:г-н\p{Ll}*|г-ж\p{Ll}+|господин\p{Ll}*|госпож\p{Ll}+)\s+\p{Lu}\p{L}+/gu,
  /(?<!\p{L})\p{Lu}\p{Ll}+(?:ович|евич|ьич)(?:а|у|ем|е)?(?!\p{L})/gu,
  /(?<!\p{L})\p{Lu}\p{Ll}+(?:овн|евн|иничн|ичн)(?:а|ы|е|у|ой)(?!\p{L})/gu,
  /(?<!\p{L})по имени\s+\p{Lu}\p{Ll}+/gu,
  /(?<!\p{L})(?:работни[кц]\p{Ll}*|сотрудни[кц]\p{Ll}*|женщин\p{Ll}*|мужчин\p{Ll}*|пострадавш\p{Ll}*)\s+\p{Lu}\p{Ll}+/gu,
  /(?<!\p{L})(?:в возрасте\s+\d{1,2}(?!\d)|\d{1,2}-летн\p{Ll}+)/giu,
  /(?<!\p{L})\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{2,}/gu,
];
