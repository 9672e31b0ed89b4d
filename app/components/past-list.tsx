import { Link, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import type { PastListView } from "../lib/past-list.server";
import { PastDay } from "./trail-day";

interface Props {
  readonly workspace: string;
  /** Null: the page shows today. */
  readonly past: (Omit<PastListView, "publishedAt"> & { readonly publishedAt: string | Date | null }) | null;
  readonly children?: ReactNode;
}

/** Above a page of a list: which day it shows, which list that was, and what cannot be told of it; nothing on a page of today. */
export function PastList({ workspace, past, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const here = useRouteLoaderData("routes/w.$workspace") as { readonly role?: Parameters<typeof can>[0] } | undefined;
  if (past === null) return <PastDay day={null} />;
  const { day, is, fileName, publishedAt } = past;
  return (
    <PastDay day={day} names={t("trail.on.samePlace")}>
      {is === "none" && t("trail.on.noneShown")}
      {is === "gone" && (fileName === null ? t("trail.on.erased") : t("trail.on.gone", { file: fileName }))}
      {is === "kept" &&
        t("trail.on.listOf", {
          file: fileName ?? "",
          when: publishedAt === null ? "" : format.minute(publishedAt),
        })}{" "}
      {children}{" "}
      {here?.role && can(here.role, "audit:read") && (
        <Link to={paths.trailOn(workspace, day)}>{t("trail.on.wholeDay")}</Link>
      )}
    </PastDay>
  );
}
