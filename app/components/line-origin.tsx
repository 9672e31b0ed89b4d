import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";
import { SourceLinks, type SourceName } from "./method-parts";

/** Where the value of a line comes from: published sources, what was told, or a place in the model itself. */
export type Origin =
  | { readonly from: "sources"; readonly sources: readonly SourceName[] }
  | { readonly from: "stated" }
  /** A finding that people confirmed: the title of its record. */
  | { readonly from: "record"; readonly title: string }
  /** The value of silence of the kind of work. */
  | { readonly from: "setting" }
  /** The middle of a class. */
  | { readonly from: "class" }
  /** The height of a sign. */
  | { readonly from: "sign" }
  /** No source names it: what the tables say by silence. */
  | { readonly from: "silence" };

/** The source of a line with the way to it: a source's own entry, or the part of the model it stands in. */
export function FoundIn({
  origin = { from: "silence" },
  indicator,
  model,
}: {
  origin: Origin | undefined;
  indicator: string;
  model: string;
}) {
  const { t } = useTranslation();
  switch (origin.from) {
    case "sources":
      return <SourceLinks sources={origin.sources} />;
    case "record":
      return <bdi>{origin.title}</bdi>;
    case "stated":
      return <>{t("origin.stated")}</>;
    case "setting":
      return <Link to={paths.method(model, "kinds")}>{t("origin.setting", { model })}</Link>;
    case "class":
      return <Link to={paths.method(model, `classes-${indicator}`)}>{t("origin.class", { model })}</Link>;
    case "sign":
      return <Link to={paths.method(model, "signs")}>{t("origin.sign", { model })}</Link>;
    case "silence":
      return <>{t("origin.silence")}</>;
  }
}
