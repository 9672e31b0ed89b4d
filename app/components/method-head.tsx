import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MethodNav } from "./method-parts";
import { PageHead } from "./page";

/** The head of a page of the method, with the way to the others. */
export function MethodHead({
  version,
  title,
  above,
  lead,
  judgements = false,
}: {
  version: string;
  title: string;
  above?: ReactNode;
  lead: string;
  /** The page prints judgements of the model file, which are English. */
  judgements?: boolean;
}) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <PageHead
        title={title}
        above={above}
        lead={judgements && i18n.language !== "en" ? `${lead} ${t("method.english")}` : lead}
      />
      <MethodNav version={version} />
    </>
  );
}
