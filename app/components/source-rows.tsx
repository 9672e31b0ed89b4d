import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

export interface SourceRowsView {
  readonly fileName: string;
  readonly headers: readonly string[];
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Records in all. */
  readonly total: number;
}

/** The records a supplier came from, cell by cell, with the line numbers of the file. Columns empty in all of them are left out. */
export function SourceRows({ source: { fileName, headers, records, total } }: { source: SourceRowsView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = headers
    .map((header, index) => ({ header, index }))
    .filter(({ index }) => records.some(({ cells }) => cells[index]));
  return (
    <Section
      id="source-rows"
      title={t("supplier.rows")}
      note={
        <>
          <span className="break-words">{fileName}</span>. {t("supplier.rowsNote")}{" "}
          {records.length < total &&
            records.length > 0 &&
            t("supplier.rowsFirst", { count: records.length, total: format.count(total) })}
        </>
      }
      aside={
        <span className="text-sm text-soft">
          {t("supplier.rowTotal", { count: total, formatted: format.count(total) })}
        </span>
      }
    >
      {records.length === 0 ? (
        <p className="text-soft">{t("supplier.rowsGone")}</p>
      ) : (
        <ScrollRegion labelledBy="source-rows" className="max-h-[32rem] overflow-y-auto">
          <table className="table">
            <thead className="sticky top-0 bg-surface">
              <tr>
                <th scope="col" data-align="end">
                  {t("supplier.line")}
                </th>
                {shown.map(({ header, index }) => (
                  <th key={index} scope="col">
                    {header || t("imports.mapping.noHeader", { number: format.count(index + 1) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.map(({ line, cells }) => (
                <tr key={line}>
                  <th scope="row" data-align="end" className="font-normal">
                    {format.count(line)}
                  </th>
                  {shown.map(({ index }) => (
                    <td key={index} className="max-w-80 min-w-24 break-words">
                      {cells[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Section>
  );
}
