import type { Database, Scope } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";
import { controlTotals, findGeneration } from "../../../db/queries/register";
import { openReapply } from "../../../db/queries/understanding";
import type { Language } from "../../i18n/languages";
import type { DecidableRole } from "../../groups/decision";
import { plus, shareOf, type Sum } from "../../groups/settlement";
import { findImport } from "../imports/import-record.server";
import { jobView, type JobView } from "../imports/import-view.server";
import { assessorFor, dayOf } from "../scoring/assessor.server";
import { choicesAhead, type ChoicesAhead } from "./choices-ahead.server";
import {
  decidedTogether,
  decisionView,
  groupChoices,
  payeeChoices,
  sumView,
  type DecisionView,
  type GroupChoice,
  type PayeeChoice,
  type SumView,
} from "./choices.server";
import { countedList, sharesOf, type Shares } from "./counted-list.server";
import { textChoices, type NamedCountry, type TextChoice } from "./suggest-text.server";

const ON_PREMISES: DecidableRole = "service-on-our-premises";
const PAYEES_SHOWN = 20;
const TEXTS_SHOWN = 20;

/** The parts of a list; together they are the file. */
export type ControlPart = "decided" | "notSellers" | "known" | "aside" | "open" | "leftOut";

export interface UnderstandView {
  readonly importId: string;
  readonly fileName: string;
  /** ISO 4217 of most rows; "" when the file does not say. */
  readonly currency: string;
  readonly settled: Shares;
  /** Further decisions to nine tenths; null when one for each group does not lead there. */
  readonly ahead: ChoicesAhead | null;
  readonly control: readonly ({ readonly part: ControlPart } & SumView & Shares)[];
  readonly total: SumView;
  /** The control total of the file in the main currency; null when it has no amounts. */
  readonly fileTotal: string | null;
  readonly otherCurrencies: readonly {
    readonly currency: string;
    readonly total: string;
    readonly settled: number | null;
  }[];
  /**
   * The country that is proposed as the place of work of services on our premises: as it was last decided for such a service, else
   * the one set for the list's rows without a country. Null when neither says it.
   */
  readonly premises: string | null;
  readonly groups: readonly GroupChoice[];
  readonly payees: readonly PayeeChoice[];
  readonly texts: readonly TextChoice[];
  /** In force, the latest first; those made at once together. */
  readonly decisions: readonly (readonly DecisionView[])[];
  /** The job that puts the decisions into the list; "failed" when there should be one; null: the list shows all decisions. */
  readonly applying: JobView | "failed" | null;
}

/**
 * What there is to decide about the published list, largest first, and what is settled so far. Null when nothing is published.
 * @param countries by their names in the reader's language, to look for misspelt ones among.
 * @param language of the reader, for the names of sectors.
 */
export async function understandView(
  db: Database,
  scope: Scope,
  countries: readonly NamedCountry[],
  now: Date,
  language: Language = "en",
): Promise<UnderstandView | null> {
  const generation = await publishedGeneration(db, scope);
  const source = generation === null ? null : await importOfGeneration(db, scope, generation);
  if (generation === null || !source) return null;
  const { list, record, view } = await listView(db, scope, { generation, importId: source.id }, countries, language);
  const open = await openReapply(db, scope);
  const shown = record.summary?.decisions ?? [];
  const isShown = shown.length === list.decisions.length && list.decisions.every(({ id }) => shown.includes(id));
  return {
    ...view,
    ahead: choicesAhead(list, view.groups, view.settled),
    applying: open ? jobView(open, now) : isShown ? null : "failed",
  };
}

/** A list, and the instant of which its decisions are asked; left out: now. */
interface AskedOf {
  readonly generation: number;
  readonly importId: string;
  readonly at?: Date | undefined;
}

/** What there is to decide about a list, whichever it is, and what was decided at an instant. */
export async function listView(
  db: Database,
  scope: Scope,
  { generation, importId, at }: AskedOf,
  countries: readonly NamedCountry[],
  language: Language,
) {
  const record = await findImport(db, scope, importId);
  const { resolver } = assessorFor(dayOf(record.createdAt));
  const list = await countedList(db, scope, generation, at);
  const { settlement, currency, decisions } = list;
  const [totals, found] = await Promise.all([
    controlTotals(db, scope, generation),
    findGeneration(db, scope, generation),
  ]);
  const leftOut: Sum = {
    rows: Math.max(0, (found?.records ?? 0) - settlement.total.rows),
    amounts: Object.fromEntries(totals.map((total) => [total.currency, BigInt(total.rejected)])),
  };
  const whole = plus(settlement.total, leftOut);
  const parts = { ...settlement, leftOut };
  const settled = plus(settlement.total, settlement.open, -1);
  const groups = groupChoices(list, resolver, language);
  const shares = sharesOf(settled, list);
  const view: Omit<UnderstandView, "ahead" | "applying"> = {
    importId: record.id,
    fileName: record.upload.fileName,
    currency,
    settled: shares,
    control: (["decided", "notSellers", "known", "aside", "open", "leftOut"] as const).map((part) => ({
      part,
      ...sumView(parts[part]),
      ...sharesOf(parts[part], { settlement: { ...settlement, total: whole }, currency }),
    })),
    total: sumView(whole),
    fileTotal: totals.find((total) => total.currency === currency)?.fileTotal ?? null,
    otherCurrencies: Object.entries(settlement.total.amounts)
      .filter(([code]) => code !== currency)
      .map(([code, total]) => ({
        currency: code,
        total: String(total),
        settled: shareOf(settled.amounts, settlement.total.amounts, code),
      })),
    premises:
      decisions.findLast(({ decision }) => decision.role === ON_PREMISES && decision.placeOfWork)?.decision
        .placeOfWork ?? record.settings.country,
    groups,
    payees: payeeChoices(list, resolver, PAYEES_SHOWN, language),
    texts: await textChoices(db, scope, generation, { decisions, resolver, countries, limit: TEXTS_SHOWN }),
    decisions: decidedTogether(decisions.toReversed().map((decision) => decisionView(decision, list, language))),
  };
  return { list, record, view };
}
