import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** A session as the page gets it. */
interface ShownSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date | string;
  readonly lastSeenAt: Date | string;
  readonly isHere: boolean;
}

/** Where the person is signed in, with the way to end it. */
export function MySessions({ sessions }: { sessions: readonly ShownSession[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    { head: t("mine.sessions.device") },
    { head: t("mine.sessions.begun") },
    { head: t("mine.sessions.seen") },
    { head: t("mine.sessions.change") },
  ];
  const rows = sessions.map(({ id, device, createdAt, lastSeenAt, isHere }) => {
    const name = device || t("mine.sessions.unknown");
    return {
      key: id,
      cells: [
        <span key="device">
          {name}
          {isHere && <strong> ({t("mine.sessions.here")})</strong>}
        </span>,
        format.minute(createdAt),
        format.day(lastSeenAt),
        isHere ? (
          <span key="change" className="text-soft">
            –
          </span>
        ) : (
          <Form key="change" method="post">
            <input type="hidden" name="intent" value="end-session" />
            <button
              name="session"
              value={id}
              className="button"
              data-size="small"
              aria-label={t("mine.sessions.endSession", { device: name })}
            >
              {t("mine.sessions.end")}
            </button>
          </Form>
        ),
      ],
    };
  });
  return (
    <Section
      id="sessions"
      title={t("mine.sessions.title")}
      note={t("mine.sessions.note")}
      aside={
        sessions.length > 1 && (
          <Form method="post">
            <button name="intent" value="end-others" className="button" data-size="small">
              {t("mine.sessions.endOthers")}
            </button>
          </Form>
        )
      }
    >
      <PlainTable columns={columns} rows={rows} label={t("mine.sessions.title")} />
    </Section>
  );
}
