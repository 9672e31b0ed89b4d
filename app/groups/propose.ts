/** What is proposed for a group or payee before anyone decides: always with its reason, never put into force by itself. */
import { fold } from "../resolve/fold";
import { hasCompanyForm } from "../imports/payees";
import { nameKey } from "../imports/name-key";
import type { NotSellerKind, DecidableRole } from "./decision";
import { labourKindOf, suggestedRole, type LabourKind } from "./labour-heavy";

export interface Reading {
  readonly isic: string;
  readonly goods: readonly string[];
}

export interface Proposal {
  /** What is bought, as ISIC; null when nothing says so. */
  readonly sector: Reading | null;
  /** `label`: the group's own text or the payee's name says so. `rows`: most of its rows do. */
  readonly why: "label" | "rows" | null;
  readonly role: DecidableRole | null;
  readonly labour: LabourKind | null;
  /** These payments may buy nothing, and the word of the text that says so. */
  readonly notSeller: { readonly kind: NotSellerKind; readonly word: string } | null;
}

/** Words of accounts, categories and purposes that name payments to those who sell nothing; folded, whole words. */
const WORDS: readonly (readonly [NotSellerKind, RegExp])[] = [
  [
    "taxes",
    /(?:^| )(council tax|business rates|nndr|national non domestic rates?|income tax|corporation tax|vat(?: payments?| payable| due)?|customs duty|stamp duty|paye|national insurance|apprenticeship levy|(?:social(?: security| insurance)?|health insurance) contributions|taxes|rates payable|налог(?: на \S+|и)?|ндс|ндфл|страховые взносы|госпошлина|steuern?|impots?|impuestos?)(?: |$)/,
  ],
  [
    "refunds",
    /(?:^| )(refunds?|overpayments?|reimbursements?|deposits? returned|deposit refunds?|возврат(?:ы)?|ruckerstattung|remboursements?|devoluciones)(?: |$)/,
  ],
  [
    "grants",
    /(?:^| )(grants?|subsid(?:y|ies)|donations?|bursar(?:y|ies)|sponsorship|субсиди[яи]|грант(?:ы)?|subventions?|subvenciones|zuschusse?|zuwendung(?:en)?|tilskudd)(?: |$)/,
  ],
  [
    "staff",
    /(?:^| )(salar(?:y|ies)|wages|payroll|net pay|superannuation|pensions?(?: contributions?)?|staff expenses|employee expenses|travel expenses|car allowances?|mileage|members allowances?|redundanc(?:y|ies)|childcare vouchers|зарплата|заработная плата|оплата труда|командировочные(?: расходы)?|lohne|gehalter|salaires|sueldos|nomina)(?: |$)/,
  ],
  [
    "natural-persons",
    /(?:^| )(foster(?:ing)?(?: carers?| allowances?)?|adoption allowances?|direct payments|personal budgets?|housing benefits?|rent allowances?|discretionary housing payments?|compensation payments?|tenants? incentives?|home loss payments?|пособи[ея]|стипенди[яи]|матпомощь|sozialhilfe|stipendien)(?: |$)/,
  ],
  [
    "public-body",
    /(?:^| )(precepts?|levies|levy|court fees|court costs|licence fees payable|planning fees payable|audit commission|police authority|fire authority|land registry|parish councils?|inter authority|other local authorities|county council|госорганы|бюджетные учреждения|межбюджетные трансферты)(?: |$)/,
  ],
];
/** Works that a grant pays for are bought from builders. */
const WORKS_ON_A_GRANT = /facilit|adaptation|renovation|improvement|insulation|repair|works|contractor/;

/** The word that says a payment buys nothing, or null. `asName`: the text is a payee's, where a company's legal form decides. */
export function notSellerWord(text: string, asName = false): Proposal["notSeller"] {
  const folded = fold(text);
  if (asName && hasCompanyForm(nameKey(text))) return null;
  for (const [kind, words] of WORDS) {
    if (kind === "grants" && WORKS_ON_A_GRANT.test(folded)) continue;
    const word = words.exec(folded)?.[1];
    if (word !== undefined) return { kind, word };
  }
  return null;
}

/** Share of a group's open rows that must agree before their reading is proposed. */
const ENOUGH_ROWS = 0.4;

/**
 * @param text the group's text or the payee's name; "" when it has none. @param ofText what the text itself is read as.
 * @param ofRows what most rows are read as, with their share of the open rows.
 */
export function propose(
  text: string,
  ofText: Reading | null,
  ofRows: (Reading & { readonly share: number }) | null,
  asName = false,
): Proposal {
  const rows = ofRows !== null && ofRows.share >= ENOUGH_ROWS ? { isic: ofRows.isic, goods: ofRows.goods } : null;
  const sector = ofText ?? rows;
  const isic = sector?.isic ?? null;
  return {
    sector,
    why: ofText ? "label" : rows ? "rows" : null,
    role: isic === null ? null : suggestedRole(isic),
    labour: labourKindOf(isic),
    notSeller: notSellerWord(text, asName),
  };
}

/** Letters to change, add or leave out to make one text the other, at most `most`; more gives `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return Math.min(row[b.length]!, most + 1);
}

/** The name nearest to a text that was misspelt: at most one letter in four is wrong, and no other name is as near. */
export function nearest(
  text: string,
  names: readonly { readonly name: string; readonly code: string }[],
): string | null {
  const wanted = fold(text);
  const most = Math.min(3, Math.floor(wanted.length / 4));
  if (most === 0) return null;
  let best: { code: string; far: number; tie: boolean } | null = null;
  for (const { name, code } of names) {
    const far = distance(wanted, fold(name), most);
    if (far > most) continue;
    if (!best || far < best.far) best = { code, far, tie: false };
    else if (far === best.far && code !== best.code) best.tie = true;
  }
  return best && !best.tie ? best.code : null;
}
