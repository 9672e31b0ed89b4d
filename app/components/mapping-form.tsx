import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ENCODINGS, type Encoding, type SheetInfo } from "../files/types";
import { useFormat } from "../i18n/format";
import { excludedKey, fieldGroups, fieldName } from "../i18n/keys";
import type { ColumnProposal } from "../imports/types";
import { Notice } from "./notice";
import { Section } from "./page";
import { ReadingChoices, type ReadingChoicesView } from "./reading-choices";
import { CountrySelect, ProductInput } from "./whole-list";

export interface MappingView {
  readonly columns: readonly ColumnProposal[];
  readonly format: "csv" | "xlsx";
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly sheet: string | null;
  readonly sheets: readonly SheetInfo[];
  /** 0-based record taken as the header; null: none. */
  readonly headerRecord: number | null;
  /** The first records of the file, to choose the header from. */
  readonly sample: readonly (readonly string[])[];
  readonly oddRecords: readonly { readonly line: number; readonly text: string }[];
  readonly settings: {
    readonly sheet: string | null;
    readonly encoding: Encoding | null;
    readonly delimiter: string | null;
    readonly header: "auto" | "none" | number;
    readonly country: string | null;
    readonly product: string | null;
    readonly countryFromAddress: boolean;
  };
  /** Country codes with names in the reader's language, in its order. */
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly workspace: string;
  readonly reading: ReadingChoicesView;
  /** How the product of the whole list is read. */
  readonly sector: { readonly text: string; readonly isic: string | null; readonly name: string | null };
  /** The list whose reading was taken over. */
  readonly readAs: { readonly file: string; readonly when: Date } | null;
  readonly correction: {
    readonly fileName: string;
    readonly replaced: number;
    readonly added: number;
    readonly rows: number;
  } | null;
}

const DELIMITERS = {
  ",": "imports.mapping.delimiterComma",
  ";": "imports.mapping.delimiterSemicolon",
  "\t": "imports.mapping.delimiterTab",
  "|": "imports.mapping.delimiterBar",
} as const;
const HEADER_CHOICES = 15;

/** One meaning a column, then how the file is read, then what holds for the whole list. Works as a plain form. */
export function MappingForm({ view, problems }: { view: MappingView; problems: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="space-y-5">
      {/* What the Enter key in a text field does. */}
      <button className="sr-only" name="intent" value="build" tabIndex={-1} aria-hidden="true" />
      {problems.map((problem) => (
        <Notice key={problem} kind="problem">
          {problem}
        </Notice>
      ))}
      <Provenance view={view} />
      <Section id="columns" title={t("imports.mapping.title")} note={t("imports.mapping.lead")}>
        <ColumnTable columns={view.columns} />
      </Section>
      <WholeList view={view} />
      {hasReading(view.reading) && <ReadingChoices view={view.reading} />}
      <ReadAs view={view} />
      <div className="card decision">
        <button className="button" data-kind="primary" name="intent" value="build">
          {t("imports.mapping.build")}
        </button>
        <p className="text-sm text-soft">{t("imports.mapping.buildNote")}</p>
        <button className="button" data-kind="quiet" name="intent" value="discard" formNoValidate>
          {t("imports.preview.discard")}
        </button>
      </div>
    </Form>
  );
}

const hasReading = ({ amounts, dates }: ReadingChoicesView) => amounts !== null || dates !== null;

/** Where the reading comes from when it is not the program's own proposal. */
function Provenance({ view: { readAs, correction } }: { view: MappingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (correction) {
    const { fileName: file, replaced, added, rows } = correction;
    return (
      <Notice kind="note" title={t("importing.correction.title", { file })}>
        <p>
          {t("importing.correction.replaced", { count: replaced, formatted: format.count(replaced) })}{" "}
          {added > 0 && <>{t("importing.correction.added", { count: added, formatted: format.count(added) })} </>}
          {t("importing.correction.rest", { rows: format.count(rows) })}
        </p>
      </Notice>
    );
  }
  if (!readAs) return null;
  return (
    <Notice kind="note" title={t("importing.remembered.title")}>
      <p>{t("importing.remembered.text", { file: readAs.file, when: format.day(readAs.when) })}</p>
      <p className="mt-2">
        <button className="button" name="intent" value="proposal" data-size="small" formNoValidate>
          {t("importing.remembered.proposal")}
        </button>
      </p>
    </Notice>
  );
}

function FieldSelect({ column, label }: { column: ColumnProposal; label: string }) {
  const { t } = useTranslation();
  return (
    <select
      name={`column.${column.index}`}
      defaultValue={column.field ?? ""}
      aria-label={label}
      className={`input ${column.field ? "font-medium!" : "text-soft!"}`}
      data-size="small"
    >
      <option value="">{t("imports.mapping.notUsed")}</option>
      {fieldGroups.map(({ group, fields }) => (
        <optgroup key={group} label={t(group)}>
          {fields.map((field) => (
            <option key={field} value={field}>
              {fieldName(t, field)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** On a phone each column is a block; on a wide screen a line of a table. */
function ColumnTable({ columns }: { columns: readonly ColumnProposal[] }) {
  const { t } = useTranslation();
  const nameOf = (column: ColumnProposal) =>
    column.header || t("imports.mapping.noHeader", { number: String(column.index + 1) });
  return (
    <ul className="divide-y divide-line border-y border-line">
      <li
        aria-hidden="true"
        className="hidden gap-x-5 py-2 text-sm font-semibold text-soft md:grid md:grid-cols-[minmax(0,1.1fr)_minmax(0,1.3fr)_minmax(19rem,1.2fr)]"
      >
        <span>{t("imports.mapping.column")}</span>
        <span>{t("imports.mapping.samples")}</span>
        <span>{t("imports.mapping.meaning")}</span>
      </li>
      {columns.map((column) => (
        <li
          key={column.index}
          className="grid grid-cols-1 items-start gap-x-5 gap-y-1.5 py-2.5 text-[0.9375rem] md:grid-cols-[minmax(0,1.1fr)_minmax(0,1.3fr)_minmax(19rem,1.2fr)]"
        >
          <div className="min-w-0">
            <p className={`break-words ${column.field ? "font-semibold" : ""}`}>{nameOf(column)}</p>
            {column.excluded && <p className="text-xs text-soft">{t(excludedKey[column.excluded])}</p>}
          </div>
          <ul className="flex min-w-0 flex-wrap gap-x-2 text-sm text-soft" aria-label={t("imports.mapping.samples")}>
            {column.samples.length === 0 && <li className="italic">{t("imports.mapping.noSamples")}</li>}
            {column.samples.map((sample) => (
              <li
                key={sample}
                className="max-w-full truncate not-last:after:ms-2 not-last:after:text-line-strong not-last:after:content-['·']"
                title={sample}
              >
                {sample}
              </li>
            ))}
          </ul>
          <FieldSelect column={column} label={`${t("imports.mapping.meaning")}: ${nameOf(column)}`} />
        </li>
      ))}
    </ul>
  );
}

function WholeList({ view: { columns, settings, countries, sector, workspace } }: { view: MappingView }) {
  const { t } = useTranslation();
  const has = (...names: readonly string[]) => columns.some(({ field }) => field !== null && names.includes(field));
  return (
    <Section id="whole" title={t("imports.mapping.whole")} note={t("imports.mapping.wholeNote")}>
      <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
        <div className="space-y-2">
          <label className="block space-y-1">
            <span className="font-semibold">{t("imports.mapping.country")}</span>
            <CountrySelect countries={countries} value={settings.country} none={t("imports.mapping.countryNone")} />
          </label>
          {!has("country", "placeOfWork", "origin") && (
            <p className="text-sm text-soft">{t("imports.mapping.countryMissing")}</p>
          )}
          <label className="flex items-start gap-2 text-sm">
            <input
              type="checkbox"
              name="countryFromAddress"
              value="yes"
              defaultChecked={settings.countryFromAddress}
              className="mt-1 accent-accent"
            />
            {t("imports.mapping.countryFromAddress")}
          </label>
        </div>
        <ProductInput
          workspace={workspace}
          sector={sector}
          label={t("imports.mapping.product")}
          hint={
            has("product", "sector", "isic", "nace", "hs", "cpv")
              ? t("imports.mapping.productHint")
              : `${t("imports.mapping.productMissing")} ${t("imports.mapping.productHint")}`
          }
        />
      </div>
    </Section>
  );
}

function ReadAs({ view }: { view: MappingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sheets, settings, sample, headerRecord } = view;
  const shown = sheets.filter(({ hidden }) => !hidden);
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const others = shown.filter((sheet) => sheet.name !== view.sheet && sheet.rows > 1 && sheet.columns > 1);
  const delimiterName = (delimiter: string) =>
    delimiter in DELIMITERS ? t(DELIMITERS[delimiter as keyof typeof DELIMITERS]) : delimiter;
  const rowText = (record: readonly string[]) => record.filter(Boolean).slice(0, 4).join(" · ").slice(0, 80);
  return (
    <Section
      id="read-as"
      title={t("imports.mapping.file")}
      note={hasReading(view.reading) ? null : t("importing.reading.noColumns")}
    >
      {others.length > 0 && (
        <p className="mb-3 prose-width text-sm text-soft">
          {t("importing.sheets.others", {
            count: others.length,
            names: others
              .map(({ name, rows, columns }) =>
                t("importing.sheets.size", { name, rows: format.count(rows), columns: format.count(columns) }),
              )
              .join(t("common.separator")),
          })}
        </p>
      )}
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <label className="block space-y-1">
          <span className="font-semibold">{t("imports.mapping.headerRow")}</span>
          <select name="header" defaultValue={String(settings.header)} className="input">
            <option value="auto">
              {headerRecord === null
                ? t("imports.mapping.headerAutoNone")
                : t("imports.mapping.headerAuto", { row: format.count(headerRecord + 1) })}
            </option>
            <option value="none">{t("imports.mapping.headerNone")}</option>
            {sample.slice(0, HEADER_CHOICES).map((record, row) => (
              // A record has no identity but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <option key={row} value={row}>
                {t("imports.mapping.headerAt", { row: format.count(row + 1), text: rowText(record) })}
              </option>
            ))}
          </select>
        </label>
        {view.format === "xlsx" ? (
          <label className="block space-y-1">
            <span className="font-semibold">{t("imports.mapping.sheet")}</span>
            <select name="sheet" defaultValue={settings.sheet ?? ""} className="input">
              {shown.map(({ name, rows }) => (
                // The sheet that was taken by itself is no choice: the file need not be opened anew for it.
                <option key={name} value={settings.sheet === null && name === view.sheet ? "" : name}>
                  {t("imports.mapping.sheetOption", { name, rows: format.count(rows) })}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <>
            <label className="block space-y-1">
              <span className="font-semibold">{t("imports.mapping.encoding")}</span>
              <select name="encoding" defaultValue={settings.encoding ?? ""} className="input">
                <option value="">{t("imports.mapping.asFound", { value: view.encoding })}</option>
                {ENCODINGS.map((encoding) => (
                  <option key={encoding} value={encoding}>
                    {encoding}
                  </option>
                ))}
              </select>
            </label>
            <label className="block space-y-1">
              <span className="font-semibold">{t("imports.mapping.delimiter")}</span>
              <select name="delimiter" defaultValue={settings.delimiter ?? ""} className="input">
                <option value="">{t("imports.mapping.asFound", { value: delimiterName(view.delimiter) })}</option>
                {Object.entries(DELIMITERS).map(([delimiter, key]) => (
                  <option key={delimiter} value={delimiter}>
                    {t(key)}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </div>
      {hidden.length > 0 && (
        <p className="mt-3 text-sm text-soft">
          {t("imports.mapping.hiddenSheets", { names: hidden.map(({ name }) => name).join(t("common.separator")) })}
        </p>
      )}
      <button className="button mt-4" name="intent" value="reread" data-size="small">
        {t("imports.mapping.reread")}
      </button>
      {view.oddRecords.length > 0 && (
        <details className="mt-4">
          <summary className="font-semibold">{t("imports.mapping.oddTitle")}</summary>
          <p className="mt-1 text-sm text-soft">{t("imports.mapping.oddNote")}</p>
          <ul className="mt-2 space-y-1 text-sm">
            {view.oddRecords.map(({ line, text }) => (
              <li key={line} className="break-words">
                <span className="text-soft">{t("imports.mapping.line", { line: format.count(line) })}: </span>
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
