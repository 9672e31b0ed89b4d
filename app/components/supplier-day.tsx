import { Link, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { onDay, paths } from "../lib/paths";
import { can } from "../lib/permissions";
import type { AsOfView } from "../lib/as-of.server";
import { Notice } from "./notice";
import { PageHead } from "./page";
import { WHY_NOT_KNOWN } from "./recruitment-as-of";
import { PastDay, PastDayForm } from "./trail-day";

/** From a supplier as known on a day to its other pages as of the same day, as far as the reader may open them. */
export function SupplierDayPages({ workspace, id, day }: { workspace: string; id: string; day: string }) {
  const { t } = useTranslation();
  const here = useRouteLoaderData("routes/w.$workspace") as { readonly role?: Parameters<typeof can>[0] } | undefined;
  const role = here?.role;
  const pages = [
    ["supplier:read", paths.supplier(workspace, id), t("supplierDay.supplier")],
    ["supplier:read", paths.recruitment(workspace, id), t("recruitment.title")],
    ["supplier:read", paths.materials(workspace, id), t("materials.title")],
    ["action:read", paths.supplierDecision(workspace, id), t("supplierDay.decisions")],
    ["supplier:read", paths.danger(workspace, id), t("supplierDay.danger")],
  ] as const;
  return (
    <nav aria-label={t("supplierDay.pages")} className="no-print mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-soft">{t("supplierDay.pages")}:</span>
      {pages
        .filter(([permission]) => role !== undefined && can(role, permission))
        .map(([, address, title]) => (
          <Link key={address} to={onDay(address, day)}>
            {title}
          </Link>
        ))}
    </nav>
  );
}

interface Props {
  readonly workspace: string;
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly today: string;
  readonly title: string;
  /** Why the list of that day says nothing of the supplier; null: it does. */
  readonly whyNot: Extract<AsOfView, { known: false }>["why"] | null;
  /** What the reader is told beside the day. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A page of a supplier as known on a past day: to be read, with nothing to do. */
export function SupplierDayPage({ workspace, id, name, day, today, title, whyNot, note, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        above={
          <Link to={onDay(paths.supplier(workspace, id), day)}>
            <bdi className="break-words">{name}</bdi>
          </Link>
        }
        title={title}
      />
      <PastDay day={day} names={t("trail.on.peopleToday")}>
        {note}
      </PastDay>
      <SupplierDayPages workspace={workspace} id={id} day={day} />
      <div className="max-w-5xl space-y-4">
        {whyNot !== null && <Notice kind="note">{t(WHY_NOT_KNOWN[whyNot])}</Notice>}
        {children}
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
