import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { CorridorsThen } from "../lib/corridors-page.server";
import { AskCorridor, CorridorAnswer, type Countries } from "./corridors-answer";
import { OwnRows } from "./corridors-own";
import { PublishedFigures, PublishedRules } from "./corridors-tables";
import { DataMark } from "./model-data";
import { PageHead, Section } from "./page";
import { PastDay, PastDayForm } from "./trail-day";

interface Props {
  readonly workspace: string;
  readonly day: string;
  readonly today: string;
  readonly past: CorridorsThen;
  readonly countries: Countries;
  /** Id of the model whose coverage the page leads to. */
  readonly model: string;
}

/** Corridors as known on a past day: the workspace's rows of that day beside the tables that the list was scored with. */
export function CorridorsPast({ workspace, day, today, past, countries, model }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { published, untold, from, to, answer } = past;
  return (
    <>
      <PageHead title={t("corridors.title")} />
      <PastDay day={day} names={t("trail.on.peopleToday")}>
        {t("pastPages.corridors.categories")}{" "}
        {untold > 0 && t("pastPages.corridors.untold", { count: untold, formatted: format.count(untold) })}
      </PastDay>
      <div className="space-y-5">
        <AskCorridor countries={countries} from={from} to={to}>
          {answer && <CorridorAnswer answer={answer} from={from!} to={to!} canWrite={false} />}
        </AskCorridor>
        <OwnRows workspace={workspace} view={past} canWrite={false} canExport={false} />
        {published === null ? (
          <Section id="figures" title={t("corridors.figures.title")}>
            <p>{t("pastPages.corridors.noTables")}</p>
          </Section>
        ) : (
          <>
            <p className="text-sm text-soft">
              {t("pastPages.corridors.tables", { day: format.day(published.date) })} <DataMark hash={published.hash} />
            </p>
            <PublishedFigures figures={past.figures} model={model} />
            <PublishedRules rules={past.rules} />
          </>
        )}
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
