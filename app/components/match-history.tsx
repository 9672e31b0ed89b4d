import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { decisionKey } from "../i18n/screening-keys";
import type { MatchPage } from "../services/screening/matches-view.server";
import { Section } from "./page";

type Decided = MatchPage["decisions"][number];

/** Who decided what about a pair, with the reason, who confirmed it, and what it rested on. */
export function MatchHistory({ page }: { page: Pick<MatchPage, "decisions"> }) {
  const { t } = useTranslation();
  if (page.decisions.length === 0) return null;
  return (
    <Section id="decided" title={t("matches.history.title")}>
      <ol className="space-y-4 border-s-2 border-line ps-4">
        {page.decisions.toReversed().map((one) => (
          <li key={one.id}>
            <DecidedOnce decided={one} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function DecidedOnce({ decided: one }: { decided: Decided }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nobody = t("matches.nobody");
  return (
    <>
      <p className="text-sm text-soft">
        {format.minute(one.decidedAt)} · {one.who ?? nobody}
      </p>
      <p className="font-semibold">{t(decisionKey[one.decision])}</p>
      <p className="prose-width whitespace-pre-wrap">{one.reason}</p>
      <ul className="mt-1 text-sm text-soft">
        <li>
          {t("matches.history.edition", { day: format.day(one.editionDate) })}
          {one.outOfDate && ` · ${t("lists.outOfDate")}`}
        </li>
        {one.checkedOn !== null && <li>{t("matches.history.checked", { day: format.day(one.checkedOn) })}</li>}
        {one.confirmedAt !== null && (
          <li>
            {one.confirmedBy === one.decidedBy
              ? t("matches.history.selfConfirmed", { when: format.minute(one.confirmedAt) })
              : t("matches.history.confirmed", { who: one.confirmer ?? nobody, when: format.minute(one.confirmedAt) })}
          </li>
        )}
        {one.undoneAt !== null && (
          <li>{t("matches.history.undone", { who: one.undoneByName ?? nobody, when: format.minute(one.undoneAt) })}</li>
        )}
      </ul>
    </>
  );
}
