import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommitmentFilters, CommitmentRows } from "../components/commitments-table";
import { CommitmentsPast } from "../components/commitments-past";
import { CommitmentsUs } from "../components/commitments-us";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { PastDayForm, useSameDay } from "../components/trail-day";
import { countriesIn, countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { askedQuery, readAsked, readBuyer, ROWS_A_PAGE } from "../lib/commitments-form.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem, Problem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { sectorNames } from "../lib/sector-names.server";
import { titleMeta } from "../lib/title";
import { commitmentsThen } from "../services/commitments/commitments-then.server";
import { commitmentsView } from "../services/commitments/commitments-view.server";
import { stateBuyer } from "../services/commitments/state-buyer.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "commitment:read");
  const { first, ...asked } = readAsked(new URL(request.url).searchParams);
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const db = await getDb();
  const past = day === null ? null : await commitmentsThen(db, scope, day);
  const page = { first, most: ROWS_A_PAGE };
  const view = await commitmentsView(db, scope, asked, page, day ?? today, past ? past.buyer : undefined);
  const language = requestLanguage(request);
  const countries = countriesIn(language);
  const next = first + ROWS_A_PAGE;
  return {
    title: pageTitle(request, "commitments.title"),
    workspace: scope.workspaceSlug,
    day,
    today,
    past,
    // A past day can be looked at, and not changed.
    canState: day === null && can(scope.role, "import:write"),
    canReadTenders: can(scope.role, "category:read"),
    saved: new URL(request.url).searchParams.has("saved"),
    asked,
    view,
    first,
    nextQuery: next < view.found ? askedQuery(asked, next) : null,
    previousQuery: first > 0 ? askedQuery(asked, Math.max(0, first - ROWS_A_PAGE)) : null,
    countries,
    sections: [...sectorNames(language)]
      .filter(([code]) => code.length === 1)
      .map(([code, { name }]) => ({ code, name })),
    countryNames: countryNames(
      language,
      countries.map(({ code }) => code),
    ),
  };
}

/** States who buys. Owner and officer: those who upload lists for the workspace. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "import:write");
  const { profile, not } = readBuyer(await request.formData());
  try {
    const [text] = not;
    if (text !== undefined || profile.country === "")
      throw new Problem(
        "buyer.country",
        `${text ?? ""} is not in the table of countries. Choose one from the list.`,
        { country: text ?? "–" },
        422,
      );
    await stateBuyer(await getDb(), scope, profile, new Date());
    throw redirect(paths.commitments(scope.workspaceSlug, "saved=1&ours=1", "us"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error), profile }, { status: error.status });
  }
}

/** What does law ask of us against forced labour, what is coming, and how sure is the text? */
export default function Commitments() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { workspace, view, asked, canState, saved, day, today, past } = loaded;
  const sameDay = useSameDay();
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={loaded.canReadTenders ? <Link to={sameDay(paths.tenders(workspace))}>{t("tenders.title")}</Link> : null}
        title={t("commitments.title")}
        lead={t("commitments.lead")}
      >
        <Link to={sameDay(paths.commitmentsEvidence(workspace))} className="button">
          {t("dutyEvidence.toPage")}
        </Link>
      </PageHead>
      {past && <CommitmentsPast day={day} past={past} today={view.edition} />}
      <div className="space-y-5">
        {sent?.problem && <Notice kind="problem">{sent.problem}</Notice>}
        <CommitmentsUs
          profile={sent?.profile ?? view.profile}
          stated={view.profile}
          ours={view.ours}
          comingAt={paths.commitments(workspace, "ours=1&when=coming", "rows")}
          countries={loaded.countries}
          sections={loaded.sections}
          canState={canState}
          saved={saved && !sent}
          open={sent !== undefined}
          isErased={past?.isErased ?? false}
        />
        <CommitmentFilters asked={asked} choices={view.choices} hasProfile={view.profile !== null} />
        <CommitmentRows {...loaded} />
        <PastDayForm today={today} day={day} />
      </div>
    </CountryNames.Provider>
  );
}
