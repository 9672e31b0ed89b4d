import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { findAction } from "../../db/queries/remedy";
import { Notice } from "../components/notice";
import { PageHead, Section } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { OfSupplier } from "../components/remedy-action";
import { Facts, FormTrouble, RemedyFormContext } from "../components/remedy-fields";
import { GroupFields } from "../components/remedy-group-form";
import { EnterForms, LedgerTable, OwedOfGroup, StandingOfGroup, WorkerCount } from "../components/remedy-ledger";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { countriesIn, countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { bearerKey, ledgerStateKey } from "../i18n/remedy-keys";
import { CURRENCY_CODES } from "../imports/currencies";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { notThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { readEntryForm, readGroupForm, typedIn } from "../lib/remedy-form.server";
import { groupValues, groupView } from "../lib/remedy-page.server";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { corridorFigures } from "../services/remedy/corridor-median.server";
import { countGroup } from "../services/remedy/count-group.server";
import { enterRepayment } from "../services/remedy/enter-repayment.server";
import { repaymentLinesThen } from "../services/remedy/follow-up-then.server";
import { repaymentLines, seesSmallGroups } from "../services/remedy/follow-up-view.server";
import { groupRecord } from "../services/remedy/group-record.server";
import { withdrawEntry } from "../services/remedy/withdraw-entry.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

/** The group as this reader may see it. @param day a past day; null: as it stands. @throws 404, or a redirect as `notThen`. */
async function shownGroup(scope: Awaited<ReturnType<typeof requireScope>>, id: string, day: string | null = null) {
  const db = await getDb();
  const { supplierNo } = await groupRecord(db, scope, id).catch(orNotFound);
  const then = day === null ? null : await repaymentLinesThen(db, scope, day, id);
  if (then && day !== null && !then.lines[0]) notThen(paths.repayment(scope.workspaceSlug, id), day, then.untold > 0);
  const lines = then?.lines ?? (await repaymentLines(db, scope, dayOf(new Date()), [supplierNo]));
  const line = lines.find(({ group }) => group.id === id);
  if (!line) throw notFound();
  return { line, view: groupView(line, seesSmallGroups(scope)) };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "repayment:read");
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const { line, view } = await shownGroup(scope, params["groupId"] ?? "", day);
  const language = requestLanguage(request);
  const db = await getDb();
  const figures = await corridorFigures(db, scope, view);
  return {
    title: pageTitle(request, { subject: view.label }),
    workspace: scope.workspaceSlug,
    group: view,
    action: view.actionId === null ? null : ((await findAction(db, scope, view.actionId))?.title ?? null),
    figures: figures.map(({ amount, ...figure }) => ({ ...figure, amount: String(amount) })),
    day,
    today,
    canWrite: day === null && can(scope.role, "repayment:write"),
    countries: countriesIn(language),
    countryNames: countryNames(language, [view.origin, view.destination]),
    currencies: CURRENCY_CODES,
    values: { ...groupValues(line, view.hidden, language), on: dayOf(new Date()) } as Record<string, string>,
  };
}

const Sent = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("count"), version: z.coerce.number() }),
  z.object({ intent: z.literal("enter") }),
  z.object({ intent: z.literal("withdraw"), entryId: z.string().max(40), withdrawReason: z.string() }),
]);
/** Facts of a group that a blank field keeps when the reader does not see them. */
const KEPT = ["workers", "left", "receipts", "receiptsWorkers", "interviews", "interviewsWorkers", "corridor"] as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = Sent.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const sent = parsed.data;
  const scope = await requireScope(request, params, "repayment:write");
  const [db, groupId, now] = [await getDb(), params["groupId"] ?? "", new Date()];
  const values = typedIn(form);
  const open = sent.intent === "enter" ? (values["kind"] ?? null) : sent.intent;
  const wrong = (faults: ReturnType<typeof readEntryForm>["faults"]) =>
    data({ faults, values, problem: null, open }, { status: 422 });
  try {
    if (sent.intent === "enter") {
      const { facts: entry, faults } = readEntryForm(form);
      if (entry === null) return wrong(faults);
      await enterRepayment(db, scope, { groupId, entry }, now);
    } else if (sent.intent === "withdraw") {
      await withdrawEntry(db, scope, { groupId, entryId: sent.entryId, reason: sent.withdrawReason }, now);
    } else {
      const { view } = await shownGroup(scope, groupId);
      const keep = KEPT.filter((name) => view.hidden.includes(name) && (values[name] ?? "").trim() === "");
      const { facts, faults } = readGroupForm(form, assessorFor(dayOf(now)).resolver, keep.includes("workers"));
      if (facts === null) return wrong(faults);
      await countGroup(db, scope, { id: groupId, version: sent.version, facts, keep });
    }
    throw redirect(paths.repayment(scope.workspaceSlug, groupId), telling(context, "repayment-changed"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    return data({ faults: {}, values, problem, open }, { status: error.status });
  }
}

/** What are they owed, what have they got by their own account, and what do I enter next? */
export default function Repayment() {
  const { t } = useTranslation();
  const { workspace, group, figures, canWrite, countries, currencies, ...loaded } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const open = sent?.open ?? null;
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <RemedyFormContext.Provider value={{ values: { ...loaded.values, ...sent?.values }, faults: sent?.faults ?? {} }}>
        <Head workspace={workspace} group={group} />
        <PastDay day={loaded.day} />
        <div className="space-y-4">
          <FormTrouble problem={sent?.problem ?? null} />
          {group.paidTooMuch && <Notice kind="note">{t("remedy.repayment.moreThanOwed")}</Notice>}
          <StandingOfGroup group={group} />
          <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
            <OwedOfGroup group={group} />
            <WhoTheyAre workspace={workspace} group={group} action={loaded.action} figures={figures} />
          </div>
          <Section id="ledger" title={t("remedy.repayment.ledger")}>
            {group.entries.length > 0 && <LedgerTable group={group} canWrite={canWrite} />}
            {canWrite && (
              <div className="mt-4">
                <EnterForms
                  key={group.entries.length}
                  currency={group.currency}
                  open={open ?? (group.entries.length === 0 ? "payment" : null)}
                />
              </div>
            )}
          </Section>
          {canWrite && (
            <details className="card no-print p-4 sm:p-5" open={open === "count"}>
              <summary className="font-semibold text-accent">{t("remedy.repayment.edit")}</summary>
              <Form method="post" className="mt-4 space-y-5">
                <input type="hidden" name="version" value={group.version} />
                <GroupFields countries={countries} currencies={currencies} hidden={group.hidden} />
                <button className="button" name="intent" value="count">
                  {t("remedy.repayment.edit")}
                </button>
              </Form>
            </details>
          )}
          <RecordTrail kind="repayment" id={group.id} />
          <PastDayForm today={loaded.today} day={loaded.day} />
        </div>
      </RemedyFormContext.Provider>
    </CountryNames.Provider>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Head({ workspace, group }: Pick<Loaded, "workspace" | "group">) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PageHead
      above={
        <OfSupplier
          to={paths.supplier(workspace, group.supplierId)}
          name={group.supplierName}
          followUp={paths.followUp(workspace, "tab=repayments")}
        />
      }
      title={group.label}
      lead={
        <>
          <strong className="inline-block text-ink first-letter:uppercase">{t(ledgerStateKey[group.state])}</strong> ·{" "}
          {t("remedy.repayment.deadline")} {format.day(group.dueOn)}
          {group.overdueDays > 0 && (
            <strong className="text-high">
              {" "}
              · !&nbsp;
              {t("remedy.overdueDays", { count: group.overdueDays, formatted: format.count(group.overdueDays) })}
            </strong>
          )}
        </>
      }
    />
  );
}

function WhoTheyAre({ workspace, group, action, figures }: Pick<Loaded, "workspace" | "group" | "action" | "figures">) {
  const sameDay = useSameDay();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="who" title={t("remedy.repayment.ofWorkers")}>
      <Facts
        facts={[
          [t("remedy.repayment.workers"), <WorkerCount key="workers" count={group.workers} />],
          [t("remedy.repayment.left"), <WorkerCount key="left" count={group.left} />],
          [t("remedy.col.corridor"), `${format.country(group.origin)} → ${format.country(group.destination)}`],
          [t("remedy.repayment.recruiter"), group.recruiter],
          [t("remedy.repayment.borneBy"), t(bearerKey[group.borneBy])],
          [t("remedy.repayment.note"), group.note],
          ...(group.actionId === null
            ? []
            : [[t("remedy.col.action"), <Link key="action" to={sameDay(paths.action(workspace, group.actionId))}>{action ?? t("remedy.action.facts")}</Link>] as const]),
        ]} // prettier-ignore
      />
      <h3 className="mt-4 mb-1 text-sm text-soft">{t("remedy.repayment.known")}</h3>
      {figures.length === 0 && <p className="text-sm">{t("remedy.repayment.knownNone")}</p>}
      <ul className="space-y-1 text-sm">
        {figures.map(({ amount, currency, year, source }, at) => (
          <li key={at}>
            {format.amount(BigInt(amount))} {currency} {year && `(${year})`} <span className="text-soft">{source}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
