/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainField } from "./plain-field";

interface ShownStep {
  readonly since: Date | string | null;
  readonly codesLeft: number;
  readonly begun: {
    readonly letters: string;
    readonly picture: { readonly size: number; readonly path: string };
  } | null;
}

/** The second step of a sign-in: off, begun, or on. */
export function MySecondStep({
  step,
  codes,
  problem,
}: {
  step: ShownStep;
  /** Just made: shown this once. */
  codes: readonly string[] | null;
  problem: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { since, begun, codesLeft } = step;
  return (
    <Section id="step" title={t("mine.step.title")}>
      <div className="space-y-4">
        {problem && <Notice kind="problem">{problem}</Notice>}
        {codes && <Codes codes={codes} />}
        {since !== null && (
          <>
            <p>{t("mine.step.on", { when: format.day(since), left: format.count(codesLeft) })}</p>
            <details>
              <summary className="button" data-size="small">
                {t("mine.step.change")}
              </summary>
              <Form method="post" reloadDocument className="mt-4 max-w-md space-y-4">
                <PlainField
                  label={t("mine.step.password")}
                  type="password"
                  name="password"
                  autoComplete="current-password"
                  required
                />
                <CodeField label={t("mine.step.codeOrRecovery")} />
                <div className="flex flex-wrap gap-2">
                  <button name="intent" value="step-codes" className="button">
                    {t("mine.step.newCodes")}
                  </button>
                  <button name="intent" value="step-off" className="button">
                    {t("mine.step.turnOff")}
                  </button>
                </div>
              </Form>
            </details>
          </>
        )}
        {since === null && begun && <Begun begun={begun} />}
        {since === null && !begun && (
          <Form method="post" reloadDocument className="max-w-md space-y-4">
            <p className="text-soft">{t("mine.step.off")}</p>
            <input type="hidden" name="intent" value="step-begin" />
            <PlainField
              label={t("mine.step.password")}
              type="password"
              name="password"
              autoComplete="current-password"
              required
            />
            <button className="button">{t("mine.step.begin")}</button>
          </Form>
        )}
      </div>
    </Section>
  );
}

const CodeField = ({ label }: { label: string }) => (
  <PlainField
    label={label}
    name="code"
    autoComplete="one-time-code"
    autoCapitalize="none"
    spellCheck={false}
    maxLength={40}
    required
  />
);

function Begun({ begun: { letters, picture } }: { begun: NonNullable<ShownStep["begun"]> }) {
  const { t } = useTranslation();
  return (
    <Form method="post" reloadDocument className="max-w-md space-y-4">
      <p>{t("mine.step.scan")}</p>
      <svg
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        role="img"
        aria-label={t("mine.step.picture")}
        className="size-48 rounded border border-line-strong"
        shapeRendering="crispEdges"
      >
        <rect width={picture.size} height={picture.size} fill="#fff" />
        <path d={picture.path} fill="#000" />
      </svg>
      <div>
        <p className="font-semibold">{t("mine.step.letters")}</p>
        <p className="font-mono break-words">{letters}</p>
      </div>
      <input type="hidden" name="intent" value="step-confirm" />
      <CodeField label={t("mine.step.code")} />
      <button className="button" data-kind="primary">
        {t("mine.step.confirm")}
      </button>
    </Form>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <output className="block">
      <Notice kind="note" title={t("mine.step.codesTitle")} wide>
        <p>{t("mine.step.codesText")}</p>
        <ul className="mt-2 grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Notice>
    </output>
  );
}
