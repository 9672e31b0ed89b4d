import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Section } from "./page";

export interface OriginalView {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Columns that will be emptied once the list is published or discarded. */
  readonly empties: readonly string[];
  /** The rows that were read lie in a file of their own. */
  readonly isWorkbook: boolean;
  /** The list was published or discarded. */
  readonly isClosed: boolean;
  /** Null while the plain file stands where it was received. */
  readonly sealed: {
    readonly state: "same" | "encrypted" | "deleted";
    readonly emptied: readonly string[];
    readonly deleteAfter: Date | null;
    readonly deletedAt: Date | null;
  } | null;
  /** Address of the file as it was sent; null for who may not have it, and when it is gone. */
  readonly download: string | null;
}

/** What is kept of the file: its hash, which columns were emptied, how long the original is there. */
export function OriginalCard({ original }: { original: OriginalView }) {
  const { fileName, sha256, bytes, empties, isWorkbook, isClosed, sealed, download } = original;
  const { t } = useTranslation();
  const format = useFormat();
  const sentence =
    sealed === null
      ? isClosed
        ? t("importing.original.sealing")
        : empties.length > 0
          ? t("importing.original.openEmpties")
          : t(isWorkbook ? "importing.original.openWorkbook" : "importing.original.open")
      : sealed.state === "same"
        ? t("importing.original.same")
        : sealed.state === "deleted"
          ? t("importing.original.deleted", { date: sealed.deletedAt ? format.day(sealed.deletedAt) : "" })
          : t("importing.original.encrypted", { date: sealed.deleteAfter ? format.day(sealed.deleteAfter) : "" });
  return (
    <Section
      id="original"
      title={t("importing.original.title")}
      note={sentence}
      aside={
        download !== null && (
          <a href={download} download className="button" data-size="small">
            {t("importing.original.download")}
          </a>
        )
      }
    >
      <dl className="grid grid-cols-1 gap-x-6 text-[0.9375rem] max-sm:[&_dd]:mb-2 sm:gap-y-1 sm:grid-cols-[max-content_1fr]">
        <dt className="text-soft">{t("importing.original.received")}</dt>
        <dd className="break-words">
          {fileName}, {format.bytes(bytes)}
        </dd>
        <dt className="text-soft">{t("importing.original.sha256")}</dt>
        <dd className="font-mono text-sm break-all">{sha256}</dd>
        {sealed === null && empties.length > 0 && (
          <>
            <dt className="text-soft">{t("importing.original.willEmpty")}</dt>
            <dd className="break-words">{empties.join(t("common.separator"))}</dd>
          </>
        )}
        {sealed !== null && sealed.state !== "same" && (
          <>
            <dt className="text-soft">{t("importing.original.emptied")}</dt>
            <dd className="break-words">
              {sealed.emptied.length === 0
                ? t("importing.original.emptiedNone")
                : sealed.emptied.join(t("common.separator"))}
            </dd>
          </>
        )}
      </dl>
      {download !== null && <p className="mt-2 text-sm text-soft">{t("importing.original.downloadNote")}</p>}
    </Section>
  );
}
