import { useTranslation } from "react-i18next";
import { accessClassKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { faultSentence } from "../i18n/trail-keys";
import { paths } from "../lib/paths";
import type { PacksView } from "../services/packs/packs-view.server";
import { Notice } from "./notice";

/** Which packs were made, of what, and may they be handed over? */
export function PacksList({ workspace, packs }: { workspace: string; packs: PacksView["packs"] }) {
  const { t } = useTranslation();
  if (packs.length === 0) return <p className="text-soft">{t("pack.page.none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {packs.map((pack) => (
        <li key={pack.id} className="py-4 first:pt-0 last:pb-0">
          <Pack workspace={workspace} pack={pack} />
        </li>
      ))}
    </ul>
  );
}

function Pack({ workspace, pack }: { workspace: string; pack: PacksView["packs"][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = [
    t("pack.page.upToShown", { class: t(accessClassKey[pack.upTo]) }),
    ...(pack.withheld > 0
      ? [t("pack.page.leftOut", { count: pack.withheld, formatted: format.count(pack.withheld) })]
      : []),
    t("pack.page.head", { formatted: format.count(pack.headSeq) }),
    ...(pack.reportId === null ? [] : [t("pack.page.forReport")]),
  ];
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 className="break-words">
            {t("pack.page.of", { file: pack.fileName, suppliers: format.count(pack.suppliers) })}
          </h3>
          <p className="text-sm text-soft">
            {t("pack.page.by", { when: format.minute(pack.madeAt), who: pack.who ?? t("pack.page.nobody") })}
          </p>
          <p className="text-sm text-soft">{parts.join(" · ")}</p>
        </div>
        <a href={paths.packFile(workspace, pack.id)} className="button" download>
          {t("pack.page.get", { size: format.bytes(pack.bytes) })}
        </a>
      </div>
      {pack.stampedAt === null ? (
        <p className="text-sm text-soft">{t("pack.page.notStamped")}</p>
      ) : (
        <div className="text-sm">
          <p>
            {t("pack.page.stamped", {
              when: format.minute(pack.stampedAt),
              name: pack.stampedBy || t("pack.stamp.nameless"),
            })}
          </p>
          <p>
            <span className="text-soft">{t("pack.page.stampedBy")}:</span>{" "}
            <code className="text-xs break-all">{pack.stampFingerprint}</code>
          </p>
        </div>
      )}
      {pack.faults === 0 ? (
        <p className="text-sm">{t("pack.page.intact")}</p>
      ) : (
        <Notice kind="problem">
          {t("pack.page.faults", { count: pack.faults, formatted: format.count(pack.faults) })}
          {pack.lines && pack.lines.faults > 0 && <OtherLines lines={pack.lines} />}
        </Notice>
      )}
      {pack.lines?.sealed === false && <p className="text-sm text-soft">{t("pack.page.notSealed")}</p>}
      <p className="text-sm">
        <span className="text-soft">{t("pack.page.hash")}:</span>{" "}
        <code className="text-xs break-all">{pack.sha256}</code>
      </p>
    </div>
  );
}

/** Which lines are not as they were sealed? */
function OtherLines({ lines }: { lines: NonNullable<PacksView["packs"][number]["lines"]> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const more = lines.faults - lines.named.length;
  return (
    <>
      <p className="mt-2">{t("pack.page.lines", { count: lines.faults, formatted: format.count(lines.faults) })}</p>
      <ul className="list-disc ps-5">
        {lines.named.map((fault) => (
          <li key={JSON.stringify(fault)} className="break-all">
            {faultSentence(t, fault)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t("pack.more", { formatted: format.count(more) })}</p>}
    </>
  );
}
