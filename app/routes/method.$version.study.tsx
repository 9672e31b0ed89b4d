import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MethodHead } from "../components/method-head";
import { ModelTexts, WithContents } from "../components/method-parts";
import { Known, Ranks } from "../components/method-ranks";
import { CaseResults, Conditions, InShort, Laws, Limits } from "../components/method-study";
import { Notice } from "../components/notice";
import { countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { textsWithin } from "../i18n/model-texts.server";
import { countryDecidesLeast, findingsOf } from "../lib/method-findings";
import { boundsOfStudy, casesOf, hashesOf, modelOfPage, ownId, studyOf } from "../lib/method.server";
import { pageTitle } from "../lib/page-title.server";
import { reference } from "../lib/reference.server";
import { studyHash } from "../lib/study-hash.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export function loader({ request, params }: LoaderFunctionArgs) {
  const model = modelOfPage(params["version"]);
  const language = requestLanguage(request);
  const study = studyOf(model.id);
  const titles = casesOf(model.id)?.worked.map(({ title }) => title) ?? [];
  return {
    title: pageTitle(request, "methodStudy.title"),
    version: model.id,
    own: ownId(model.id),
    study,
    findings: study && findingsOf(study),
    bounds: boundsOfStudy,
    countryLeast: study !== null && countryDecidesLeast(study),
    otherFile: study !== null && hashesOf(model.id)?.model !== study.model.sha256,
    otherData: study !== null && studyHash(reference()) !== study.reference.hash,
    texts: textsWithin(language, study, study && Object.keys(study.knownCases.leftOut), titles),
    countryNames: countryNames(
      language,
      study
        ? [...study.knownCases.countries.map(({ country }) => country), study.release.labourProviders.lowestIn]
        : [],
    ),
  };
}

/** What was tested, what holds and what does not, with every figure of the study. */
export default function Study() {
  const { t } = useTranslation();
  const { version, own, study, findings, bounds, countryLeast, otherFile, otherData, texts, countryNames } =
    useLoaderData<typeof loader>();
  const head = (
    <MethodHead version={version} title={t("methodStudy.title")} above={version} lead={t("methodStudy.lead")} />
  );
  if (!study || !findings)
    return (
      <>
        {head}
        <Notice kind="note">{t("methodStudy.none")}</Notice>
      </>
    );
  const parts = [
    ["short", t("methodStudy.short")],
    ["effects", t("methodStudy.effects.title")],
    ["groups", t("methodStudy.groups.title")],
    ["providers", t("methodStudy.providers.title")],
    ["laws", t("methodStudy.laws.title")],
    ["cases", t("methodStudy.cases.title")],
    ["ranks", t("methodStudy.ranks.title")],
    ["known", t("methodStudy.known.title")],
    ["forward", t("methodStudy.forward.title")],
    ["cannot", t("methodStudy.cannot.title")],
    ["again", t("methodStudy.again.title")],
  ].map(([id, title]) => ({ id: id!, title: title! }));
  const notes = [
    version !== own && t("methodStudy.variant", { model: own }),
    otherFile && t("methodStudy.otherFile"),
    otherData && t("methodStudy.otherData"),
  ].filter((note) => note !== false);
  return (
    <CountryNames.Provider value={countryNames}>
      <ModelTexts.Provider value={texts}>
        {head}
        {notes.map((note) => (
          <div key={note} className="mb-4">
            <Notice kind="note">{note}</Notice>
          </div>
        ))}
        <WithContents parts={parts}>
          <InShort findings={findings} bounds={bounds} />
          <Conditions study={study} countryLeast={countryLeast} />
          <Laws study={study} />
          <CaseResults study={study} />
          <Ranks study={study} />
          <Known study={study} />
          <Limits study={study} />
        </WithContents>
      </ModelTexts.Provider>
    </CountryNames.Provider>
  );
}
