import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { fieldName, type Key } from "../i18n/keys";
import { eventSentence } from "../i18n/trail-keys";
import type { ImportPastView } from "../lib/import-past.server";
import { paths } from "../lib/paths";
import type { PublishedNumbers } from "../services/imports/import-then.server";
import { ControlTotals } from "./control-totals";
import { Figures } from "./figures";
import { Notice } from "./notice";
import { OriginalCard } from "./original-card";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { useSameDay } from "./trail-day";

/** What an upload was on that day, in one word. */
export const stateThenKey = {
  open: "imports.past.state.open",
  published: "imports.state.published",
  undone: "imports.state.undone",
  discarded: "imports.state.discarded",
} as const satisfies Record<ImportPastView["state"], Key>;

function sentenceKey({ state, isShown }: ImportPastView): Key {
  if (state !== "published") return ({ open: "imports.past.open", undone: "imports.past.undone", discarded: "imports.past.discarded" } as const)[state]; // prettier-ignore
  if (isShown === null) return "imports.past.shownErased";
  return isShown ? "imports.past.shown" : "imports.past.notShown";
}

/** An upload as it stood on a past day: what it was, what had been done with it and by whom, what was counted. */
export function ImportPast({ workspace, view }: { workspace: string; view: ImportPastView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { steps, tellsWho, numbers, columns, original, builtAt, isShown, decimal } = view;
  return (
    <>
      <Notice kind="note">
        {t(sentenceKey(view))} {builtAt && t("trail.on.listBuilt", { when: format.minute(builtAt) })}{" "}
        {isShown === true && <Link to={sameDay(paths.suppliers(workspace))}>{t("imports.past.suppliers")}</Link>}
      </Notice>
      <Steps steps={steps} tellsWho={tellsWho} />
      {numbers && <Counted numbers={numbers} />}
      {numbers?.summary && (
        <ControlTotals
          totals={numbers.summary.totals}
          ledger={numbers.summary.ledger ?? []}
          canState={false}
          decimal={decimal}
        />
      )}
      {columns.length > 0 && (
        <Section id="columns" title={t("imports.past.columns")}>
          <PlainTable
            label={t("imports.past.columns")}
            columns={[{ head: t("imports.mapping.column") }, { head: t("imports.mapping.meaning") }]}
            rows={columns.map(({ index, header, field }) => ({
              key: String(index),
              cells: [
                <bdi key="header">{header || t("imports.mapping.noHeader", { number: format.count(index + 1) })}</bdi>,
                fieldName(t, field),
              ],
            }))}
          />
        </Section>
      )}
      {original && <OriginalCard original={original} />}
    </>
  );
}

function Steps({ steps, tellsWho }: Pick<ImportPastView, "steps" | "tellsWho">) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="steps" title={t("imports.past.steps")} note={t("imports.past.stepsNote")}>
      <PlainTable
        label={t("imports.past.steps")}
        columns={[
          { head: t("imports.past.what") },
          ...(tellsWho ? [{ head: t("imports.past.who") }] : []),
          { head: t("imports.past.when") },
        ]}
        rows={steps.map(({ seq, at, name, who, isProgram, values }) => ({
          key: String(seq),
          cells: [
            <span key="what" className="break-words">
              {eventSentence(t, name, values)}
            </span>,
            ...(tellsWho ? [who ?? t(isProgram ? "trail.program" : "trail.nobody")] : []),
            <time key="when" dateTime={at.toISOString()}>
              {format.minute(at)}
            </time>,
          ],
        }))}
      />
    </Section>
  );
}

/** What was counted when the list was published. */
function Counted({ numbers: { suppliers, modelId, dataDate, summary } }: { numbers: PublishedNumbers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { count } = format;
  const rows = summary?.rows;
  return (
    <Section
      id="rows"
      title={t("imports.past.counted")}
      note={t("imports.preview.model", { model: modelId, date: format.day(dataDate) })}
    >
      <Figures
        figures={[
          { label: t("imports.preview.suppliers"), value: count(suppliers) },
          ...(rows
            ? [
                { label: t("imports.preview.read"), value: count(rows.read) },
                {
                  label: t("imports.preview.imported"),
                  value: count(rows.imported),
                  note: `${count(rows.repaired)} ${t("imports.preview.repaired")}`,
                },
                { label: t("imports.preview.setAside"), value: count(rows.setAside) },
                { label: t("imports.preview.leftOut"), value: count(rows.leftOut) },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
