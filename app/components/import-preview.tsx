import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { bandKey, fieldName, issueKey, levelKey, levelMeaningKey, outcomeKey, renameReasonKey } from "../i18n/keys";
import type { FieldName } from "../imports/fields";
import { paths } from "../lib/paths";
import { BANDS, LEVELS, type Band, type Level } from "../../risk-models/types";
import { ControlTotals, type ControlTotal, type StatedTotal } from "./control-totals";
import { Figures, Shares } from "./figures";
import { ListDifferences, type DifferencesView } from "./list-differences";
import { ListGaps, type WholeListView } from "./list-gaps";
import { BandTag, LevelTag } from "./marks";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

export interface RenameQuestion {
  readonly newNo: number;
  readonly oldNo: number;
  readonly newName: string;
  readonly oldName: string;
  readonly reason: string;
  readonly decision: "confirmed" | "declined" | null;
}

export interface PreviewView {
  readonly kind: "list" | "ledger";
  readonly rows: {
    readonly read: number;
    readonly imported: number;
    readonly repaired: number;
    readonly setAside: number;
    readonly leftOut: number;
  };
  readonly suppliers: number;
  readonly countryUnresolved: number;
  readonly sectorUnresolved: number;
  readonly totals: readonly ControlTotal[];
  readonly levels: Readonly<Partial<Record<Level, number>>>;
  readonly bands: Readonly<Partial<Record<Band, number>>>;
  readonly ledger: readonly StatedTotal[];
  /** How the list writes its decimals. */
  readonly decimal: "." | ",";
  readonly compared: DifferencesView | null;
  readonly whole: WholeListView;
  readonly renames: readonly RenameQuestion[];
  readonly issues: readonly {
    readonly line: number;
    readonly outcome: "imported" | "set-aside" | "left-out";
    readonly code: string;
    readonly field: FieldName | null;
    readonly found: string;
  }[];
  /** More issues than those shown. */
  readonly moreIssues: boolean;
}

interface Props {
  readonly view: PreviewView;
  readonly workspace: string;
  readonly importId: string;
  /** May decide on renames; false once published or for who only reads. */
  readonly canDecide: boolean;
  /** It waits to be published; false once it was. */
  readonly isOpen: boolean;
}

/** The numbers of a list, in the order in which a person checks them. */
export function ImportPreview({ view, workspace, importId, canDecide, isOpen }: Props) {
  return (
    <div className="space-y-5">
      {canDecide && <ListGaps view={view} whole={view.whole} workspace={workspace} />}
      <RowNumbers view={view} />
      <Renames renames={view.renames} canDecide={canDecide} />
      <div className={view.compared ? "grid grid-cols-1 items-start gap-5 lg:grid-cols-2" : ""}>
        <Known view={view} />
        <ListDifferences view={view.compared} workspace={workspace} importId={importId} isOpen={isOpen} />
      </div>
      <ControlTotals totals={view.totals} ledger={view.ledger} canState={canDecide} decimal={view.decimal} />
      <Issues view={view} workspace={workspace} importId={importId} />
    </div>
  );
}

function RowNumbers({ view: { rows, suppliers, kind, countryUnresolved, sectorUnresolved } }: { view: PreviewView }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  return (
    <Section
      id="rows"
      title={t("imports.preview.rows")}
      note={t(kind === "ledger" ? "imports.preview.ledger" : "imports.preview.list")}
    >
      <Figures
        figures={[
          { label: t("imports.preview.suppliers"), value: count(suppliers) },
          { label: t("imports.preview.read"), value: count(rows.read) },
          {
            label: t("imports.preview.imported"),
            value: count(rows.imported),
            note: `${count(rows.repaired)} ${t("imports.preview.repaired")}`,
          },
          {
            label: t("imports.preview.setAside"),
            value: count(rows.setAside),
            note: t("imports.preview.setAsideNote"),
          },
          { label: t("imports.preview.leftOut"), value: count(rows.leftOut), note: t("imports.preview.leftOutNote") },
          { label: t("imports.preview.countryUnresolved"), value: count(countryUnresolved), part: true },
          { label: t("imports.preview.sectorUnresolved"), value: count(sectorUnresolved), part: true },
        ]}
      />
    </Section>
  );
}

/** Levels and bands with their counts; side by side where no comparison stands beside them. */
function Known({ view: { levels, bands, suppliers, compared } }: { view: PreviewView }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const part = (n: number) => (suppliers > 0 ? n / suppliers : 0);
  const scored = BANDS.reduce((sum, band) => sum + (bands[band] ?? 0), 0);
  return (
    <Section id="known" title={t("imports.preview.levels")}>
      <div className={`grid grid-cols-1 gap-x-12 gap-y-5 ${compared ? "" : "lg:grid-cols-2"}`}>
        <Shares
          shares={LEVELS.toReversed().map((level) => ({
            key: t(levelKey[level]),
            label: <LevelTag level={level} />,
            note: t(levelMeaningKey[level]),
            count: count(levels[level] ?? 0),
            fraction: part(levels[level] ?? 0),
          }))}
        />
        <div>
          <h3 className="mb-2">{t("imports.preview.bands")}</h3>
          <Shares
            shares={[
              ...BANDS.toReversed().map((band) => ({
                key: t(bandKey[band]),
                label: <BandTag band={band} />,
                count: count(bands[band] ?? 0),
                fraction: part(bands[band] ?? 0),
              })),
              {
                key: "none",
                label: <span className="text-soft">{t("imports.preview.noBand")}</span>,
                count: count(suppliers - scored),
                fraction: part(suppliers - scored),
              },
            ]}
          />
        </div>
      </div>
    </Section>
  );
}

function Renames({ renames, canDecide }: { renames: readonly RenameQuestion[]; canDecide: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (renames.length === 0) return null;
  const open = renames.filter(({ decision }) => decision === null).length;
  return (
    <Section id="renames" title={t("imports.preview.renames")} note={t("imports.preview.renamesNote")}>
      <ul className="divide-y divide-line border-y border-line">
        {renames.map(({ newNo, oldNo, newName, oldName, reason, decision }) => (
          <li
            key={`${newNo}-${oldNo}`}
            className="grid items-center gap-x-5 gap-y-2 py-3 md:grid-cols-[1fr_1fr_1fr_auto]"
          >
            <p>
              <span className="eyebrow block">{t("imports.preview.old")}</span>
              {oldName}
            </p>
            <p>
              <span className="eyebrow block">{t("imports.preview.newName")}</span>
              {newName}
            </p>
            <p className="text-sm text-soft">
              <span className="eyebrow block">{t("imports.preview.reason")}</span>
              {t(renameReasonKey(reason))}
            </p>
            <div>
              {decision !== null && (
                <p className="text-sm font-semibold">
                  {t(decision === "confirmed" ? "imports.preview.decidedSame" : "imports.preview.decidedDifferent")}
                </p>
              )}
              {decision === null && canDecide && (
                <Form method="post" className="flex gap-2" preventScrollReset>
                  <input type="hidden" name="intent" value="rename" />
                  <input type="hidden" name="newNo" value={newNo} />
                  <input type="hidden" name="oldNo" value={oldNo} />
                  <button className="button" data-size="small" name="decision" value="confirmed">
                    {t("imports.preview.same")}
                  </button>
                  <button className="button" data-size="small" name="decision" value="declined">
                    {t("imports.preview.different")}
                  </button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open > 0 && canDecide && (
        <p className="mt-3 text-sm text-soft">
          {t("imports.preview.renamesOpen", { count: open, formatted: format.count(open) })}
        </p>
      )}
    </Section>
  );
}

function Issues({ view, workspace, importId }: Omit<Props, "canDecide" | "isOpen">) {
  const { issues, moreIssues, rows } = view;
  const correctable = rows.setAside + rows.leftOut > 0;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      id="issues"
      title={t("imports.preview.issues")}
      note={moreIssues ? t("imports.preview.issuesFirst", { count: issues.length }) : null}
    >
      {correctable && <p className="mb-3 prose-width text-sm text-soft">{t("importing.correct.note")}</p>}
      <p className="mb-4 flex flex-wrap gap-2 empty:hidden">
        {correctable && (
          <a href={paths.importCorrections(workspace, importId)} download className="button" data-size="small">
            {t("importing.correct.download")}
          </a>
        )}
        {issues.length > 0 && (
          <a href={paths.importRows(workspace, importId)} download className="button" data-size="small">
            {t("imports.preview.download")}
          </a>
        )}
      </p>
      {issues.length === 0 ? (
        <p className="text-soft">{t("imports.preview.issuesNone")}</p>
      ) : (
        <ScrollRegion labelledBy="issues" className="max-h-[36rem] overflow-y-auto">
          <table className="table">
            <thead className="sticky top-0 bg-surface">
              <tr>
                <th scope="col" data-align="end">
                  {t("imports.preview.lineHeading")}
                </th>
                <th scope="col">{t("imports.preview.what")}</th>
                <th scope="col" className="max-sm:hidden">
                  {t("imports.preview.fieldHeading")}
                </th>
                <th scope="col" className="max-sm:hidden">
                  {t("imports.preview.found")}
                </th>
              </tr>
            </thead>
            <tbody>
              {issues.map(({ line, outcome, code, field, found }, row) => (
                // Several issues of one row may have the same code.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={row}>
                  <td data-align="end">{format.count(line)}</td>
                  <td>
                    {outcome !== "imported" && <span className="sr-only">{t(outcomeKey[outcome])}. </span>}
                    {t(issueKey(code))}
                    {/* On a phone one column says all of it. */}
                    <span className="mt-0.5 block text-soft sm:hidden">
                      {field === null ? "" : t("table.chip", { filter: fieldName(t, field), value: "" })}
                      <span className="wrap-anywhere">{found}</span>
                    </span>
                  </td>
                  <td className="whitespace-nowrap max-sm:hidden">{field === null ? "" : fieldName(t, field)}</td>
                  <td className="max-w-md min-w-48 break-words text-soft max-sm:hidden">{found}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Section>
  );
}
