import { useTranslation } from "react-i18next";
import type { ListsThen } from "../services/screening/lists-then.server";
import { ComparedWith } from "./lists-line";
import { ListsInForce, LoadedEditions } from "./lists-tables";
import { PageHead } from "./page";
import { PastDay, PastDayForm } from "./trail-day";

/** Lists as known on a past day: to be read, with nothing to load or withdraw. */
export function ListsPast({ day, today, past }: { day: string; today: string; past: ListsThen }) {
  const { t } = useTranslation();
  const { lists, screened, history } = past;
  return (
    <>
      <PageHead title={t("lists.title")} />
      <PastDay day={day} names={t("trail.on.peopleToday")}>
        {t("pastPages.lists.shipped")}
      </PastDay>
      <div className="space-y-5">
        {screened ? (
          <div>
            <ComparedWith screened={screened} />
            {screened.isOfShownList === null && (
              <p className="mt-1 text-sm text-soft">{t("pastPages.lists.ofWhichList")}</p>
            )}
          </div>
        ) : (
          <p className="text-sm text-soft">{t("matches.past.notCompared")}</p>
        )}
        <ListsInForce lists={lists} none={t("pastPages.lists.none")} />
        {history.length > 0 ? (
          <LoadedEditions history={history} canLoad={false} />
        ) : (
          <p className="text-soft">{t("pastPages.lists.noneLoaded")}</p>
        )}
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
