/**
 * Who among the payees is no seller: private persons, blacked-out names, authorities, wages, refunds, grants, placeholders. Only
 * strong signs count: a firm must not be set aside, so every rule but the first two gives way to a legal form of companies.
 */
import type { SetAsideReason } from "./codes";
import { nameKey } from "./name-key";

/** Words in a name (as in `nameKey`) without which no rule can hold; one pass over the name finds whether any occurs. */
const TRIGGERS =
  "redacted withheld anonymised anonymized personal confidential персональные " +
  "mr mrs ms miss messrs mister dr prof professor monsieur madame mme mlle herr frau sr sra senor senora senhor senhora гн гжа господин госпожа гражданин гражданка физлицо физическое физическии ип индивидуальныи фоп флп пбоюл privatperson " +
  "council councils borough municipality municipio kommune fylkeskommune mdc mbc cbc city town county state village stadt landkreis gemeinde ministry ministerium bundesministerium ministere mairie ville commune prefecture ayuntamiento gobierno secretaria prefeitura camara governo " +
  "администрация министерство департамент правительство акимат аким bundesamt bundeskasse bundesagentur cabinet office department agency commissioner disclosure registry dvla ofsted commission treasury government authority " +
  "hmrc revenue customs tax finanzamt finanzkasse skatteetaten skatteverket skattestyrelsen skat urssaf tresor dgfip impots tributaria hacienda receita entrate фнс ифнс уфнс уфк казначеиство казначеиства налоговая налоговои налоговый skarbowy " +
  "court courts hmcts magistrates amtsgericht landgericht tribunal juzgado tingrett domstol суд police constabulary constable polizei politiet politi policia gendarmerie полиция полиции мвд гувд " +
  "pension pensions superannuation pensionskasse pensjonskasse retraite pensiones пенсионныи social seguridad pay payroll salaries salary wages зарплата заработная lohn lohne gehalter nomina lonn refund refunds grant grants " +
  "various misc miscellaneous sundry sundries onetime multiple other others diverse divers verschiedene varios varias разные прочие прочее unknown several supplier suppliers vendor vendors dummy test";

const TRIGGER_SLOTS = new Int32Array(4096);
const wordHash = (text: string): number => {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h === 0 ? 1 : h;
};
for (const word of TRIGGERS.split(" ")) {
  const hash = wordHash(word);
  let slot = (hash ^ (hash >>> 16)) & 4095;
  while (TRIGGER_SLOTS[slot] !== 0 && TRIGGER_SLOTS[slot] !== hash) slot = (slot + 1) & 4095;
  TRIGGER_SLOTS[slot] = hash;
}

/** True when a word of the key is a trigger, the key holds Chinese, or it ends like a Slavic patronymic. */
export function mayBeNoSeller(key: string): boolean {
  let h = 0x811c9dc5 | 0;
  let last = 0;
  for (let i = 0; i <= key.length; i++) {
    const c = i < key.length ? key.charCodeAt(i) : 32;
    if (c !== 32) {
      if (c >= 0x3400 && c <= 0x9fff) return true;
      h = Math.imul(h ^ c, 0x01000193);
      last = c;
      continue;
    }
    if (h === 0) h = 1;
    for (let slot = (h ^ (h >>> 16)) & 4095; TRIGGER_SLOTS[slot] !== 0; slot = (slot + 1) & 4095)
      if (TRIGGER_SLOTS[slot] === h) return true;
    h = 0x811c9dc5 | 0;
  }
  // …вич, …вна, …ична, …оглы, …кызы, …улы, …ұлы
  return last === 0x447 || last === 0x44b || (last === 0x430 && key.endsWith("на"));
}

/** Legal forms of companies as they stand in a key. Sole traders (ИП, e.K.) are none. */
const COMPANY_FORM =
  /(?:^| )(?:ltd|limited|llc|llp|lp|inc|incorporated|corp|corporation|co|company|plc|cic|gmbh|ag|kg|kgaa|ohg|se|sas|sasu|sarl|srl|spa|bv|nv|as|asa|aps|ab|oy|oyj|ou|uab|sia|kft|zrt|doo|sp z oo|sa|sl|slu|lda|ltda|eireli|pvt|pte|pty|sdn bhd|berhad|bhd|tbk|jsc|ojsc|cjsc|fze|fzco|wll|kk|de cv|sti|ev|ooo|oao|zao|pao|ооо|оао|зао|пао|ао|нао|тоо|тов|пп|хо|группа|компания|завод|фабрика|холдинг)(?: |$)|公司|集团|株式会社|厂$/;

/** Trades and words of firms that follow a title in brand names ("Dr Wolff Gruppe", "Mr Clean Services"). */
const FIRM_WORD =
  /(?:^| )(?:services?|solutions|group|gruppe|groupe|grupo|trading|trade|international|global|associates|partners|partnership|sons|bros|brothers|consult\w*|cleaning|shop|store|stores|kitchens?|caf\w*|hotel|restaurant|bar|pizza|school|nursery|academy|college|university|clinic|surgery|practice|hospital|pharma\w*|lab\w*|solicitors|accountants|architects?|design\w*|studio|media|print\w*|press|records|music|events|travel|tours|taxis?|cars?|motors?|garage|auto\w*|transport|logistics|haulage|building|builders|construction|roofing|plumb\w*|electric\w*|heating|windows|doors|flooring|carpets|furniture|garden\w*|landscap\w*|tree|farms?|foods?|bakery|butchers?|catering|farma|industries|industri\w*|manufactur\w*|textiles?|garments?|plastics?|polymers?|metals?|engineering|systems?|software|tech\w*|digital|data|web|online|security|rentals?|hire|leasing|properties|property|estates?|lettings|housing|homes?|care|trust|foundation|charity|church|society|association|club|agency|bureau|office|supplies|products|equipment|tools|parts|packaging|paper|energy|oil|gas|water|waste|recycling|pepper|martens|lube|bricolage|selfridge|sixty|scholl\w*|oetker|werke?|verlag|handel|bau|fashions?|knitwear|apparel|wear|shoes|footwear|leather|exports?|imports?|enterprises?|ventures|holdings?|investments?|capital|finance|insurance|bank)(?: |$)/;

/** Given names common enough in payee lists to tell "Dr Christian Lachmann" from a brand; keys. */
const GIVEN_NAMES = new Set(
  (
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene " +
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany kayla alexis lori vivienne jane sheila joanna lizzie eileen bev gillian fiona hilary valerie tracy wendy yvonne lesley geoffrey graham ian neil nigel simon stuart trevor colin clive derek malcolm barry " +
    "mohammed muhammad mohamed ahmed ali hassan hussain ibrahim omar fatima aisha khan anil rajesh sanjay priya wei ming hans klaus jurgen wolfgang stefan andreas matthias sebastian florian ursula monika petra sabine heike claudia jean pierre jacques philippe michel francois marie sophie isabelle nathalie carlos luis miguel jorge pedro antonio manuel francisco javier fernando ana carmen lucia joao paulo ole lars per knut bjorn kari ingrid anne liv giovanni marco giuseppe paolo piotr krzysztof katarzyna mehmet ayse " +
    "иван петр сергеи александр алексеи дмитрии андреи михаил николаи владимир анна мария елена ольга наталья татьяна ирина светлана"
  ).split(" "),
);

const PEOPLE = "[\\p{Script=Latin}\\p{Script=Cyrillic}]+";
const TITLED = new RegExp(
  `^(?:the )?(mr|mrs|ms|miss|mister|dr|prof|professor|monsieur|madame|mme|mlle|herr|frau|sr|sra|senor|senora|senhor|senhora|гн|гжа|господин|госпожа)((?: ${PEOPLE}){1,4})$`,
  "u",
);
const COUPLE = new RegExp(`^(?:mr(?: and)? mrs|messrs)(?: ${PEOPLE}){1,3}$`, "u");
const TITLE_INSIDE = new RegExp(
  `^${PEOPLE} (?:mr|mrs|miss)(?: ${PEOPLE}){1,2}$|^(?:${PEOPLE} ){1,3}(?:mr|mrs|miss)$`,
  "u",
);
const PATRONYMIC =
  /^[\p{Script=Cyrillic}]+ [\p{Script=Cyrillic}]+ [\p{Script=Cyrillic}]+(?:вич|вна|ична)$|^[\p{Script=Cyrillic}]+ [\p{Script=Cyrillic}]+ [\p{Script=Cyrillic}]+ ?(?:оглы|кызы|улы|ұлы|қызы)$/u;
const SOLE_TRADER =
  /^(?:ип|индивидуальныи предприниматель|фоп|флп|пбоюл) |^(?:гражданин|гражданка|физлицо|физическое лицо|privatperson)(?: |$)/;

function isPerson(name: string, key: string): boolean {
  if (/(?:先生|女士|小姐)$/.test(key) && key.length <= 6) return true;
  if (COMPANY_FORM.test(key)) return false;
  if (SOLE_TRADER.test(key) || PATRONYMIC.test(key)) return true;
  if (FIRM_WORD.test(key) || /\d/.test(key)) return false;
  if (COUPLE.test(key) || (TITLE_INSIDE.test(key) && /^\p{L}+,/u.test(name))) return true;
  const titled = TITLED.exec(key);
  if (titled === null) return false;
  const [, title = "", rest = ""] = titled;
  const words = rest.trim().split(" ");
  const first = words[0]!;
  // "MS" in capitals is an abbreviation as often as a title: it needs its point or small letter, or an initial behind it.
  if (title === "ms" && !/^Ms\b/.test(name.trim()) && first.length > 1) return false;
  if (words.length >= 2 && (first.length === 1 || GIVEN_NAMES.has(first))) return true;
  return (
    words.length === 2 &&
    ["mr", "mrs", "miss", "mister", "monsieur", "madame", "mme", "mlle", "гн", "гжа", "господин", "госпожа"].includes(
      title,
    )
  );
}

const REDACTED =
  /redacted|(?:^| )(?:name |personal data |details )?withheld(?: |$)|^(?:personal data|confidential|anonymi[sz]ed|персональные данные)/;
const PLACEHOLDER =
  /^(?:various|various (?:suppliers|vendors|payees)|misc|miscellaneous|miscellaneous (?:suppliers?|vendors?)|sundry|sundries|sundry (?:suppliers?|vendors?|creditors?|payees?)|one ?time (?:suppliers?|vendors?)|multiple|multiple (?:suppliers?|vendors?)|others?|other (?:suppliers?|vendors?)|diverse|diverse (?:lieferanten|leverandorer|kreditoren)|divers|verschiedene|varios|varias|proveedores varios|разные|разные поставщики|прочие|прочее|прочие поставщики|unknown|unknown (?:supplier|vendor)|several|suppliers?|vendors?|dummy(?: supplier| vendor)?|test (?:supplier|vendor))$/;
/** Words that are read as empty elsewhere and as a placeholder in the column of names. */
const PLACEHOLDER_WORDS = new Set([
  "unknown",
  "(unknown)",
  "not known",
  "tbc",
  "tbd",
  "to be confirmed",
  "to be determined",
  "неизвестно",
  "unbekannt",
  "inconnu",
  "desconocido",
  "ukjent",
  "ukendt",
  "未知",
  "不详",
  "不詳",
]);
export const isPlaceholderWord = (cell: string): boolean =>
  cell.length < 20 && PLACEHOLDER_WORDS.has(cell.trim().toLowerCase());

const AUTHORITIES: readonly (readonly [SetAsideReason, RegExp])[] = [
  [
    "tax-authority",
    /(?:^| )(?:hmrc|hm revenue|inland revenue|hm customs|internal revenue service|tax (?:office|authority|administration|collector|service)|revenue (?:commissioners|authority|agency|service)|finanzamt|finanzkasse|skatteetaten|skatteverket|skattestyrelsen|urssaf|tresor public|dgfip|centre des impots|agencia tributaria|administracion tributaria|secretaria de hacienda|receita federal|agenzia delle entrate|urzad skarbowy|налоговая|налоговои|фнс|ифнс|уфнс|уфк|казначеиств\S*)(?: |$)|^skat$|税务局|税务总局|國稅局|国税局/,
  ],
  [
    "court",
    /(?:^| )(?:courts? service|courts and tribunals?\S*|hmcts|magistrates? courts?|county court|crown court|high court|supreme court|court of (?:justice|appeal)|amtsgericht|landgericht|tribunal (?:de|judicial|administratif)|juzgado|tingrett|domstol\S*|арбитражныи суд|суд)(?: |$)|人民法院/,
  ],
  [
    "police",
    /(?:^| )(?:police(?: service| authority| department| force| constabulary)?|police and crime commissioner|constabulary|chief constable\S*|polizei\S*|politiet|gendarmerie|мвд|гувд|полици[яи])$|^(?:police|polizei|chief constable|constabulary|office of the police|policia|полиция|мвд|гувд)(?: |$)|公安局/,
  ],
  [
    "pension-fund",
    /(?:^| )(?:pensions? (?:fund|scheme|agency|account|contributions?)|teachers pensions?|superannuation(?: fund)?|pensionskasse|pensjonskasse|caisse de retraite|fondo de pensiones|пенсионныи фонд|social security (?:fund|administration)|seguridad social)(?: |$)/,
  ],
  [
    "public-body",
    /(?:^| )(?:city|county|borough|district|parish|town|community|metropolitan|unitary|regional|shire|municipal|village|islands?) council(?: |$)|(?: )(?:mdc|mbc|cbc)$|(?:^| )(?:london borough|royal borough|borough) of |^(?:city|county|state|town|village|municipality|government) of \S+(?: \S+){0,2}$|(?:^| )(?:municipality|kommune|fylkeskommune)$|^(?:stadt|landkreis|gemeinde) \S+|(?:^| )(?:ministry of|\S*ministerium|ministere d\S*|bundesamt|bundeskasse|bundesagentur fur arbeit)(?: |$)|^(?:mairie|ville|commune|prefecture|departement) d\S* |^(?:ayuntamiento|municipio|gobierno|camara municipal|prefeitura(?: municipal)?|governo) d\S* |^(?:h )?ayuntamiento |^(?:администрация|министерство|правительство|акимат|департамент) |акимат$|^(?:us |u s )?department (?:of|for) |(?:^| )(?:cabinet office|home office|environment agency|information commissioner\S*|disclosure and barring service|hm land registry|land registry|dvla|ofsted|electoral commission|care quality commission|valuation office agency|hm treasury|us treasury)(?: |$)|人民政府|财政局/,
  ],
];
const OWN_NAME: readonly (readonly [SetAsideReason, RegExp])[] = [
  [
    "payroll",
    /^(?:payroll|salaries|salary|wages|net pay|staff (?:salaries|wages|expenses)|зарплата|заработная плата|lohn|lohne|gehalter|nomina|lonn)(?: |$)/,
  ],
  ["refund", /(?:^| )refunds?(?: |$)/],
  ["grant", /^grants?(?: (?:payments?|to|for)|$)/],
];

/** Why the holder of a name is no seller, or null. `key` is `nameKey(name)`. */
export function payeeReason(name: string, key: string): SetAsideReason | null {
  if (!mayBeNoSeller(key)) return null;
  if (REDACTED.test(key) && !COMPANY_FORM.test(key)) return "redacted";
  if (PLACEHOLDER.test(key)) return "placeholder-name";
  if (isPerson(name, key)) return "natural-person";
  if (COMPANY_FORM.test(key)) return null;
  for (const [reason, words] of AUTHORITIES) if (words.test(key)) return reason;
  for (const [reason, words] of OWN_NAME) if (words.test(key)) return reason;
  return null;
}

/** A person's name, as likely as not; `key` as in `nameKey`. */
export const startsWithGivenName = (key: string): boolean => GIVEN_NAMES.has(key.split(" ", 1)[0]!);

/** A company by its legal form. */
export const hasCompanyForm = (key: string): boolean => COMPANY_FORM.test(key);

const PURPOSES: readonly (readonly [SetAsideReason, RegExp])[] = [
  [
    "payroll",
    /^(?:payroll|net pay|(?:basic |gross )?salar(?:y|ies)|(?:staff |employee )?wages|staff salaries|salaries and wages|employees? expenses (?:claim|payroll)|foster(?:ing)? (?:carers?|allowances?|payments?)|foster carer \S+|зарплата|заработная плата|оплата труда|lohne(?: und gehalter)?|gehalter|sueldos(?: y salarios)?|nomina|remuneration du personnel|lonn|工资)(?: |$)/,
  ],
  [
    "refund",
    /(?:^| )(?:refunds?|overpayments?|ruckerstattung|ruckzahlung|remboursement|devolucion|возврат|tilbakebetaling|退款)(?: |$)/,
  ],
  [
    "grant",
    /^(?:grants?|subsid(?:y|ies)|award of grant|grants? (?:to|and|for|paid)|субсидия|субсидии|грант|subvention|subvencion|tilskudd|zuschuss|zuwendung|补助|补贴)(?: |$)|(?:^| )grants?$/,
  ],
];
const WORKS_ON_A_GRANT = /facilit|adaptation|renovation|improvement|insulation|repair|works|contractor/;
const known = new Map<string, SetAsideReason | null>();

/**
 * What the purpose or account text of a payment says, or null. It sets aside only payees without a company's legal form: firms
 * are paid out of grants and staff budgets too (agency workers).
 */
export function purposeReason(text: string): SetAsideReason | null {
  if (text === "") return null;
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const key = nameKey(text);
  // Works that a grant pays for are bought from builders.
  const found = WORKS_ON_A_GRANT.test(key) ? null : (PURPOSES.find(([, words]) => words.test(key))?.[0] ?? null);
  if (known.size < 20_000) known.set(text, found);
  return found;
}
