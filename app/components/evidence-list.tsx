import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { accessClassKey, strengthKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import type { EvidenceLine } from "../lib/finding-page.server";
import { paths } from "../lib/paths";
import { Section } from "./page";

/** Documents that back something, with what each shows, how strong it is and until when it holds. */
export function EvidenceList({
  workspace,
  documents,
  add,
}: {
  workspace: string;
  documents: readonly EvidenceLine[];
  /** The form for another one; null: this reader adds none. */
  add: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="documents" title={t("evidence.title")}>
      {documents.length === 0 && <p className="text-soft">{t("evidence.none")}</p>}
      <ul className="divide-y divide-line">
        {documents.map((one) => (
          <li key={one.id} className="py-3 first:pt-0">
            <p className={`font-semibold break-words ${one.undoneReason === null ? "" : "line-through"}`}>
              {one.shows}
            </p>
            <p className="text-sm text-soft">
              {[
                one.issuer,
                one.issuedOn && format.day(one.issuedOn),
                t(strengthKey[one.strength]),
                t(one.accessClass === null ? "findings.class.protected" : accessClassKey[one.accessClass]),
                one.tier !== null && `${t("evidence.new.tier")} ${format.count(one.tier)}`,
                one.site,
                one.product,
              ]
                .filter(Boolean)
                .join(" · ")}
              {one.expiresOn && (
                <span className={one.isOver ? "font-semibold text-high" : undefined}>
                  {" · "}
                  {one.isOver && <span aria-hidden="true">! </span>}
                  {t(one.isOver ? "evidence.expired" : "evidence.until", { day: format.day(one.expiresOn) })}
                </span>
              )}
            </p>
            {one.undoneReason === null ? (
              <p className="text-sm">
                <a
                  href={paths.evidenceFile(workspace, one.id)}
                  download
                  className="break-all text-accent underline underline-offset-4"
                >
                  {t("evidence.download")}: <bdi>{one.fileName}</bdi>
                </a>{" "}
                <span className="text-soft">
                  ({format.bytes(one.bytes)}, SHA-256 <code title={one.sha256}>{one.sha256.slice(0, 12)}…</code>)
                </span>
              </p>
            ) : (
              <p className="text-sm">{t("evidence.takenBack", { reason: one.undoneReason })}</p>
            )}
            {add !== null && one.undoneReason === null && (
              <details className="mt-1 text-sm">
                <summary className="text-accent">{t("evidence.takeBack")}</summary>
                <Form
                  method="post"
                  action={add}
                  encType="multipart/form-data"
                  className="mt-1 flex flex-wrap items-end gap-2"
                >
                  <input type="hidden" name="intent" value="take-back" />
                  <input type="hidden" name="document" value={one.id} />
                  <label className="grow">
                    <span className="block font-semibold">{t("evidence.takeBackWhy")}</span>
                    <input name="reason" required maxLength={300} className="input" />
                  </label>
                  <button className="button" data-size="small">
                    {t("evidence.takeBack")}
                  </button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
      {add !== null && (
        <p className="mt-3">
          <Link to={add} className="button" data-size="small">
            {t("evidence.add")}
          </Link>
        </p>
      )}
    </Section>
  );
}
