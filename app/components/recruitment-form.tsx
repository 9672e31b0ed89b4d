import { Form, useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { PROTECTED_SOURCES } from "../recruitment/protected-sources";
import { protectedSourceKey } from "../i18n/recruitment-keys";
import type { GapView } from "../lib/recruitment-gap.server";
import type { TriedView } from "../lib/recruitment-page.server";
import type { Rate } from "../recruitment/money";
import type { Standing } from "../services/readings/try-answers";
import { useHydrated } from "./hydrated";
import { Notice } from "./notice";
import { Section } from "./page";
import { COUNTRIES_ID, CURRENCIES_ID, FormContext, SelectField, TextField, type FormState } from "./recruitment-fields";
import { CostGap } from "./recruitment-gap";
import { CoreQuestions, FurtherQuestions } from "./recruitment-questions";
import { ExchangeRates } from "./recruitment-rates";
import { ResultPanel } from "./recruitment-result";

interface Props extends Omit<FormState, "tried"> {
  /** Its slug. */
  readonly workspace: string;
  readonly isProtected: boolean;
  readonly standing: Standing;
  readonly gap: GapView;
  /** From a form that was sent without script. */
  readonly sent: TriedView | null;
  readonly rates: Readonly<Record<string, Rate>>;
  readonly currencies: readonly string[];
  readonly countries: readonly string[];
  /** ISO date. */
  readonly today: string;
}

const TYPING_MS = 300;
interface Answer {
  readonly tried: TriedView | null;
}

/** The answers that are being entered, tried on the server a moment after typing stops; nothing is kept by it. */
function useTried(sent: TriedView | null) {
  const { submit, data, state } = useFetcher<Answer>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<HTMLFormElement | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = useCallback(
    (form: HTMLFormElement) => {
      const entered = new FormData(form);
      entered.set("intent", "try");
      submit(entered, { method: "post" });
    },
    [submit],
  );
  const isBusy = useRef(false);
  // One at a time: what was typed meanwhile is tried when the answer is there.
  useEffect(() => {
    isBusy.current = state !== "idle";
    if (state !== "idle" || waiting.current === null) return;
    const form = waiting.current;
    waiting.current = null;
    send(form);
  }, [state, send]);
  const tryForm = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (isBusy.current) waiting.current = form;
      else send(form);
    }, TYPING_MS);
  };
  /** What is saved is not tried any more. */
  const stop = () => {
    clearTimeout(timer.current);
    waiting.current = null;
  };
  return { tryForm, stop, tried: data?.tried ?? sent, isWaiting: state !== "idle" };
}

/** Every currency that the fields of a form name, but for US dollars. */
const currenciesOf = (form: HTMLFormElement): string[] => [
  ...new Set(
    [...form.querySelectorAll<HTMLInputElement>("input[data-currency]")]
      .map(({ value }) => value.trim().toUpperCase())
      .filter((code) => /^[A-Z]{3}$/u.test(code) && code !== "USD"),
  ),
];

/** What a supplier answered: five questions first, and at once what each answer does to the result. */
export function RecruitmentForm({
  workspace,
  isProtected,
  standing,
  gap,
  sent,
  rates,
  currencies,
  countries,
  today,
  ...state
}: Props) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const { tryForm, stop, tried, isWaiting } = useTried(sent);
  const { values, faults } = state;
  const filled = useMemo(
    () => [
      ...new Set(
        Object.entries(values).flatMap(([name, value]) =>
          (name.startsWith("currency.") || /^rate\.\d\.currency$/u.test(name)) && value !== "" && value !== "USD"
            ? [value.toUpperCase()]
            : [],
        ),
      ),
    ],
    [values],
  );
  const [inUse, setInUse] = useState<readonly string[]>(filled);
  const change = (event: FormEvent<HTMLFormElement>) => {
    const named = currenciesOf(event.currentTarget);
    setInUse((before) => (before.join() === named.join() ? before : named));
    tryForm(event.currentTarget);
  };
  const isFurther = Object.keys({ ...values, ...faults }).some((name) => FURTHER.test(name));
  return (
    <FormContext.Provider value={{ ...state, tried }}>
      <Form
        method="post"
        onChange={change}
        onSubmit={stop}
        preventScrollReset
        className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]"
      >
        <input type="hidden" name="mode" value={isProtected ? "protected" : "open"} />
        <div className="min-w-0 space-y-4">
          {Object.keys(faults).length > 0 && <Notice kind="problem">{t("recruitment.form.title")}</Notice>}
          <Section id="who" title={t("recruitment.common.title")}>
            <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
              <TextField
                name="source"
                label={t("recruitment.common.source")}
                hint={t("recruitment.common.sourceHint")}
              />
              <TextField
                name="on"
                type="date"
                max={today}
                label={t("recruitment.common.on")}
                hint={t("recruitment.common.onHint")}
              />
              {isProtected && (
                <SelectField
                  name="protectedSource"
                  label={t("recruitment.common.protectedSource")}
                  options={PROTECTED_SOURCES.map((one) => [one, t(protectedSourceKey[one])])}
                />
              )}
            </div>
          </Section>
          <Section id="core" title={t("recruitment.core")}>
            <div className="space-y-5">
              <CoreQuestions />
            </div>
          </Section>
          {(inUse.length > 0 || !hydrated) && <ExchangeRates inUse={inUse} rates={rates} today={today} />}
          <details className="card p-4 sm:p-5" open={isFurther}>
            <summary className="font-semibold">
              <h2 className="inline">{t("recruitment.further")}</h2>
              <span className="block text-sm font-normal text-soft">{t("recruitment.furtherNote")}</span>
            </summary>
            <div className="mt-4 space-y-5">
              <FurtherQuestions />
            </div>
          </details>
        </div>
        <div className="min-w-0 space-y-4 lg:sticky lg:top-4">
          <ResultPanel standing={standing} tried={tried} isWaiting={isWaiting} isProtected={isProtected} />
          <div className="flex flex-wrap gap-2">
            <button className="button flex-1" data-kind="primary" name="intent" value="save">
              {t("recruitment.save")}
            </button>
            {!hydrated && (
              <button className="button" name="intent" value="try">
                {t("recruitment.result.tryIt")}
              </button>
            )}
          </div>
          <CostGap
            workspace={workspace}
            gap={tried?.gap ?? gap}
            use={isProtected ? "no" : tried && tried.steps.length > 0 ? "after-saving" : "now"}
          />
        </div>
        <datalist id={CURRENCIES_ID}>
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </datalist>
        <datalist id={COUNTRIES_ID}>
          {countries.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      </Form>
    </FormContext.Provider>
  );
}

/** Names of fields that stand under "More". */
const FURTHER =
  /^(?:corridorCost|monthlyContract|feesPaid|feePer|group\.|remediation|employerPaysPolicy|contractIn|wagesWithheld|depositsHeld|freedomToLeave|grievance|workers$|\w+Share$|currency\.(?:corridor|monthly|feePer|groups))/u;
