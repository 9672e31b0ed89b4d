import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { becauseSentence } from "../i18n/match-words";
import type { Beside } from "../i18n/match-keys";
import type { Because } from "../matching/types";

/** What speaks for one firm and what against, strongest first; what has no weight stands with what it says. */
export function MatchReasons({ because, beside = "listed" }: { because: readonly Because[]; beside?: Beside }) {
  const { t } = useTranslation();
  const speaksFor = because.filter((one) => one.effect > 0 || (one.effect === 0 && one.code.endsWith("-same")));
  const against = because.filter((one) => !speaksFor.includes(one));
  return (
    <div className="mt-4 grid gap-x-8 gap-y-4 border-t border-line pt-3 sm:grid-cols-2">
      <Side title={t("match.speaksFor")} reasons={speaksFor} beside={beside} none={t("match.nothingFor")} />
      <Side title={t("match.speaksAgainst")} reasons={against} beside={beside} none={t("match.nothingAgainst")} />
    </div>
  );
}

function Side(props: { title: string; reasons: readonly Because[]; beside: Beside; none: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, reasons, beside, none } = props;
  return (
    <div className="min-w-0">
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p className="mt-1 text-[0.9375rem] text-soft">{none}</p>
      ) : (
        <>
          {reasons.length > 1 && <p className="text-xs text-soft">{t("match.strongest")}</p>}
          <ol className="mt-1 list-decimal space-y-1 ps-5 text-[0.9375rem] marker:text-soft">
            {reasons.map((one) => (
              <li key={one.code}>{becauseSentence(t, format, one, beside)}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
