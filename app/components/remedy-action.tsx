import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { actionStateKey, moveToKey, resultKey, stepKey } from "../i18n/remedy-keys";
import { Section } from "./page";
import { useSameDay } from "./trail-day";
import { Choice, TextArea, TextInput, useOptions } from "./remedy-fields";

type State = keyof typeof actionStateKey;
type StepKind = keyof typeof stepKey;

export interface StepView {
  readonly id: string;
  readonly kind: StepKind;
  readonly on: string;
  readonly result: string | null;
  readonly text: string;
  readonly who: string | null;
}

interface NextProps {
  readonly state: State;
  readonly version: number;
  readonly ways: readonly State[];
  readonly today: string;
  /** Null: the reader may not write. */
  readonly verifies: "may" | "alone" | "other" | null;
}

/** What happens next: where the action can go, and the second person's look at what is done. */
export function NextOfAction({ state, version, ways, today, verifies }: NextProps) {
  const { t } = useTranslation();
  const isOpen = state === "planned" || state === "under-way";
  return (
    <Section id="next" title={t("remedy.action.next")}>
      <div className="space-y-5">
        {state === "done" && verifies === "other" && <p>{t("remedy.action.waitsForOther")}</p>}
        {state === "done" && (verifies === "may" || verifies === "alone") && (
          <Form method="post" className="space-y-3">
            <input type="hidden" name="version" value={version} />
            <p className="text-sm text-soft">
              {t("remedy.action.verifyNote")} {verifies === "alone" && t("remedy.action.alone")}
            </p>
            <TextArea name="how" label={t("remedy.action.how")} maxLength={1000} />
            <button className="button" data-kind="primary" name="intent" value="verify">
              {t("remedy.action.verify")}
            </button>
          </Form>
        )}
        <Form method="post" className="space-y-3">
          <input type="hidden" name="version" value={version} />
          <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <TextInput name="on" type="date" max={today} label={t("remedy.action.on")} />
            <TextArea name="text" label={t("remedy.action.reason")} rows={2} />
          </div>
          <input type="hidden" name="intent" value="move" />
          <div className="flex flex-wrap gap-2">
            {ways.map((to, at) => (
              <button
                key={to}
                className="button"
                data-kind={at === 0 && isOpen ? "primary" : undefined}
                name="to"
                value={to}
              >
                {t(to === "under-way" && state !== "planned" ? "remedy.moveTo.again" : moveToKey[to])}
              </button>
            ))}
          </div>
        </Form>
      </div>
    </Section>
  );
}

const NOTED = ["escalation", "re-check", "reprisal-3", "reprisal-12", "note"] as const;

/** Everything that was done, the newest last, and a step to note. */
export function StepsOfAction({
  steps,
  canWrite,
  today,
}: {
  steps: readonly StepView[];
  canWrite: boolean;
  today: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const options = useOptions();
  const resultOf = ({ kind, result }: StepView) =>
    result === null ? null : kind === "state" ? t(actionStateKey[result as State]) : t(resultKey[result as "held"]);
  return (
    <Section id="log" title={t("remedy.action.log")}>
      {steps.length === 0 && <p className="text-soft">{t("remedy.action.noSteps")}</p>}
      <ol className="space-y-3 border-s-2 border-line ps-4">
        {steps.map((step) => (
          <li key={step.id} className="text-[0.9375rem]">
            <p className="text-sm text-soft">
              {format.day(step.on)}
              {step.who !== null && ` · ${step.who}`}
            </p>
            <p className="break-words whitespace-pre-line">
              <strong className="font-semibold">
                {t(stepKey[step.kind])}
                {step.result !== null && `: ${resultOf(step)}`}
              </strong>{" "}
              {step.text}
            </p>
            {step.result === "signs" && <p className="text-sm font-semibold">{t("remedy.action.signs")}</p>}
          </li>
        ))}
      </ol>
      {canWrite && (
        <details className="no-print mt-4">
          <summary className="font-semibold text-accent">{t("remedy.action.addStep")}</summary>
          <Form method="post" className="mt-3 grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
            <Choice
              name="kind"
              label={t("remedy.action.kind")}
              options={NOTED.map((kind) => [kind, t(stepKey[kind])] as const)}
            />
            <Choice
              name="result"
              label={t("remedy.action.result")}
              hint={t("remedy.action.resultHint")}
              options={options(resultKey)}
              blank="–"
            />
            <TextInput name="stepOn" type="date" max={today} label={t("remedy.action.on")} />
            <TextArea name="stepText" label={t("remedy.action.text")} rows={2} wide />
            <div>
              <button className="button" name="intent" value="note">
                {t("remedy.action.addStep")}
              </button>
            </div>
          </Form>
        </details>
      )}
    </Section>
  );
}

/** Where an action or a repayment belongs, above its title. */
export function OfSupplier({ to, name, followUp }: { to: string; name: string; followUp: string }) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  return (
    <>
      <Link to={sameDay(followUp)}>{t("remedy.nav")}</Link> · <Link to={sameDay(to)}>{name}</Link>
    </>
  );
}
