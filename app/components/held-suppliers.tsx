import { createContext, useContext } from "react";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";

/** Ids of the suppliers nobody writes to now, given once by the frame of the workspace. */
export const HeldSuppliers = createContext<readonly string[]>([]);

export const useIsHeld = (supplierId: string): boolean => useContext(HeldSuppliers).includes(supplierId);

/** Stands where something would be asked of a supplier. */
export function DoNotWrite({ workspace, supplierId }: { workspace: string; supplierId: string }) {
  const { t } = useTranslation();
  return (
    <span className="font-semibold text-high">
      <span aria-hidden="true">! </span>
      <Link to={paths.danger(workspace, supplierId)} className="text-high underline">
        {t("danger.stands")}
      </Link>
    </span>
  );
}
