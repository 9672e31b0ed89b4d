import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommitmentFilters, CommitmentPages } from "../components/commitments-table";
import { DutyPast } from "../components/duty-past";
import { DutyTable } from "../components/duty-table";
import { Notice } from "../components/notice";
import { PageHead, Section } from "../components/page";
import { PastDayForm, useSameDay } from "../components/trail-day";
import { countriesIn, countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { pastDayOf } from "../lib/as-known-on";
import { ROWS_A_PAGE } from "../lib/commitments-form.server";
import { getDb } from "../lib/db.server";
import { evidenceAsked, evidenceQuery } from "../lib/duty-page.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { commitmentsThen } from "../services/commitments/commitments-then.server";
import { evidenceView } from "../services/commitments/evidence-view.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "commitment:read");
  const db = await getDb();
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const past = day === null ? null : await commitmentsThen(db, scope, day);
  const { first, ...asked } = await evidenceAsked(db, scope, new URL(request.url).searchParams, past);
  const view = await evidenceView(db, scope, asked, day ?? today, past);
  const { rows, choices, total, hasProfile, untold, edition } = view;
  const language = requestLanguage(request);
  const query = (at: number) => evidenceQuery(asked, at);
  return {
    title: pageTitle(request, "dutyEvidence.title"),
    workspace: scope.workspaceSlug,
    asked,
    choices,
    total,
    hasProfile,
    day,
    today,
    past,
    untold,
    edition,
    found: rows.length,
    rows: rows.slice(first, first + ROWS_A_PAGE),
    first,
    // A past day can be looked at, and not taken away as if it were today's.
    file: day === null ? paths.commitmentsEvidenceFile(scope.workspaceSlug, query(0)) : null,
    nextQuery: first + ROWS_A_PAGE < rows.length ? query(first + ROWS_A_PAGE) : null,
    previousQuery: first > 0 ? query(Math.max(0, first - ROWS_A_PAGE)) : null,
    countryNames: countryNames(
      language,
      countriesIn(language).map(({ code }) => code),
    ),
  };
}

/** What do we hold for each duty, how old is it, and who judged whether it is met? */
export default function CommitmentsEvidence() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const loaded = useLoaderData<typeof loader>();
  const {
    workspace,
    asked,
    choices,
    total,
    found,
    rows,
    first,
    file,
    hasProfile,
    nextQuery,
    previousQuery,
    day,
    past,
  } = loaded;
  const count = t("commitments.found", { count: found, formatted: format.count(found) });
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={<Link to={sameDay(paths.commitments(workspace))}>{t("commitments.title")}</Link>}
        title={t("dutyEvidence.title")}
        lead={t("dutyEvidence.lead")}
      >
        {file !== null && (
          <a href={file} className="button no-print" download>
            {t("dutyEvidence.csv")}
          </a>
        )}
      </PageHead>
      {past && <DutyPast day={day} past={past} edition={loaded.edition} untold={loaded.untold} />}
      <div className="space-y-5">
        {!hasProfile && (
          <Notice kind="note">
            {past ? (
              t(past.isErased ? "pastDuties.evidence.erased" : "pastDuties.evidence.noProfile")
            ) : (
              <>
                {t("dutyEvidence.noProfile")}{" "}
                <Link to={sameDay(paths.commitments(workspace, "", "us"))}>{t("dutyEvidence.stateUs")}</Link>
              </>
            )}
          </Notice>
        )}
        {i18n.language !== "en" && <Notice kind="note">{t("commitments.english")}</Notice>}
        <CommitmentFilters asked={asked} choices={choices} hasProfile={hasProfile} />
        <Section
          id="rows"
          title={found === total ? count : `${count} ${t("commitments.foundOf", { total: format.count(total) })}`}
          note={[asked.forUs && t("dutyEvidence.ours"), t("dutyEvidence.counting")].filter(Boolean).join(" ")}
        >
          {rows.length === 0 ? <p>{t("commitments.nothing")}</p> : <DutyTable rows={rows} workspace={workspace} />}
          <CommitmentPages
            to={(query) => sameDay(paths.commitmentsEvidence(workspace, query, "rows"))}
            first={first}
            shown={rows.length}
            nextQuery={nextQuery}
            previousQuery={previousQuery}
          />
        </Section>
        <PastDayForm today={loaded.today} day={day} />
      </div>
    </CountryNames.Provider>
  );
}
