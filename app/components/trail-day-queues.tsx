import { useTranslation } from "react-i18next";
import type { Key } from "../i18n/keys";
import { answeredKey } from "../i18n/recruitment-keys";
import { onDay, paths } from "../lib/paths";
import { ANSWERED } from "../recruitment/questions";
import type { QueuesThen } from "../services/trail/queues-then.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { Counts } from "./trail-day-records";

const UPLOADS = {
  received: "trail.on.uploaded",
  published: "imports.state.published",
  undone: "imports.state.undone",
  discarded: "imports.state.discarded",
} as const satisfies Record<keyof NonNullable<QueuesThen["uploads"]>, Key>;

/** What waited on a day for somebody to decide or to ask, and what had been done with uploads, each count with its page. */
export function QueuesOfDay({
  workspace,
  day,
  today,
  queues: { openGroups, toAsk, uploads },
}: {
  workspace: string;
  day: string;
  today: string;
  queues: QueuesThen;
}) {
  const { t } = useTranslation();
  const then = (to: string) => (day < today ? onDay(to, day) : to);
  const rows = [
    openGroups === null
      ? null
      : {
          key: "understand",
          cells: [
            t("trail.on.openGroups"),
            <Counts key="count" counts={[[then(paths.understand(workspace)), t("trail.on.waiting"), openGroups]]} />,
          ],
        },
    toAsk && {
      key: "ask",
      cells: [
        t("recruitment.queue.title"),
        <Counts
          key="count"
          counts={ANSWERED.map((how) => [
            then(paths.toAsk(workspace, `answers=${how}`)),
            t(answeredKey[how]),
            toAsk[how],
          ])}
        />,
      ],
    },
    uploads && {
      key: "uploads",
      cells: [
        t("trail.on.uploads"),
        <Counts
          key="count"
          counts={(Object.keys(UPLOADS) as (keyof typeof UPLOADS)[]).map((how) => [
            paths.trail(workspace, `what=lists&to=${day}`),
            t(UPLOADS[how]),
            uploads[how],
          ])}
        />,
      ],
    },
  ].filter((row) => row !== null);
  if (rows.length === 0) return null;
  return (
    <Section id="queues" title={t("trail.on.queues")}>
      <PlainTable
        label={t("trail.on.queues")}
        columns={[{ head: t("trail.on.kind") }, { head: t("trail.on.stood") }]}
        rows={rows}
      />
    </Section>
  );
}
