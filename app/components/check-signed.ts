import { useTranslation } from "react-i18next";
import type { Signed } from "../checks/record";
import { useFormat } from "../i18n/format";

/** Who and when, as a line. */
export function useSigned() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ by, at }: Signed) => t("checks.signed", { who: by, when: format.minute(at) });
}
