/** Answers as lists write them: yes and no in many languages, and the closed choices of the labour questions. */
import type { PaperHolder, Proof, Recruiter, YesNoUnknown } from "../../risk-models/facts";
import type { SupplierRole } from "../../risk-models/types";
import { EMPTY_WORDS } from "./cells";

const YES =
  "yes|y|yep|true|t|1|x|✓|✔|☑|ja|j|oui|o|vrai|si|sí|s|sim|verdadero|verdadeiro|да|д|есть|имеется|так|иә|ия|是|有|对|對|√|tak|evet|vero|si.|yes.|wahr|kyllä|exists|in place";
const NO =
  "no|n|not|false|f|0|nein|non|faux|falso|não|nao|нет|н|не имеется|ні|жоқ|否|没有|沒有|无|無|不是|nei|nej|nie|hayır|hayir|falsch|none|no.|×|✗|✘";
/** A channel or policy that is there in part is neither yes nor no. */
const NEITHER =
  "unknown|partial|partly|partially|in part|some|sometimes|not sure|unsure|don't know|do not know|teilweise|unbekannt|partiel|en partie|partiellement|parcial|parcialmente|desconocido|частично|неизвестно|не знаю|未知|部分|delvis|ukjent|maybe|under review|planned|inconnu|częściowo";

const ANSWERS = new Map<string, YesNoUnknown>();
for (const [words, answer] of [[YES, "yes"], [NO, "no"], [NEITHER, "unknown"]] as const) for (const word of words.split("|")) ANSWERS.set(word, answer); // prettier-ignore

/** yes, no or unknown; null when the text is none of the known words. Blank is unknown. */
export function readAnswer(text: string): YesNoUnknown | null {
  switch (text) {
    case "":
    case "unknown":
      return "unknown";
    case "yes":
      return "yes";
    case "no":
      return "no";
  }
  if (text.length > 20) return null;
  const lower = text.toLowerCase();
  return ANSWERS.get(lower) ?? (EMPTY_WORDS.has(lower) ? "unknown" : null);
}

export const isAnswerWord = (text: string): boolean => text.length <= 20 && ANSWERS.has(text.toLowerCase());

/** A closed choice is found by its own name or by the first word list whose word stands in the text. */
type Choices<T extends string> = readonly (readonly [choice: T, words: RegExp])[];

const RECRUITER_CHOICES: Choices<Recruiter> = [
  [
    "sub-agent",
    /sub-?\s?agent|sub-?broker|informal|unlicen[sc]ed|intermediary|middleman|broker|субагент|посредник|нелицензир|unteragent|sous-agent|subagente|intermediario|underagent|无证中介|分包中介/i,
  ],
  [
    "licensed-agent",
    /licen[sc]ed|agency|agent\b|agencies|recruitment (?:firm|company)|лиценз|агентств|кадров|agentur|vermittler|zeitarbeit|agence|agencia|agência|byrå|bureau|中介|代理/i,
  ],
  [
    "own-staff",
    /own|in-?house|direct|internal|employer|self|hr\b|сам|напрямую|собствен|отдел кадров|eigene|direkt|interne|propio|directo|próprio|egen|自|直接|本公司/i,
  ],
  ["unknown", /unknown|not known|неизв|unbekannt|inconnu|desconoc|ukjent|不详|未知/i],
];
const PAPER_CHOICES: Choices<PaperHolder> = [
  ["unknown", /unknown|not known|неизв|unbekannt|inconnu|desconoc|ukjent|不详|未知/i],
  ["agent", /agent|agency|recruiter|broker|агент|посредник|agentur|agence|agencia|byrå|中介/i],
  [
    "employer",
    /employer|company|factory|management|supplier|hr\b|owner|работодател|компани|предприят|завод|arbeitgeber|firma|employeur|entreprise|empleador|empresa|arbeidsgiver|bedrift|雇主|公司|工厂/i,
  ],
  [
    "worker",
    /worker|employee|themsel|own\b|individual|работник|сам|arbeiter|arbeitnehmer|travailleur|salarié|trabajador|trabalhador|arbeider|ansatt|工人|员工|本人/i,
  ],
];
const PROOF_CHOICES: Choices<Proof> = [
  [
    "confirmed-repayment",
    /repayment|repaid|reimburs|возмещ|rückzahl|erstatt|rembours|reembols|tilbakebetal|退款|偿还/i,
  ],
  ["interviews", /interview|worker voice|интервью|опрос работ|befragung|entretien|entrevist|intervju|访谈/i],
  [
    "invoices",
    /invoice|receipt|bank (?:transfer|record)|счет|счёт|квитанц|rechnung|beleg|facture|factura|fatura|faktura|发票|收据/i,
  ],
  [
    "policy",
    /policy|contract|code of conduct|agreement|политик|договор|кодекс|richtlinie|vertrag|politique|contrat|política|contrato|avtale|retningslinje|政策|合同/i,
  ],
  [
    "statement",
    /statement|self-?declar|questionnaire|self-?assess|declar|заявл|анкет|selbstauskunft|erklärung|déclaration|declaración|declaração|egenerklæring|声明|自评/i,
  ],
  ["none", /none|^no$|^нет$|kein|aucun|ningun|nenhum|ingen|没有|^无$/i],
];
const ROLE_CHOICES: Choices<SupplierRole> = [
  [
    "labour-provider",
    /labou?r provider|labou?r hire|staffing|temp(?:orary)? agency|recruitment agency|employment agency|manpower|gangmaster|кадров|аутстаф|персонал|zeitarbeit|personaldienst|intérim|trabajo temporal|bemanning|劳务/i,
  ],
  [
    "service-on-our-premises",
    /on[- ](?:our|your|site|premises)|on our premises|onsite|на нашей территории|на объекте|vor ort|sur site|en nuestras|på våre|驻场/i,
  ],
  [
    "trader",
    /trader|trading|distribut|wholesal|importer|reseller|retail|торгов|дистриб|оптов|импорт|händler|grossist|großhandel|négoc|comerciali|distribuid|importador|forhandler|贸易|经销/i,
  ],
  ["agent", /^agent$|buying agent|sales agent|agente|агент|handelsvertreter|代理/i],
  [
    "maker",
    /maker|manufactur|factory|producer|mill|farm|grower|processor|производ|завод|фабрик|hersteller|produzent|fabricant|fabricante|productor|fabricante|produsent|制造|生产|工厂/i,
  ],
  ["not-a-seller", /not a seller|public body|authority|не продавец/i],
  ["service-elsewhere", /service|услуг|dienstleist|prestat|servicio|serviço|tjeneste|服务/i],
  ["unknown", /unknown|неизв|unbekannt|inconnu|desconoc|ukjent|不详/i],
];

function reader<T extends string>(choices: Choices<T>): (text: string) => T | null {
  const own = new Map(choices.map(([choice]) => [choice as string, choice]));
  const known = new Map<string, T | null>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const plain = text.toLowerCase().replace(/[\s_]+/g, "-");
    const found = own.get(plain) ?? choices.find(([, words]) => words.test(text))?.[0] ?? null;
    if (known.size < 2000) known.set(text, found);
    return found;
  };
}

/** Each gives the choice, or null when the text is none of them. Several recruiters: the weakest link. */
export const readRecruiter = reader(RECRUITER_CHOICES);
export const readPaperHolder = reader(PAPER_CHOICES);
export const readProof = reader(PROOF_CHOICES);
export const readRole = reader(ROLE_CHOICES);
/** found, disclosed or repaying. */
export const readRemediation = reader<"found" | "disclosed" | "repaying">([
  ["repaying", /repay|repaid|reimburs|возмещ|rückzahl|erstatt|rembours|reembols|tilbakebetal|偿还/i],
  ["disclosed", /disclos|раскры|offengelegt|divulgu|divulgad|披露/i],
  ["found", /found|identified|выявл|gefunden|constat|encontrad|发现/i],
]);
