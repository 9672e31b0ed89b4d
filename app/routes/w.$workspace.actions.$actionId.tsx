import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Database } from "../../db/database";
import { findFinding } from "../../db/queries/findings";
import { familyOf } from "../../db/queries/merges";
import { actionSteps, type SignedAction } from "../../db/queries/remedy";
import { PageHead, Section } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { ActionFields } from "../components/remedy-action-form";
import { NextOfAction, OfSupplier, StepsOfAction } from "../components/remedy-action";
import { Facts, FormTrouble, RemedyFormContext } from "../components/remedy-fields";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { useFormat } from "../i18n/format";
import { severityKey } from "../i18n/keys";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { actionStateKey, bearerKey, involvementKey, moveKey, practiceKey, stepKey } from "../i18n/remedy-keys";
import { endOfDay, pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { notThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { readActionForm, typedIn } from "../lib/remedy-form.server";
import { actionValues, stepViews } from "../lib/remedy-page.server";
import { notFound, orNotFound, requireScope, type WorkspaceScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { looksAhead } from "../remedy/moves";
import { actionOf } from "../services/remedy/action-record.server";
import { changeAction } from "../services/remedy/change-action.server";
import { actionLinesThen, repaymentLinesThen } from "../services/remedy/follow-up-then.server";
import { lineOfAction, repaymentLines } from "../services/remedy/follow-up-view.server";
import { moveAction, MOVES, NEXT_STATES } from "../services/remedy/move-action.server";
import { noteStep, RESULTS_OF, type NotedKind } from "../services/remedy/note-step.server";
import { followUpMembers } from "../services/remedy/shared.server";
import { isFirstPerson, verifyAction } from "../services/remedy/verify-action.server";
import { isAloneWith } from "../services/accounts/alone.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

async function verifiesAs(scope: WorkspaceScope, action: SignedAction): Promise<"may" | "alone" | "other" | null> {
  if (!can(scope.role, "action:verify")) return null;
  if (!isFirstPerson(action, scope.userId)) return "may";
  return (await isAloneWith(await getDb(), scope, "action:verify")) ? "alone" : "other";
}

/** What the finding of an action says; null: it has none, or it was recorded after that day. The words never change. */
async function summaryOf(db: Database, scope: WorkspaceScope, id: string | null, day: string | null) {
  const found = id === null ? null : await findFinding(db, scope, id);
  return found && (day === null || found.recordedAt <= endOfDay(day)) ? found.summary : null;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "action:read");
  const db = await getDb();
  const standing = await actionOf(db, scope, params["actionId"] ?? "").catch(orNotFound);
  const now = dayOf(new Date());
  const day = pastDayOf(request, now);
  const today = day ?? now;
  const then = day === null ? null : await actionLinesThen(db, scope, day, standing.id);
  if (then && !then.lines[0]) notThen(paths.action(scope.workspaceSlug, standing.id), today, then.untold > 0);
  const action = then?.lines[0]?.action ?? standing;
  const repaid = async () =>
    day === null
      ? repaymentLines(db, scope, today, await familyOf(db, scope, action.supplierNo))
      : (await repaymentLinesThen(db, scope, day)).lines;
  const [steps, repayments, members, verifies] = await Promise.all([
    then?.steps ?? actionSteps(db, scope, [action.id]),
    can(scope.role, "repayment:read") ? repaid() : [],
    followUpMembers(db, scope),
    verifiesAs(scope, action),
  ]);
  const looked = steps.flatMap(({ kind }) => (kind === "reprisal-3" || kind === "reprisal-12" ? [kind] : []));
  const line = lineOfAction(action, looked, today);
  const { workspaceNo: _no, supplierNo: _supplier, stateBy: _by, recordedBy: _who, practices, ...rest } = action;
  return {
    title: pageTitle(request, { subject: action.title }),
    workspace: scope.workspaceSlug,
    today,
    action: { ...rest, practices: practices as readonly (keyof typeof practiceKey)[] },
    line: { move: line.move, overdueDays: line.overdueDays },
    looks: looksAhead({ doneOn: action.doneOn, looked }),
    steps: stepViews(steps),
    finding: can(scope.role, "finding:read") ? await summaryOf(db, scope, action.findingId, day) : null,
    repayments: repayments
      .filter(({ group }) => group.actionId === action.id)
      .map(({ group: { id, label } }) => ({ id, label })),
    members,
    ways: NEXT_STATES[action.state],
    verifies,
    day,
    now,
    canWrite: day === null && can(scope.role, "action:write"),
    canRepay: day === null && can(scope.role, "repayment:write"),
    values: { ...actionValues(action), on: today, stepOn: today },
  };
}

const Sent = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), version: z.coerce.number() }),
  z.object({
    intent: z.literal("move"),
    version: z.coerce.number(),
    to: z.enum(MOVES),
    on: z.string(),
    text: z.string(),
  }),
  z.object({ intent: z.literal("verify"), version: z.coerce.number(), how: z.string() }),
  z.object({
    intent: z.literal("note"),
    kind: z.enum(Object.keys(RESULTS_OF) as [NotedKind, ...NotedKind[]]),
    result: z.string(),
    stepOn: z.string(),
    stepText: z.string(),
  }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = Sent.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const sent = parsed.data;
  const scope = await requireScope(request, params, sent.intent === "verify" ? "action:verify" : "action:write");
  const [db, id, now] = [await getDb(), params["actionId"] ?? "", new Date()];
  const values = typedIn(form);
  try {
    if (sent.intent === "change") {
      const { facts, faults } = readActionForm(form);
      if (facts === null) return data({ faults, values, problem: null, intent: sent.intent }, { status: 422 });
      await changeAction(db, scope, { id, version: sent.version, facts });
    } else if (sent.intent === "move") await moveAction(db, scope, { ...sent, id }, now);
    else if (sent.intent === "verify") await verifyAction(db, scope, { ...sent, id }, now);
    else {
      const { kind, result, stepOn: on, stepText: text } = sent;
      await noteStep(db, scope, { id, kind, result: result || null, on, text }, now);
    }
    throw redirect(paths.action(scope.workspaceSlug, id), telling(context, "action-changed"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    return data({ faults: {}, values, problem, intent: sent.intent }, { status: error.status });
  }
}

/** How far is this, whose move is it, and what do I do now? */
export default function CorrectiveAction() {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { workspace, action: one, line, steps, canWrite, verifies, today, looks, repayments } = loaded;
  const practices = one.practices.map((practice) => t(practiceKey[practice])).join(", ");
  const cost = one.cost === null ? null : `${format.amount(BigInt(one.cost))} ${one.costCurrency}`;
  return (
    <RemedyFormContext.Provider value={{ values: { ...loaded.values, ...sent?.values }, faults: sent?.faults ?? {} }}>
      <PageHead
        above={
          <OfSupplier
            to={paths.supplier(workspace, one.supplierId)}
            name={one.supplierName}
            followUp={paths.followUp(workspace)}
          />
        }
        title={one.title}
        lead={
          <>
            <strong className="inline-block text-ink first-letter:uppercase">{t(actionStateKey[one.state])}</strong> ·{" "}
            {t(moveKey[line.move])}
            {one.dueOn !== null && ` · ${t("remedy.action.due")} ${format.day(one.dueOn)}`}
            {line.overdueDays > 0 && (
              <strong className="text-high">
                {" "}
                · !&nbsp;
                {t("remedy.overdueDays", { count: line.overdueDays, formatted: format.count(line.overdueDays) })}
              </strong>
            )}
          </>
        }
      />
      <PastDay day={loaded.day} />
      <div className="space-y-4">
        <FormTrouble problem={sent?.problem ?? null} />
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <Section id="facts" title={t("remedy.action.facts")}>
            <Facts
              facts={[
                ...(one.findingId !== null && loaded.finding !== null ? [[t("remedy.action.onFinding"), <Link key="finding" to={sameDay(paths.finding(workspace, one.findingId))}>{loaded.finding}</Link>] as const] : []),
                [t("remedy.action.owner"), one.ownerName],
                [t("remedy.action.supplierOwner"), one.supplierOwner],
                [t("remedy.action.severity"), t(severityKey[one.severity])],
                [t("remedy.action.cause"), one.rootCause],
                [t("remedy.action.practices"), [practices, one.practicesNote].filter(Boolean).join(". ")],
                [t("remedy.action.involvement"), t(involvementKey[one.involvement])],
                [t("remedy.action.cost"), [cost, t(bearerKey[one.costBorneBy])].filter(Boolean).join(", ")],
                [t("remedy.action.indicator"), one.indicator && [one.indicator, [one.baseline, one.target].filter(Boolean).join(" → ")].filter(Boolean).join(": ")],
                [t("remedy.action.consultation"), one.consultation],
                [t("remedy.action.evidence"), one.evidence],
              ]} // prettier-ignore
            />
            {one.state === "verified" && one.verifiedAt !== null && (
              <p className="mt-3 border-t border-line pt-3">
                {t("remedy.action.verifiedBy", { who: one.verifiedByName ?? "", day: format.day(one.verifiedAt) })}
                {one.selfVerified && ` (${t("remedy.action.self")})`}. {one.verifiedHow}
              </p>
            )}
          </Section>
          <div className="space-y-4">
            {canWrite && (
              <NextOfAction
                state={one.state}
                version={one.version}
                ways={loaded.ways}
                today={today}
                verifies={verifies}
              />
            )}
            {looks.length > 0 && (
              <Section id="looks" title={t("remedy.action.looks")} note={t("remedy.action.looksNote")}>
                <ul className="space-y-1">
                  {looks.map(({ kind, on }) => (
                    <li key={kind}>
                      {t(stepKey[kind])}: {t("remedy.action.proposed", { day: format.day(on) })}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {(repayments.length > 0 || loaded.canRepay) && (
              <Section id="repayments" title={t("remedy.action.repayments")}>
                <ul className="mb-2 space-y-1">
                  {repayments.map(({ id, label }) => (
                    <li key={id}>
                      <Link to={sameDay(paths.repayment(workspace, id))}>{label}</Link>
                    </li>
                  ))}
                </ul>
                {loaded.canRepay && (
                  <Link to={paths.newRepayment(workspace, one.supplierId, one.id)}>{t("remedy.repayment.add")}</Link>
                )}
              </Section>
            )}
          </div>
        </div>
        <StepsOfAction key={steps.length} steps={steps} canWrite={canWrite} today={today} />
        {canWrite && one.state !== "verified" && (
          <details className="card no-print p-4 sm:p-5" open={sent?.intent === "change"}>
            <summary className="font-semibold text-accent">{t("remedy.action.edit")}</summary>
            <Form method="post" className="mt-4 space-y-5">
              <input type="hidden" name="version" value={one.version} />
              <ActionFields members={loaded.members} />
              <button className="button" name="intent" value="change">
                {t("remedy.save")}
              </button>
            </Form>
          </details>
        )}
        <RecordTrail kind="action" id={one.id} />
        <PastDayForm today={loaded.now} day={loaded.day} />
      </div>
    </RemedyFormContext.Provider>
  );
}
