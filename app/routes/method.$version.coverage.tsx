import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  ChainCoverage,
  CorridorCoverage,
  CountryTable,
  CoverageMap,
  InputCoverage,
  SectorCoverage,
} from "../components/method-coverage";
import { MethodHead } from "../components/method-head";
import { ModelTexts, WithContents } from "../components/method-parts";
import { CountryNames } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { textsWithin } from "../i18n/model-texts.server";
import { coverageView } from "../lib/method-coverage.server";
import { modelOfPage } from "../lib/method.server";
import { pageTitle } from "../lib/page-title.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export function loader({ request, params }: LoaderFunctionArgs) {
  const model = modelOfPage(params["version"]);
  const language = requestLanguage(request);
  const view = coverageView(model, language);
  return {
    title: pageTitle(request, "methodCoverage.title"),
    version: model.id,
    view,
    texts: textsWithin(language, view.byInput),
  };
}

/** Where there are data and where there are none: countries, sectors, corridors, rules. */
export default function Coverage() {
  const { t } = useTranslation();
  const { version, view, texts } = useLoaderData<typeof loader>();
  const parts = [
    ["map", t("methodCoverage.map")],
    ["inputs", t("methodCoverage.inputs")],
    ["sectors", t("methodCoverage.sectors")],
    ["chains", t("methodCoverage.chains")],
    ["corridors", t("methodCoverage.corridors")],
    ["rules", t("methodCoverage.rules")],
    ...(view.gaps.eu || view.gaps.centralAsia ? [["gaps", t("methodCoverage.gaps")]] : []),
    ["table", t("methodCoverage.table")],
  ].map(([id, title]) => ({ id: id!, title: title! }));
  return (
    <CountryNames.Provider value={view.countryNames}>
      <ModelTexts.Provider value={texts}>
        <MethodHead
          version={version}
          title={t("methodCoverage.title")}
          above={version}
          lead={t("methodCoverage.lead")}
        />
        <WithContents parts={parts}>
          <CoverageMap view={view} />
          <InputCoverage view={view} />
          <SectorCoverage view={view} />
          <ChainCoverage view={view} />
          <CorridorCoverage view={view} />
          <CountryTable view={view} />
        </WithContents>
      </ModelTexts.Provider>
    </CountryNames.Provider>
  );
}
