import { Link, useParams, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import type { RecordKind } from "../lib/trail-groups";
import { useSameDay } from "./trail-day";

/** From a record's page: what was decided about it, and what people remarked and signed off. */
export function RecordTrail({ kind, id }: { kind: RecordKind; id: string }) {
  const { t } = useTranslation();
  const { workspace = "" } = useParams();
  const here = useRouteLoaderData("routes/w.$workspace") as { readonly role?: Parameters<typeof can>[0] } | undefined;
  const sameDay = useSameDay();
  return (
    <p className="no-print flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <Link to={sameDay(paths.notes(workspace, kind, id))} className="link py-0.5">
        {t("trail.notes.link")}
      </Link>
      {here?.role && can(here.role, "audit:read") && (
        <Link to={paths.trail(workspace, `record=${encodeURIComponent(id)}`)} className="link py-0.5">
          {t("trail.notes.decided")}
        </Link>
      )}
    </p>
  );
}
