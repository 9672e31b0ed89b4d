import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MethodHead } from "../components/method-head";
import { ModelTexts, WithContents } from "../components/method-parts";
import { WorkedCase } from "../components/method-worked-case";
import { Notice } from "../components/notice";
import { Section } from "../components/page";
import { countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { textsWithin } from "../i18n/model-texts.server";
import { workedView } from "../lib/method-worked.server";
import { modelOfPage } from "../lib/method.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export function loader({ request, params }: LoaderFunctionArgs) {
  const model = modelOfPage(params["version"]);
  const language = requestLanguage(request);
  const view = workedView(model, new URL(request.url).searchParams.get("case"));
  return {
    title: pageTitle(request, "method.worked.title"),
    version: model.id,
    ...view,
    texts: textsWithin(language, view.names, view.cases),
    countryNames: countryNames(language, view.countries),
  };
}

/** Suppliers worked out by hand: three, or the one the address names. */
export default function Worked() {
  const { t } = useTranslation();
  const { version, worked, cases, names, texts, countryNames } = useLoaderData<typeof loader>();
  return (
    <CountryNames.Provider value={countryNames}>
      <ModelTexts.Provider value={texts}>
        <MethodHead
          version={version}
          title={t("method.worked.title")}
          above={version}
          lead={`${t("method.worked.lead")} ${t("method.worked.invented")}`}
        />
        <WithContents
          parts={[
            ...worked.map(({ id, title }) => ({ id, title: `${id} ${texts[title] ?? title}` })),
            { id: "cases", title: t("method.worked.others") },
          ]}
        >
          <Notice kind="note">{t("method.worked.rounding")}</Notice>
          {worked.map((one) => (
            <WorkedCase key={one.id} worked={one} names={names} model={version} />
          ))}
          <Section id="cases" title={t("method.worked.others")}>
            <ul className="space-y-1">
              {cases.map(({ id, title }) => (
                <li key={id}>
                  <Link to={paths.methodWorked(version, id)}>
                    {id} {texts[title] ?? title}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        </WithContents>
      </ModelTexts.Provider>
    </CountryNames.Provider>
  );
}
