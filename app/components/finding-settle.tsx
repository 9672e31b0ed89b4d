import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  accessClassKey,
  findingStatusKey,
  protectedSettlementKey,
  replyStateKey,
  settledSignKey,
  settlementKey,
} from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import type { FindingPage } from "../lib/finding-page.server";
import { INVOLUNTARY_SIGNS, THREAT_SIGNS } from "../recruitment/settled-signs";
import { SettledSigns } from "./finding-effect";
import { AreaField, ChoiceField, LineField, type Typed } from "./finding-fields";
import { Section } from "./page";

interface Props {
  readonly page: FindingPage;
  readonly values: Typed;
}

/** What was typed, where it was this form that came back. */
const own = (values: Typed, intent: string): Typed => (values["intent"] === intent ? values : {});

/** From which day it is so: today, where nothing else was typed. */
const DayField = ({ label, today, values }: { label: string; today: string; values: Typed }) => (
  <LineField name="on" type="date" max={today} fallback={today} label={label} values={values} />
);

function Decision({
  page,
  intent,
  label,
  primary = false,
  children,
}: {
  page: FindingPage;
  intent: string;
  label: string;
  primary?: boolean;
  children?: React.ReactNode;
}) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="space-y-3" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={page.version} />
      {page.isProtected && <input type="hidden" name="held" value="yes" />}
      {children}
      <button className="button" data-kind={primary ? "primary" : undefined} disabled={isBusy}>
        {label}
      </button>
    </Form>
  );
}

function Fold({ title, open, children }: { title: string; open: boolean; children: React.ReactNode }) {
  return (
    <details open={open} className="mt-3 border-t border-line pt-3 first:border-t-0">
      <summary className="py-1 font-semibold text-accent">{title}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}

/** Was the supplier heard? Asked, answered, or why it is not asked. */
export function FindingReply({ page, values }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reply, replyBy, may, today, heldSince } = page;
  const isHeld = heldSince !== null;
  const said = page.steps.findLast(({ kind }) => kind === "reply");
  return (
    <Section id="reply" title={t("findings.reply.title")}>
      <p>{t(replyStateKey[reply], { day: replyBy ? format.day(replyBy) : "" })}</p>
      {said && (
        <blockquote className="mt-2 border-s-2 border-line-strong ps-3 break-words whitespace-pre-wrap">
          {said.text}
          <span className="block text-sm text-soft">{format.day(said.validOn)}</span>
        </blockquote>
      )}
      {may.ask && !isHeld && (
        <Fold title={t("findings.reply.ask")} open={values["intent"] === "ask"}>
          <Decision page={page} intent="ask" label={t("findings.reply.save")}>
            <AreaField name="text" label={t("findings.reply.askText")} values={own(values, "ask")} />
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              <DayField label={t("findings.reply.on")} today={today} values={own(values, "ask")} />
              <LineField name="answerBy" type="date" label={t("findings.reply.answerBy")} values={own(values, "ask")} />
            </div>
          </Decision>
        </Fold>
      )}
      {may.ask && (
        <Fold title={t("findings.reply.record")} open={values["intent"] === "reply"}>
          <Decision page={page} intent="reply" label={t("findings.reply.save")}>
            <AreaField name="text" label={t("findings.reply.text")} values={own(values, "reply")} />
            <DayField label={t("findings.reply.on")} today={today} values={own(values, "reply")} />
          </Decision>
        </Fold>
      )}
      {may.ask && isHeld && reply !== "not-asked" && (
        <Fold title={t("findings.reply.doNotAsk")} open={values["intent"] === "do-not-ask"}>
          <Decision page={page} intent="do-not-ask" label={t("findings.reply.save")}>
            <AreaField name="reason" label={t("findings.reply.why")} values={own(values, "do-not-ask")} />
            <DayField label={t("findings.reply.on")} today={today} values={own(values, "do-not-ask")} />
          </Decision>
        </Fold>
      )}
    </Section>
  );
}

/** Propose, agree or refuse; begin a review. */
export function FindingSettle({ page, values }: Props) {
  const { t } = useTranslation();
  const { may, status, today } = page;
  if (!may.review && may.settle.length === 0 && !may.decide) return null;
  const options = may.settle.filter((to) => to !== "substantiated" || may.substantiate);
  const note = may.decide ? undefined : t(may.alone ? "findings.settle.alone" : "findings.settle.note");
  return (
    <Section id="settle" title={t("findings.settle.title")} note={may.settle.length > 0 ? note : undefined}>
      {may.decide && <Waiting page={page} values={values} />}
      {may.settle.length > 0 && (
        <>
          {may.settle.includes("substantiated") && !may.substantiate && (
            <p className="mb-3 rounded-md bg-note-wash p-3 text-sm">{t("findings.settle.unheard")}</p>
          )}
          <Decision
            page={page}
            intent="settle"
            primary
            label={t(may.alone ? "findings.settle.doAlone" : "findings.settle.do")}
          >
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              <ChoiceField
                name="to"
                label={t("findings.settle.to")}
                values={own(values, "settle")}
                empty={t("findings.new.notChosen")}
                options={options.map((to) => [to, t((page.isProtected ? protectedSettlementKey : settlementKey)[to])])}
              />
              <DayField label={t("findings.settle.on")} today={today} values={own(values, "settle")} />
            </div>
            <AreaField
              name="reason"
              label={t("findings.settle.reason")}
              hint={t(page.isProtected ? "inConfidence.settle.reasonHint" : "findings.settle.reasonHint")}
              values={own(values, "settle")}
            />
            {page.isProtected && options.includes("substantiated") && <PairFields values={own(values, "settle")} />}
          </Decision>
        </>
      )}
      {may.review && (
        <Fold
          title={t(status === "alleged" ? "findings.settle.review" : "findings.settle.back")}
          open={values["intent"] === "review"}
        >
          <Decision page={page} intent="review" label={t("findings.change.save")}>
            <input type="hidden" name="to" value={status === "alleged" ? "under-review" : "alleged"} />
            <AreaField name="reason" label={t("findings.settle.reason")} values={own(values, "review")} />
            <DayField label={t("findings.settle.on")} today={today} values={own(values, "review")} />
          </Decision>
        </Fold>
      )}
    </Section>
  );
}

/** Signs of both sides of the ICLS guidelines, for who substantiates what was told in confidence. */
function PairFields({ values }: { values: Typed }) {
  const { t } = useTranslation();
  const chosen = Array.isArray(values["signs"]) ? values["signs"] : [];
  const sides = [
    { name: t("inConfidence.settle.involuntary"), signs: INVOLUNTARY_SIGNS },
    { name: t("inConfidence.settle.threat"), signs: THREAT_SIGNS },
  ];
  return (
    <Fold title={t("inConfidence.settle.signs")} open={chosen.length > 0}>
      <p className="prose-width mb-3 text-sm text-soft">{t("inConfidence.settle.signsNote")}</p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {sides.map(({ name, signs }) => (
          <fieldset key={name} className="min-w-0">
            <legend className="font-semibold">{name}</legend>
            {signs.map((sign) => (
              <label key={sign} className="flex items-start gap-2 py-1 text-[0.9375rem]">
                <input
                  type="checkbox"
                  name="signs"
                  value={sign}
                  defaultChecked={chosen.includes(sign)}
                  className="mt-1"
                />
                {t(settledSignKey[sign])}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Fold>
  );
}

function Waiting({ page, values }: Props) {
  const { t } = useTranslation();
  const step = page.steps.find(({ isWaiting }) => isWaiting);
  if (!step) return null;
  const closed = (page.isProtected ? protectedSettlementKey : settlementKey).closed;
  const what = t(step.status ? findingStatusKey[step.status] : closed);
  return (
    <div className="space-y-4">
      <p className="font-semibold">
        {t("findings.settle.waiting", { who: step.who ?? t("findings.page.nobody"), what })}
      </p>
      <blockquote className="border-s-2 border-line-strong ps-3 break-words whitespace-pre-wrap">
        {step.text}
      </blockquote>
      <SettledSigns signs={step.signs} />
      {page.may.isOwnProposal ? (
        <p className="text-soft">{t("findings.settle.own")}</p>
      ) : (
        <Decision page={page} intent="confirm" primary label={t("findings.settle.agree")} />
      )}
      <div className="border-t border-line pt-3">
        <Decision
          page={page}
          intent="refuse"
          label={t(page.may.isOwnProposal ? "findings.settle.takeItBack" : "findings.settle.refuse")}
        >
          <AreaField name="reason" label={t("findings.settle.reason")} values={own(values, "refuse")} rows={2} />
        </Decision>
      </div>
    </div>
  );
}

/** What is done seldom: another class, a release at group level, the taking back of a mistake. */
export function FindingMore({ page, values }: Props) {
  const { t } = useTranslation();
  const { may, accessClass, today } = page;
  const others = (Object.keys(accessClassKey) as (keyof typeof accessClassKey)[]).filter((one) => one !== accessClass);
  if (!may.write && !may.release) return null;
  return (
    <div className="card px-4 pb-4 sm:px-5">
      {may.write && accessClass && (
        <Fold title={t("findings.change.class")} open={values["intent"] === "class"}>
          <Decision page={page} intent="class" label={t("findings.change.save")}>
            <ChoiceField
              name="to"
              label={t("findings.new.class")}
              hint={t("findings.new.classHint")}
              values={own(values, "class")}
              options={others.map((one) => [one, t(accessClassKey[one])])}
            />
            <AreaField name="reason" label={t("findings.settle.reason")} values={own(values, "class")} rows={2} />
          </Decision>
        </Fold>
      )}
      {may.release && (
        <Fold title={t("findings.change.release")} open={values["intent"] === "release"}>
          <p className="prose-width mb-3 text-sm">{t("findings.change.releaseNote")}</p>
          <Decision page={page} intent="release" label={t("findings.change.doRelease")}>
            <AreaField name="summary" label={t("findings.change.releaseText")} values={own(values, "release")} />
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
              <LineField
                name="assessedBy"
                label={t("recruitment.protected.assessedBy")}
                values={own(values, "release")}
              />
              <LineField
                name="assessedOn"
                type="date"
                max={today}
                label={t("recruitment.protected.assessedOn")}
                values={own(values, "release")}
              />
              <LineField
                name="groupSize"
                type="number"
                min="1"
                label={t("recruitment.protected.groupSize")}
                values={own(values, "release")}
              />
            </div>
            <AreaField
              name="assessment"
              label={t("recruitment.protected.assessment")}
              values={own(values, "release")}
              rows={4}
            />
          </Decision>
        </Fold>
      )}
      {may.takeBack && (
        <Fold title={t("findings.change.takeBack")} open={values["intent"] === "take-back"}>
          <p className="prose-width mb-3 text-sm text-soft">{t("findings.change.takeBackNote")}</p>
          <Decision page={page} intent="take-back" label={t("findings.change.doTakeBack")}>
            <AreaField name="reason" label={t("findings.settle.reason")} values={own(values, "take-back")} rows={2} />
          </Decision>
        </Fold>
      )}
    </div>
  );
}
