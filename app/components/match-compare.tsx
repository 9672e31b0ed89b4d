import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { legalFormKey } from "../i18n/match-keys";
import { idText, tradeText } from "../i18n/match-words";
import type { MatchAnswer, Party } from "../matching/types";
import { rowVerdicts, type RowVerdict } from "../screening/marked-words";
import type { ListEntry } from "../screening/types";
import { as } from "./block-table";
import { ListingStrip, type ShownList } from "./listing-strip";
import { MatchName } from "./match-name";
import { MatchReasons } from "./match-reasons";

export interface MatchCompareProps {
  /** Our supplier. */
  readonly left: Party;
  /** The listed entry beside it, as its edition has it. */
  readonly entry: ListEntry;
  /** The comparison of the supplier (left) with the entry (right), or what was stored of it. */
  readonly answer: MatchAnswer;
  readonly list: ShownList;
  /** Nobody has decided yet: it is said that the comparison does not. */
  readonly isOpen?: boolean;
  /** Id of the heading, one on the page. */
  readonly id?: string;
  /** A card of its own; false: a part of one. */
  readonly isCard?: boolean;
  /** Tells it, by ear, from another of the same two names on the page. */
  readonly apart?: string;
}

interface Row {
  readonly key: "name" | "aliases" | "form" | "country" | "address" | "ids" | "parent" | "sector";
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** Null where the row has none of its own. */
  readonly verdict: RowVerdict | null;
}

const VERDICT = {
  agrees: { key: "match.agrees", sign: "=" },
  partly: { key: "match.partly", sign: "≈" },
  differs: { key: "match.differs", sign: "≠" },
  notCompared: { key: "match.notCompared", sign: "" },
} as const;

const ROW_HEAD = {
  name: "match.row.name",
  aliases: "match.row.aliases",
  form: "match.row.form",
  country: "match.row.country",
  address: "match.row.address",
  ids: "match.row.ids",
  parent: "match.row.parent",
  sector: "match.row.sector",
} as const satisfies Readonly<Record<Row["key"], string>>;

/** A supplier beside an entry of a list: how probable it is that both are one firm, what agrees and what does not. Decides nothing. */
export function MatchCompare({
  left,
  entry,
  answer,
  list,
  isOpen = true,
  id = "match",
  apart = "",
  isCard = true,
}: MatchCompareProps) {
  const { t } = useTranslation();
  const rows = useRows(left, entry, answer);
  return (
    <section aria-labelledby={id} className={isCard ? "card p-4 sm:p-5" : undefined}>
      <h2 id={id} className={isOpen ? "mb-1" : "mb-3"}>
        {t("match.title")}
        {/* Several may stand on a page: who hears it is told which this is. */}
        <span className="sr-only">
          {" "}
          {t("match.sides", { ours: left.name, theirs: entry.name })} {apart}
        </span>
      </h2>
      {isOpen && <p className="mb-3 prose-width text-sm text-soft">{t("match.note")}</p>}
      <ListingStrip score={answer.score} entry={entry} list={list} />
      <table {...as.table} aria-labelledby={id} className="table blocks plain match-table mt-4">
        <thead {...as.group}>
          <tr {...as.row}>
            <th {...as.columnHead} scope="col">
              <span className="sr-only">{t("match.compared")}</span>
            </th>
            <th {...as.columnHead} scope="col">
              {t("match.ours")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("match.theirs")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("match.compared")}
            </th>
          </tr>
        </thead>
        <tbody {...as.group}>
          {rows.map(({ key, left: ours, right: theirs, verdict }) => (
            <tr key={key} {...as.row}>
              <th {...as.rowHead} scope="row">
                {t(ROW_HEAD[key])}
              </th>
              <td {...as.cell} data-label={t("match.ours")}>
                {ours ?? <Unknown />}
              </td>
              <td {...as.cell} data-label={t("match.theirs")}>
                {theirs ?? <Unknown />}
              </td>
              <td {...as.cell}>{verdict && <Verdict verdict={verdict} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
        <span className="word" data-mark="same">
          {t("match.legend.same")}
        </span>
        <span className="word" data-mark="near">
          {t("match.legend.near")}
        </span>
        <span className="word" data-mark="other">
          {t("match.legend.other")}
        </span>
      </p>
      <MatchReasons because={answer.because} />
    </section>
  );
}

function Verdict({ verdict }: { verdict: RowVerdict }) {
  const { t } = useTranslation();
  const { key, sign } = VERDICT[verdict];
  return (
    <span className={verdict === "notCompared" ? "text-soft" : "font-semibold"}>
      {sign && (
        <span aria-hidden="true" className="me-1.5 inline-block w-4 text-center">
          {sign}
        </span>
      )}
      {t(key)}
    </span>
  );
}

/** A dash that is read aloud as "unknown". */
export function Unknown() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true" className="text-soft">
        –
      </span>
      <span className="sr-only">{t("match.unknown")}</span>
    </>
  );
}

const text = (value: string | null | undefined): string | null => (value ? value : null);

function useRows(left: Party, entry: ListEntry, answer: MatchAnswer): readonly Row[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { because } = answer;
  const verdicts = rowVerdicts(because, answer.features);
  const forms = because.flatMap((one) => (one.code === "form-same" || one.code === "form-differs" ? [one] : []));
  const formText = (side: "left" | "right") =>
    text(forms.flatMap((one) => one[side].map((form) => t(legalFormKey[form]))).join(t("common.separator")));
  const numbers = (ids: Readonly<Record<string, string>> | undefined) =>
    text(
      Object.entries(ids ?? {})
        .map(([kind, number]) => idText(t, kind, number))
        .join(t("common.separator")),
    );
  const place = (city: string | null | undefined, address: string | null | undefined) =>
    text([address, address?.includes(city ?? "") ? null : city].filter(Boolean).join(t("common.separator")));
  const names = (side: "left" | "right", { name, aliases = [] }: Pick<Party, "name" | "aliases">) => ({
    name: <MatchName names={[name]} answer={answer} side={side} all={[name, ...aliases]} isName />,
    aliases:
      aliases.length > 0 ? <MatchName names={aliases} answer={answer} side={side} all={[name, ...aliases]} /> : null,
  });
  const [ours, theirs] = [names("left", left), names("right", entry)];
  const rows: Row[] = [
    { key: "name", left: ours.name, right: theirs.name, verdict: verdicts.name },
    { key: "aliases", left: ours.aliases, right: theirs.aliases, verdict: null },
    { key: "form", left: formText("left"), right: formText("right"), verdict: verdicts.form },
    {
      key: "country",
      left: text(left.country && format.country(left.country)),
      right: text(entry.countries.map(format.country).join(t("common.separator"))),
      verdict: verdicts.country,
    },
    {
      key: "address",
      left: place(left.city, left.address),
      right: place(entry.city, entry.address),
      verdict: verdicts.address,
    },
    { key: "ids", left: numbers(left.ids), right: numbers(entry.ids), verdict: verdicts.ids },
    { key: "parent", left: text(left.parent), right: null, verdict: verdicts.parent },
    {
      key: "sector",
      left: text(left.sector && tradeText(t, left.sector)),
      right: text(entry.sector),
      verdict: verdicts.sector,
    },
  ];
  // Where neither side tells anything, and nothing was compared, there is nothing to look at.
  return rows.filter((row) => row.key === "name" || row.left !== null || row.right !== null);
}
