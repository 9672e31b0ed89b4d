import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { proofKey, protectedSourceKey } from "../i18n/recruitment-keys";
import type { AnswersEvent as Event } from "../services/readings/answers-story.server";
import { answerName, answerText } from "./recruitment-answer";

/** Answers that were recorded, taken back or released, in the history of a supplier. */
export function AnswersEvent({ event }: { event: Event }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (event.kind === "answers-released")
    return (
      <>
        <p>
          {t("recruitment.history.releasedOf", {
            size: format.count(event.groupSize),
            day: format.day(event.assessedOn),
          })}
        </p>
        {event.assessment !== "" && (
          <p className="break-words text-soft">
            {t("recruitment.history.assessment", { who: event.assessedBy, text: event.assessment })}
          </p>
        )}
      </>
    );
  const { answers, source, protectedSource } = event;
  return (
    <>
      <p>
        {t(event.kind === "answered" ? "recruitment.history.answered" : "recruitment.history.answersUndone")}{" "}
        {protectedSource && (
          <span className="text-soft">
            {t("recruitment.history.protected")}, {t(protectedSourceKey[protectedSource])}
          </span>
        )}
      </p>
      <ul className="list-disc ps-5 text-sm">
        {answers.map((one) => (
          <li key={one.what} className="break-words">
            <span className="text-soft">{answerName(t, one.what)}:</span> {answerText(t, format, one)}{" "}
            <span className="text-soft">({t(proofKey[one.proof])})</span>
          </li>
        ))}
      </ul>
      {source !== "" && <p className="text-sm break-words text-soft">{t("recruitment.history.source", { source })}</p>}
    </>
  );
}
