import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MethodHead } from "../components/method-head";
import { ModelTexts, WithContents } from "../components/method-parts";
import { SourceList, Tables } from "../components/method-sources";
import { requestLanguage } from "../i18n/language.server";
import { sourceListKey } from "../i18n/method-keys";
import { textsWithin } from "../i18n/model-texts.server";
import { sourcesView } from "../lib/method-sources.server";
import { versionShown } from "../lib/method.server";
import { pageTitle } from "../lib/page-title.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export function loader({ request }: LoaderFunctionArgs) {
  const view = sourcesView();
  const names = view.lists.flatMap(({ sources }) => sources.flatMap(({ inputs }) => inputs));
  return {
    title: pageTitle(request, "method.sources.title"),
    version: versionShown(),
    view,
    texts: textsWithin(requestLanguage(request), names),
  };
}

/** Every source and table, with its licence, day and hash. */
export default function Sources() {
  const { t } = useTranslation();
  const { version, view, texts } = useLoaderData<typeof loader>();
  const parts = [
    { id: "edition", title: t("method.sources.edition") },
    { id: "tables", title: t("method.sources.tables") },
    ...view.lists.map(({ list }) => ({ id: list, title: t(sourceListKey[list]) })),
  ];
  return (
    <ModelTexts.Provider value={texts}>
      <MethodHead version={version} title={t("method.sources.title")} lead={t("method.sources.lead")} />
      <WithContents parts={parts}>
        <Tables view={view} />
        {view.lists.map(({ list, sources }) => (
          <SourceList key={list} list={list} sources={sources} />
        ))}
      </WithContents>
    </ModelTexts.Provider>
  );
}
