import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { actionKindKey, askKey, clauseKey, involveKey, stepKey } from "../i18n/plan-keys";
import { engineKey } from "../i18n/keys";
import { materialQuestion } from "../i18n/material-keys";
import { useFormat } from "../i18n/format";
import type { ActionKind } from "../plan/action-kind";
import { NEXT_STEPS, type AskId, type StepId } from "../plan/next-steps";
import { Section } from "./page";
import { valueText } from "./line-value";
import type { ReasonLine } from "./supplier-reasons";

/** Questions shown before the rest is opened. */
const FIRST = 4;

/** What to ask first, by what the supplier does; then the clause and whom to involve. */
export function AskFirst({
  step,
  how,
  material,
  later,
  isHeld,
  children,
}: {
  step: StepId;
  how: ActionKind;
  /** The good whose origin is asked first; null: none. */
  material: string | null;
  /** Workers are to be protected before the supplier is asked anything. */
  later: boolean;
  /** Somebody may be in danger: nothing is asked now. */
  isHeld: boolean;
  /** What to do with the answers. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { asks: all, clauses, involve } = NEXT_STEPS[step];
  // The question about the one material that matters most stands for the general one.
  const asks: readonly AskId[] =
    material === null || all.slice(0, FIRST).includes("inputs")
      ? all
      : [...all.slice(0, FIRST - 1), "inputs", ...all.slice(FIRST - 1).filter((ask) => ask !== "inputs")];
  const say = (ask: AskId) =>
    ask === "inputs" && material !== null ? (
      <Link to="#materials" className="text-accent underline underline-offset-4">
        {materialQuestion(t, material)}
      </Link>
    ) : (
      t(askKey[ask])
    );
  if (isHeld)
    return (
      <Section id="ask" title={t("supplier.askFirst")}>
        <p className="font-semibold text-high">
          <span aria-hidden="true">! </span>
          {t("danger.stands")}
        </p>
      </Section>
    );
  return (
    <Section
      id="ask"
      title={t("supplier.askFirst")}
      aside={<span className="text-sm text-soft">{t(stepKey[step])}</span>}
    >
      {later && <p className="mb-2 font-semibold">{t("signs.pair.later")}</p>}
      <ol className="list-decimal space-y-1 ps-5 text-[0.9375rem] marker:font-semibold marker:text-soft">
        {asks.slice(0, FIRST).map((ask) => (
          <li key={ask}>{say(ask)}</li>
        ))}
      </ol>
      {children}
      <details className="mt-2 text-[0.9375rem]">
        <summary className="text-sm font-semibold text-accent">{t("supplier.askMore")}</summary>
        {asks.length > FIRST && (
          <ol start={FIRST + 1} className="mt-2 list-decimal space-y-1 ps-5 marker:font-semibold marker:text-soft">
            {asks.slice(FIRST).map((ask) => (
              <li key={ask}>{say(ask)}</li>
            ))}
          </ol>
        )}
        <h3 className="mt-3 mb-1 eyebrow">{t("plan.steps.clause")}</h3>
        <ul className="list-disc space-y-1 ps-5">
          {clauses.map((clause) => (
            <li key={clause}>{t(clauseKey[clause])}</li>
          ))}
        </ul>
        <p className="mt-1 text-sm text-soft">{t("plan.clauseNote")}</p>
        <h3 className="mt-3 mb-1 eyebrow">{t("plan.steps.involve")}</h3>
        <p>{involve.map((who) => t(involveKey[who])).join(t("common.separator"))}</p>
        <h3 className="mt-3 mb-1 eyebrow">{t("plan.how")}</h3>
        <p>{t(actionKindKey[how])}</p>
        <p className="mt-3 text-sm text-soft">{t("plan.steps.workers")}</p>
      </details>
    </Section>
  );
}

/** The reasons that weigh most, each in a line; the whole table stands below. */
export function TopReasons({ lines, scored }: { lines: readonly ReasonLine[]; scored: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      id="top-reasons"
      title={t("supplier.topReasons")}
      aside={
        lines.length > 0 && (
          <Link to="#reasons" className="text-sm text-accent underline underline-offset-4">
            {t("supplier.allReasons")}
          </Link>
        )
      }
    >
      {lines.length === 0 ? (
        <p className="text-soft">{t("plan.noReason")}</p>
      ) : (
        <ol className="space-y-1.5">
          {lines.map((line) => {
            const value = valueText(t, format, line);
            return (
              <li key={line.key} className="flex items-baseline gap-3">
                <span className="figures w-14 shrink-0 text-end font-semibold whitespace-nowrap">
                  {format.points(line.points)}
                  <span className="sr-only"> {t("supplier.points")}</span>
                </span>
                <span className="min-w-0">
                  <span className="font-semibold">{t(engineKey(line.key))}</span>
                  {value !== "" && !line.estimated && <span className="text-sm text-soft"> · {value}</span>}
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {!scored && lines.length > 0 && <p className="mt-2 text-sm text-soft">{t("supplier.topNoScore")}</p>}
    </Section>
  );
}
