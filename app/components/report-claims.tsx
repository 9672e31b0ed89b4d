import { useTranslation } from "react-i18next";
import { claimKey } from "../i18n/report-keys";
import { CLAIM_KINDS } from "../reports/claim-words";
import type { Claim } from "../reports/claims";

/** Words of an author to look at again, by what they seem to claim, each with why. Nothing is refused for them. */
export function Claims({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation();
  if (claims.length === 0) return null;
  return (
    <div className="space-y-1 text-sm">
      <p className="font-semibold">{t("reports.claim.look")}</p>
      <ul className="list-disc space-y-1 ps-5">
        {CLAIM_KINDS.filter((kind) => claims.some((one) => one.kind === kind)).map((kind) => (
          <li key={kind}>
            {claims
              .filter((one) => one.kind === kind)
              .map(({ words }, at) => (
                <span key={words}>
                  {at > 0 && ", "}
                  <q>{words}</q>
                </span>
              ))}
            {": "}
            {t(claimKey[kind])}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same of every point of a report, for whoever approves it. */
export function ClaimsOfPoints({
  points,
}: {
  points: readonly { readonly point: string; readonly name: string; readonly claims: readonly Claim[] }[];
}) {
  const { t } = useTranslation();
  if (points.length === 0) return null;
  return (
    <div className="space-y-2">
      <p>{t("reports.claim.approve")}</p>
      {points.map(({ point, name, claims }) => (
        <div key={point}>
          <p className="font-semibold">{name}</p>
          <Claims claims={claims} />
        </div>
      ))}
    </div>
  );
}
