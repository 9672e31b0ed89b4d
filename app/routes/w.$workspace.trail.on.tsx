import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LEVELS } from "../../risk-models/types";
import { PageHead, Section } from "../components/page";
import { PlainTable } from "../components/plain-table";
import { AsKnownOn, DayForm } from "../components/trail-day";
import { DayPages } from "../components/day-pages";
import { QueuesOfDay } from "../components/trail-day-queues";
import { RecordsOfDay } from "../components/trail-day-records";
import { ToolsOfDay } from "../components/trail-day-tools";
import { useFormat } from "../i18n/format";
import { bandKey, levelKey, memberRoleKey } from "../i18n/keys";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { onDay, paths } from "../lib/paths";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";
import { queuesThen } from "../services/trail/queues-then.server";
import { recordsThen } from "../services/trail/records-then.server";
import { toolsThen } from "../services/trail/tools-then.server";
import { knownOn, type KnownOn } from "../services/trail/known-on.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "audit:read");
  const today = dayOf(new Date());
  const asked = z.iso.date().safeParse(new URL(request.url).searchParams.get("day")).data ?? today;
  const day = asked > today ? today : asked;
  const db = await getDb();
  const [known, records, queues, tools] = await Promise.all([
    knownOn(db, scope, day),
    recordsThen(db, scope, day),
    queuesThen(db, scope, day),
    toolsThen(db, scope, day),
  ]);
  return {
    title: pageTitle(request, "trail.on.title"),
    workspace: scope.workspaceSlug,
    today,
    day,
    known,
    records,
    queues,
    tools,
  };
}

/** What stood on this day: the list, its numbers, the plan, who was who, what was in force. */
export default function KnownOnDay() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, today, day, known, records, queues, tools } = useLoaderData<typeof loader>();
  const { plan, members, inForce, events } = known;
  const then = (to: string) => (day < today ? onDay(to, day) : to);
  const rows = [
    [
      "understanding",
      t("trail.on.understanding"),
      inForce.understanding,
      then(paths.understand(workspace, "tab=decided")),
    ],
    ["answers", t("trail.on.answers"), inForce.answers, paths.trail(workspace, `what=answers&to=${day}`)],
    ["matches", t("trail.on.matches"), inForce.matches, paths.trail(workspace, `what=screening&to=${day}`)],
    ["merges", t("trail.on.merges"), inForce.merges, paths.trail(workspace, `what=screening&to=${day}`)],
    ["findings", t("trail.on.findings"), inForce.findings, paths.trail(workspace, `what=followUp&to=${day}`)],
    ["notes", t("trail.on.notes"), inForce.notes, paths.trail(workspace, `what=notes&to=${day}`)],
  ] as const;
  return (
    <>
      <PageHead
        title={t("trail.on.title")}
        lead={t("trail.on.lead", { day: format.day(day) })}
        above={<Link to={paths.trail(workspace)}>{t("trail.title")}</Link>}
      >
        <DayForm workspace={workspace} today={today} day={day} />
      </PageHead>
      {day !== today && <AsKnownOn day={day} back={paths.trailOn(workspace)} />}
      <DayPages workspace={workspace} day={day === today ? null : day} />
      <div className="space-y-5">
        <ListSection workspace={workspace} list={known.list} then={then} />
        <div className="grid gap-5 lg:grid-cols-2">
          <Section id="plan" title={t("trail.on.plan")}>
            {plan === "erased" ? (
              <p className="text-soft">{t("trail.on.planErased")}</p>
            ) : plan ? (
              <p>
                {t("trail.on.planIs", {
                  when: format.minute(plan.at),
                  who: plan.who ?? t("common.unknown"),
                  capacity: format.count(plan.capacity),
                })}{" "}
                <Link to={paths.planRecord(workspace, plan.planId)}>{t("trail.on.planOpen")}</Link>
              </p>
            ) : (
              <p className="text-soft">{t("trail.on.noPlan")}</p>
            )}
          </Section>
          <Section id="people" title={t("trail.on.people")}>
            {members.length === 0 ? (
              <p className="text-soft">{t("trail.on.none")}</p>
            ) : (
              <PlainTable
                label={t("trail.on.people")}
                columns={[{ head: t("trail.on.person") }, { head: t("trail.on.role") }]}
                rows={members.map(({ userId, name, role }) => ({ key: userId, cells: [name, t(memberRoleKey[role])] }))}
              />
            )}
          </Section>
        </div>
        <RecordsOfDay workspace={workspace} day={day} today={today} records={records} />
        <QueuesOfDay workspace={workspace} day={day} today={today} queues={queues} />
        <ToolsOfDay workspace={workspace} day={day} today={today} tools={tools} />
        <Section id="in-force" title={t("trail.on.decisions")}>
          <PlainTable
            label={t("trail.on.decisions")}
            columns={[{ head: t("trail.on.kind") }, { head: t("trail.on.count"), end: true }]}
            rows={[
              ...rows.map(([key, label, count, to]) => ({
                key,
                cells: [
                  <Link key="to" to={to}>
                    {label}
                  </Link>,
                  format.count(count),
                ],
              })),
              {
                key: "events",
                cells: [
                  <Link key="to" to={paths.trail(workspace, `to=${day}`)}>
                    {t("trail.on.events")}
                  </Link>,
                  format.count(events),
                ],
              },
            ]}
          />
        </Section>
      </div>
    </>
  );
}

function ListSection({
  workspace,
  list,
  then,
}: {
  workspace: string;
  list: KnownOn["list"];
  /** Leads an address to this day. */
  then: (to: string) => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (list === null || list === "erased")
    return (
      <Section id="list" title={t("trail.on.list")}>
        <p className="text-soft">{t(list === null ? "trail.on.noList" : "trail.on.erased")}</p>
      </Section>
    );
  const { numbers } = list;
  const counted = (id: string, title: string, rows: readonly (readonly [string, string, number])[]) => (
    <PlainTable
      label={title}
      columns={[{ head: title }, { head: t("trail.on.count"), end: true }]}
      rows={rows.map(([key, label, count]) => ({ key: `${id} ${key}`, cells: [label, format.count(count)] }))}
    />
  );
  return (
    <Section id="list" title={t("trail.on.list")}>
      <p className="break-words">
        <Link to={then(paths.import(workspace, list.importId))}>
          {t("trail.on.listIs", {
            file: list.fileName,
            when: format.minute(list.publishedAt),
            model: list.modelId,
            data: format.day(list.dataDate),
          })}
        </Link>{" "}
        {list.builtAt && t("trail.on.listBuilt", { when: format.minute(list.builtAt) })}
      </p>
      {numbers ? (
        <>
          <p className="my-3">
            {t("trail.on.suppliers")}: <strong>{format.count(numbers.suppliers)}</strong>
          </p>
          <div className="grid gap-5 sm:grid-cols-2">
            {counted(
              "level",
              t("trail.on.level"),
              LEVELS.toReversed().map((level) => [level, t(levelKey[level]), numbers.level[level] ?? 0]),
            )}
            {counted("band", t("trail.on.band"), [
              ...(["high", "raised", "low"] as const).map(
                (band) => [band, t(bandKey[band]), numbers.band[band] ?? 0] as const,
              ),
              ["none", t("trail.on.noBand"), numbers.band[""] ?? 0],
            ])}
          </div>
        </>
      ) : (
        <p className="text-soft">{t("trail.on.listUnsealed")}</p>
      )}
    </Section>
  );
}
