import { useTranslation } from "react-i18next";
import type { MaterialsDay } from "../lib/supplier-day-pages.server";
import { Materials } from "./materials";
import { SupplierDayPage } from "./supplier-day";

/** What had been stated about a supplier's materials by a past day. */
export function MaterialsOnDay({ workspace, id, past }: { workspace: string; id: string; past: MaterialsDay }) {
  const { t } = useTranslation();
  const { view } = past;
  return (
    <SupplierDayPage workspace={workspace} id={id} {...past} title={t("materials.title")}>
      {view && <Materials view={view} workspace={workspace} id={id} today={past.today} canWrite={false} />}
      {!view && past.whyNot === null && <p className="text-soft">{t("supplierDay.noMaterials")}</p>}
    </SupplierDayPage>
  );
}
