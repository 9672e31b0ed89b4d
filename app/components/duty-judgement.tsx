import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { JUDGEMENT_WORDS, judgementKey } from "../i18n/duty-keys";
import { useFormat } from "../i18n/format";
import type { CommitmentView } from "../services/commitments/commitment-view.server";
import type { Judged } from "../services/commitments/judged";
import { MadeBefore } from "./duty-table";
import { AreaField } from "./finding-fields";
import { Section } from "./page";
import { useDayAsked } from "./trail-day";

interface Typed {
  readonly intent: string;
  readonly judgement: string;
  readonly reason: string;
}

/** Who judged the row, when and why; the form for another; and what was judged before. */
export function DutyJudgement({
  view,
  saved,
  typed,
}: {
  view: CommitmentView;
  saved: string | null;
  typed: Typed | null;
}) {
  const { t } = useTranslation();
  const isPast = useDayAsked() !== null;
  const { judged, history, mayJudge } = view;
  const earlier = history.filter(({ id }) => id !== judged?.id);
  return (
    <Section
      id="judgement"
      title={t("dutyEvidence.judge.title")}
      note={t(isPast ? "pastDuties.evidence.judged" : "dutyEvidence.judge.lead")}
    >
      <output className="block empty:hidden">
        {saved === "judge" && <p className="mb-2 font-semibold">{t("dutyEvidence.judge.saved")}</p>}
        {saved === "take-back" && <p className="mb-2 font-semibold">{t("dutyEvidence.judge.isTakenBack")}</p>}
      </output>
      {judged === null ? (
        <p>{t(isPast ? "pastDuties.evidence.noJudgement" : "dutyEvidence.judge.none")}</p>
      ) : (
        <>
          <One judged={judged} />
          <p>
            <MadeBefore before={judged.madeBefore} />
          </p>
        </>
      )}
      {mayJudge && <JudgeForm view={view} typed={typed?.intent === "judge" ? typed : null} />}
      {mayJudge && judged && <TakeBack of={judged.id} typed={typed?.intent === "take-back" ? typed : null} />}
      {earlier.length > 0 && (
        <>
          <h3 className="mt-5">{t("dutyEvidence.judge.history")}</h3>
          <ul className="mt-2 space-y-3">
            {earlier.map((one) => (
              <li key={one.id} className="border-t border-line pt-2 first:border-t-0">
                <One judged={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function One({ judged }: { judged: Judged }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { judgement, reason, who, at, edition, knew, replacedAt, takenBack } = judged;
  return (
    <div className="prose-width">
      <p>
        <strong>{t(judgementKey[judgement])}</strong>{" "}
        <span className="text-soft">{t("dutyEvidence.judge.by", { name: who, when: format.minute(at) })}</span>
      </p>
      <p className="whitespace-pre-line">{reason}</p>
      <p className="text-sm text-soft">
        {knew === null
          ? t("dutyEvidence.judge.knewHidden", { edition: format.day(edition) })
          : t("dutyEvidence.judge.knew", {
              count: knew,
              formatted: format.count(knew),
              edition: format.day(edition),
            })}{" "}
        {replacedAt && t("dutyEvidence.judge.replaced", { when: format.minute(replacedAt) })}
        {takenBack &&
          t("dutyEvidence.judge.takenBack", {
            name: takenBack.who,
            when: format.minute(takenBack.at),
            reason: takenBack.reason,
          })}
      </p>
    </div>
  );
}

function JudgeForm({ view, typed }: { view: CommitmentView; typed: Typed | null }) {
  const { t } = useTranslation();
  const { judged } = view;
  return (
    <details open={typed !== null || judged === null} className="no-print mt-3 border-t border-line pt-3">
      <summary className="py-1 font-semibold text-accent">
        {t(judged ? "dutyEvidence.judge.again" : "dutyEvidence.judge.new")}
      </summary>
      <Form method="post" className="mt-2 max-w-2xl space-y-3">
        <input type="hidden" name="intent" value="judge" />
        <input type="hidden" name="replaces" value={judged?.id ?? ""} />
        <label className="block">
          <span className="block font-semibold">{t("dutyEvidence.judge.word")}</span>
          <select name="judgement" required defaultValue={typed?.judgement ?? ""} className="input">
            <option value="">{t("dutyEvidence.judge.choose")}</option>
            {JUDGEMENT_WORDS.map((word) => (
              <option key={word} value={word}>
                {t(judgementKey[word])}
              </option>
            ))}
          </select>
        </label>
        <AreaField
          name="reason"
          label={t("dutyEvidence.judge.reason")}
          hint={t("dutyEvidence.judge.reasonHint")}
          values={typed ? { reason: typed.reason } : {}}
        />
        <button className="button" data-kind="primary">
          {t("dutyEvidence.judge.save")}
        </button>
      </Form>
    </details>
  );
}

function TakeBack({ of, typed }: { of: string; typed: Typed | null }) {
  const { t } = useTranslation();
  return (
    <details open={typed !== null} className="no-print mt-3 border-t border-line pt-3">
      <summary className="py-1 font-semibold text-accent">{t("dutyEvidence.judge.takeBack")}</summary>
      <Form method="post" className="mt-2 max-w-2xl space-y-3">
        <input type="hidden" name="intent" value="take-back" />
        <input type="hidden" name="of" value={of} />
        <AreaField
          name="reason"
          label={t("dutyEvidence.judge.takeBackWhy")}
          values={typed ? { reason: typed.reason } : {}}
        />
        <button className="button">{t("dutyEvidence.judge.takeBackSave")}</button>
      </Form>
    </details>
  );
}
