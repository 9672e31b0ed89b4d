import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";
import { guideSteps, type GuideFacts, type GuideStepId } from "../lib/guide";
import { paths } from "../lib/paths";

/** An upload that waits for the reader: its columns, or its publication. */
export interface WaitingList {
  readonly id: string;
  readonly state: "mapping" | "preview";
}

interface GuideProps {
  readonly workspace: string;
  readonly facts: GuideFacts;
  readonly waiting: WaitingList | null;
  readonly isDemo: boolean;
  /** Where every step is still to come and the page itself is the first one. */
  readonly plain?: boolean;
}

const texts = {
  list: ["shell.guide.list.title", "shell.guide.list.text", "shell.guide.list.done"],
  understand: ["shell.guide.understand.title", "shell.guide.understand.text", "shell.guide.understand.done"],
  plan: ["shell.guide.plan.title", "shell.guide.plan.text", "shell.guide.plan.done"],
} as const satisfies Readonly<Record<GuideStepId, readonly [title: Key, text: Key, done: Key]>>;

const waitingKey = {
  mapping: "shell.guide.list.mapping",
  preview: "shell.guide.list.preview",
} as const satisfies Readonly<Record<WaitingList["state"], Key>>;

/** What to press next, as the workspace stands. */
function actOf({ workspace, facts, waiting }: GuideProps, id: GuideStepId): readonly [to: string, label: Key] | null {
  if (id === "list")
    return waiting
      ? [paths.import(workspace, waiting.id), waitingKey[waiting.state]]
      : [paths.newImport(workspace), "shell.guide.list.act"];
  if (!facts.hasList) return null;
  if (id === "understand") return [paths.understand(workspace), "shell.guide.understand.act"];
  return [paths.plan(workspace), facts.plan === "draft" ? "shell.guide.plan.open" : "shell.guide.plan.act"];
}

/** The three steps to a plan. What is done is ticked off by the workspace itself. */
export function GuideSteps(props: GuideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts, plain = false } = props;
  return (
    <ol className={`grid gap-5 ${plain ? "" : "lg:grid-cols-3 lg:gap-8"}`}>
      {guideSteps(facts).map(({ id, state }, at) => {
        const [title, text, done] = texts[id];
        const act = plain || state === "done" ? null : actOf(props, id);
        return (
          <li
            key={id}
            data-step={state}
            aria-current={state === "now" && !plain ? "step" : undefined}
            className="flex gap-3"
          >
            <span className="guide-mark" aria-hidden="true">
              {format.count(at + 1)}
            </span>
            <div className="min-w-0">
              <h3>
                {t(title)}{" "}
                {!plain && state !== "later" && (
                  <span className={`tag ${state === "now" ? "bg-accent-wash text-accent" : "bg-sunken text-soft"}`}>
                    {t(state === "done" ? "shell.guide.done" : "shell.guide.now")}
                  </span>
                )}
              </h3>
              <p className={`mt-1 text-[0.9375rem] text-soft ${state === "done" ? "max-lg:hidden" : ""}`}>
                {t(state === "done" ? done : text)}{" "}
                {id === "understand" && state !== "done" && facts.open !== null && (
                  <strong className="font-semibold text-ink">
                    {t("shell.guide.understand.open", { share: format.percent(facts.open) })}
                  </strong>
                )}
                {id === "plan" && state !== "done" && facts.plan === "draft" && (
                  <strong className="font-semibold text-ink">{t("shell.guide.plan.draft")}</strong>
                )}
              </p>
              {act && (
                <p className="mt-2">
                  <Link
                    to={act[0]}
                    className="button"
                    data-size="small"
                    // Where no plan is drawn up yet, the question stands below the guide with its own button.
                    data-kind={state === "now" && !(id === "plan" && facts.plan === "none") ? "primary" : undefined}
                  >
                    {t(act[1])}
                  </Link>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The guide on the overview, until it is put away. */
export function Guide(props: GuideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, facts, isDemo } = props;
  const steps = guideSteps(facts);
  const done = steps.filter(({ state }) => state === "done").length;
  const allDone = done === steps.length;
  return (
    <section aria-labelledby="guide" className={`card no-print px-4 sm:px-5 ${allDone ? "py-2.5" : "py-4 sm:py-5"}`}>
      <div className={`flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 ${allDone ? "" : "mb-4"}`}>
        <h2 id="guide" className={allDone ? "sr-only" : undefined}>
          {t("shell.guide.title")}{" "}
          <span className="inline-block text-sm font-normal text-soft">
            {t("shell.guide.progress", { done: format.count(done), of: format.count(steps.length) })}
          </span>
        </h2>
        {allDone && <p>{t("shell.guide.allDone")}</p>}
        <Form method="post" action={paths.guide(workspace)} className="-mx-2.5">
          <button className="button" data-kind="quiet" data-size="small" name="guide" value="hide">
            {t("shell.guide.hide")}
          </button>
        </Form>
      </div>
      {!allDone && <GuideSteps {...props} />}
      {isDemo && (
        <p className="mt-4 text-sm text-soft">
          {t("shell.guide.demo")} <Link to={`${paths.workspaces()}?all=1`}>{t("shell.guide.demoOwn")}</Link>
        </p>
      )}
    </section>
  );
}
