import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { signRoleKey, signWhoKey } from "../i18n/report-keys";
import type { Signer } from "../reports/signers";
import { Section } from "./page";

/** Who signs the report and who did; of each that is missing, who may. */
export function ReportSigners({ signers }: { signers: readonly Signer[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="signers" title={t("reportSigners.title")}>
      <dl className="space-y-2 text-sm">
        {signers.map(({ role, onPaper, signed }) => (
          <div key={role}>
            <dt className="font-semibold">{t(signRoleKey[role])}</dt>
            {signed.map(({ name, title, at, alone }) => (
              <dd key={`${name} ${at}`} className="break-words">
                <bdi>{title === "" ? name : `${name}, ${title}`}</bdi>
                <span className="text-soft">
                  {t("common.separator")}
                  {format.minute(at)}
                  {alone && ` (${t("reports.alone")})`}
                </span>
              </dd>
            ))}
            {signed.length === 0 && (
              <dd className="text-soft">{`${onPaper ? "" : `${t("reportSigners.missing")} `}${t(signWhoKey[role])}`}</dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  );
}
