import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../components/finding-fields";
import { Notice } from "../components/notice";
import { PacksList } from "../components/packs-list";
import { PacksPast } from "../components/packs-past";
import { PageHead, Section } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { PastDayForm } from "../components/trail-day";
import { accessClassKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getConfig, getDb } from "../lib/db.server";
import { askedClass } from "../lib/disclosure";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem, Problem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { hostOf } from "../lib/timestamp-service";
import { titleMeta } from "../lib/title";
import { reportRows, wordingOf } from "../lib/report-page.server";
import { askPack } from "../services/packs/ask-pack.server";
import { packsThen } from "../services/packs/packs-then.server";
import { backedReports } from "../services/packs/backed-reports.server";
import { packsView } from "../services/packs/packs-view.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "disclosure:export");
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const shared = { title: pageTitle(request, "pack.page.title"), workspace: scope.workspaceSlug, today };
  if (day !== null) return { ...shared, day, past: await packsThen(await getDb(), scope, day) };
  const { failed, ...view } = await packsView(await getDb(), scope, getConfig().dataDir);
  const { timestampUrl } = getConfig();
  const reports = reportRows(await backedReports(await getDb(), scope), wordingOf(request));
  return {
    ...shared,
    past: null,
    reports: reports.map(({ id, title, number, about }) => ({ id, title: `${title}, ${about}`, number: number ?? "" })),
    stampedBy: timestampUrl && hostOf(timestampUrl),
    ...view,
    failed: failed && problemSentence(requestI18n(request), new Problem(failed.code, "", failed.values)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "disclosure:export");
  const form = await request.formData();
  const [upTo, of] = [form.get("up-to"), form.get("list")];
  const stamp = form.get("stamp") === "yes";
  const reportId = typeof of === "string" && of !== "" ? of : null;
  try {
    const accessClass = askedClass(typeof upTo === "string" ? upTo : null);
    await askPack(await getDb(), scope, accessClass, new Date(), { stamp, reportId });
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error) }, { status: error.status });
  }
  throw redirect(paths.packs(scope.workspaceSlug));
}

/** Whether the service that is set up is to confirm when the pack was there. */
function StampChoice({ host }: { host: string }) {
  const { t } = useTranslation();
  return (
    <label className="flex items-start gap-2">
      <input type="checkbox" name="stamp" value="yes" defaultChecked className="mt-0.5 size-5 shrink-0" />
      <span>
        {t("pack.page.stamp")}
        <span className="block text-sm text-soft">{t("pack.page.stampHint", { host })}</span>
      </span>
    </label>
  );
}

/** What do I hand to whoever checks us, and how do they know that it is ours? */
export default function Packs() {
  const { t } = useTranslation();
  const format = useFormat();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  useRefreshWhile(!loaded.past && loaded.running !== null);
  if (loaded.past) return <PacksPast {...loaded} />;
  const { workspace, packs, hasList, running, failed, fingerprint, today, stampedBy, reports } = loaded;
  const problem = sent?.problem ?? failed;
  const classes = Object.keys(accessClassKey) as (keyof typeof accessClassKey)[];
  return (
    <>
      <PageHead title={t("pack.page.title")} lead={t("pack.page.lead")} />
      <div className="grid gap-5 lg:grid-cols-2">
        <Section id="ask" title={t("pack.page.ask")} note={t("pack.page.note")}>
          {problem && !running && <Notice kind="problem">{problem}</Notice>}
          {running ? (
            <output className="block">
              <span className="block">{t("pack.page.running")}</span>
              <progress
                className="progress mt-3"
                aria-label={t("pack.page.running")}
                {...(running.total > 0 && { max: running.total, value: running.done })}
              />
              {running.total > 0 && (
                <span className="figures mt-2 block text-soft">
                  {running.done < running.total
                    ? t("pack.page.progress", { done: format.count(running.done), total: format.count(running.total) })
                    : t("pack.page.closing")}
                </span>
              )}
            </output>
          ) : hasList ? (
            <Form method="post" className="mt-3 space-y-3">
              <ChoiceField
                name="up-to"
                label={t("pack.page.upTo")}
                values={{ "up-to": "internal" }}
                options={classes.map((one) => [one, t(accessClassKey[one])])}
              />
              {reports.length > 0 && (
                <ChoiceField
                  name="list"
                  label={t("pack.page.ofList")}
                  hint={t("pack.page.ofListHint")}
                  values={{ list: "" }}
                  options={[
                    ["", t("pack.page.shownList")],
                    ...reports.map(
                      ({ id, title, number }) => [id, t("pack.page.listOfReport", { title, number })] as const,
                    ),
                  ]}
                />
              )}
              {stampedBy && <StampChoice host={stampedBy} />}
              <button className="button" data-kind="primary">
                {t("pack.page.make")}
              </button>
            </Form>
          ) : (
            <p>{t("pack.page.noList")}</p>
          )}
        </Section>
        <Section id="key" title={t("pack.page.key")} note={t("pack.page.keyNote", { address: paths.signingKey() })}>
          <dl>
            <dt className="text-sm text-soft">{t("pack.page.fingerprint")}</dt>
            <dd>
              <code className="text-sm">{fingerprint}</code>
            </dd>
          </dl>
          <p className="mt-3 text-sm text-soft">{t("pack.page.check")}</p>
          <p>
            <code className="text-sm break-words">{`npm run --silent candour -- verify PACK.zip --key "${fingerprint}"`}</code>
          </p>
        </Section>
      </div>
      <div className="mt-5 space-y-5">
        <Section id="made" title={t("pack.page.made")}>
          <PacksList workspace={workspace} packs={packs} />
        </Section>
        <PastDayForm today={today} day={null} />
      </div>
    </>
  );
}
