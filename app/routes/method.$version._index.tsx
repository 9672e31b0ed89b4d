import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DIMENSIONS } from "../../risk-models/types";
import { MethodHead } from "../components/method-head";
import { Inputs } from "../components/method-inputs";
import { DimensionWeights, Fails, Formula, What } from "../components/method-model";
import { ModelTexts, WithContents } from "../components/method-parts";
import { Bands, FloorTable, Versions, VersionState } from "../components/method-rules";
import { Classes, Kinds, ProofBounds, Signs } from "../components/method-tables";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { dimensionKey } from "../i18n/keys";
import { requestLanguage } from "../i18n/language.server";
import { textsWithin } from "../i18n/model-texts.server";
import { inTablesOf, sourceNamesOf } from "../lib/method-coverage.server";
import { findingsOf } from "../lib/method-findings";
import { boundsOfStudy, hashesOf, modelOfPage, ownId, studyOf, versionsOn } from "../lib/method.server";
import { pageTitle } from "../lib/page-title.server";
import { sectorNames } from "../lib/sector-names.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export function loader({ request, params }: LoaderFunctionArgs) {
  const model = modelOfPage(params["version"]);
  const language = requestLanguage(request);
  const study = studyOf(model.id);
  const findings = study && findingsOf(study);
  const sections = sectorNames(language);
  const sources = [
    ...model.indicators.flatMap((indicator) => indicator.sources),
    ...model.typicalFeeMonths.sources,
    ...Object.values(model.destinationNorms).flatMap((norm) => norm.sources),
  ];
  return {
    title: pageTitle(request, { subject: model.id }),
    model,
    texts: textsWithin(language, model),
    own: ownId(model.id),
    hashes: hashesOf(model.id),
    versions: versionsOn(dayOf(new Date())),
    findings,
    bounds: boundsOfStudy,
    sources: sourceNamesOf(sources),
    inTables: inTablesOf(model),
    sectionNames: Object.fromEntries(
      [...sections].filter(([code]) => /^[A-U]$/u.test(code)).map(([code, { name }]) => [code, name]),
    ),
    countryNames: countryNames(language, [
      ...Object.keys(model.destinationNorms),
      ...(findings ?? []).flatMap(({ countries }) => countries ?? []),
    ]),
  };
}

/** A released model, taken apart: what it says, what it cannot say, and every judgement in it. */
export default function Model() {
  const { t } = useTranslation();
  const format = useFormat();
  const { model, own, texts, versions, findings, bounds, hashes, sources, inTables, sectionNames, countryNames } =
    useLoaderData<typeof loader>();
  const line = versions.find(({ id }) => id === model.id);
  const parts = [
    ["what", t("method.what.title")],
    ["fails", t("method.fails.title")],
    ["formula", t("method.formula.title")],
    ["dimensions", t("method.dimensions.title")],
    ...DIMENSIONS.map((dimension) => [dimension, t("method.input.title", { dimension: t(dimensionKey[dimension]) })]),
    ["signs", t("method.signs.title")],
    ["kinds", t("method.kinds.title")],
    ["proof", t("method.proof.title")],
    ["classes", t("method.classes.title")],
    ["floors", t("method.floors.title")],
    ["bands", t("method.bands.title")],
    ["versions", t("method.versions.title")],
  ].map(([id, title]) => ({ id: id!, title: title! }));
  return (
    <CountryNames.Provider value={countryNames}>
      <ModelTexts.Provider value={texts}>
        <MethodHead
          version={model.id}
          title={t("method.titleOf", { model: model.id })}
          above={
            <>
              {line ? <VersionState line={line} of={own} /> : t("method.state.derived", { model: own })}
              {"; "}
              {t("method.data", { date: format.day(model.dataDate) })}
            </>
          }
          lead={t("method.lead")}
          judgements
        />
        <WithContents parts={parts}>
          <What />
          <Fails findings={findings} bounds={bounds} version={model.id} />
          <Formula model={model} />
          <DimensionWeights model={model} />
          {DIMENSIONS.map((dimension) => (
            <Inputs key={dimension} model={model} dimension={dimension} sources={sources} inTables={inTables} />
          ))}
          <Signs model={model} />
          <Kinds model={model} sources={sources} />
          <ProofBounds model={model} />
          <Classes model={model} sectionNames={sectionNames} />
          <FloorTable model={model} />
          <Bands model={model} />
          <Versions model={model} hashes={hashes} versions={versions} />
        </WithContents>
      </ModelTexts.Provider>
    </CountryNames.Provider>
  );
}
