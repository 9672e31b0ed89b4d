import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { changedFieldKey, differenceKey, DIFFERENCES, type DifferenceKind } from "../i18n/import-keys";
import { paths } from "../lib/paths";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

export interface NamedDifference {
  readonly supplierNo: number;
  readonly name: string;
  readonly oldName: string | null;
  /** Columns of the register that changed. */
  readonly columns: readonly string[];
}

export interface DifferencesView {
  readonly counts: Readonly<Record<DifferenceKind | "unchanged", number>>;
  /** The kind that is open, with its first suppliers; null when none is. */
  readonly open: { readonly kind: DifferenceKind; readonly suppliers: readonly NamedDifference[] } | null;
}

interface Props {
  /** Null for a first list, which there is nothing to compare with. */
  readonly view: DifferencesView | null;
  readonly workspace: string;
  readonly importId: string;
  /** It waits to be published: the list before is the one everyone sees. */
  readonly isOpen: boolean;
}

/** How many suppliers are new, gone, changed and renamed against the list everyone sees; each opens to their names. */
export function ListDifferences({ view, workspace, importId, isOpen }: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  if (view === null) return null;
  return (
    <Section id="compared" title={t(isOpen ? "imports.preview.compared" : "importing.differences.before")}>
      <dl className="figures divide-y divide-line border-y border-line text-[0.9375rem]">
        {DIFFERENCES.map((kind) => (
          <div key={kind} className="flex items-baseline gap-x-3 py-1.5">
            <dt className="flex-1">{t(differenceKey[kind])}</dt>
            <dd className="font-semibold">{count(view.counts[kind])}</dd>
            <dd className="min-w-20 text-end">
              {view.counts[kind] > 0 && (
                <Link
                  to={view.open?.kind === kind ? "?#compared" : `?difference=${kind}#compared`}
                  preventScrollReset
                  aria-expanded={view.open?.kind === kind}
                  aria-label={`${view.open?.kind === kind ? t("importing.differences.close") : t("importing.differences.show")}: ${t(differenceKey[kind])}`}
                >
                  {view.open?.kind === kind ? t("importing.differences.close") : t("importing.differences.show")}
                </Link>
              )}
            </dd>
          </div>
        ))}
        <div className="flex items-baseline gap-x-3 py-1.5 text-soft">
          <dt className="flex-1">{t("imports.preview.unchanged")}</dt>
          <dd>{count(view.counts.unchanged)}</dd>
          <dd className="min-w-20" />
        </div>
      </dl>
      {view.open && (
        <Names
          open={view.open}
          total={view.counts[view.open.kind]}
          download={paths.importDifferences(workspace, importId, view.open.kind)}
        />
      )}
    </Section>
  );
}

function Names({
  open: { kind, suppliers },
  total,
  download,
}: {
  open: NonNullable<DifferencesView["open"]>;
  total: number;
  download: string;
}) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const fields = (columns: readonly string[]) =>
    columns
      .flatMap((column) => {
        const key = changedFieldKey(column);
        return key === null ? [] : [t(key)];
      })
      .join(t("common.separator"));
  return (
    <div className="mt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 id="differences">{t(differenceKey[kind])}</h3>
        <p className="flex-1 text-sm text-soft">
          {suppliers.length === 0
            ? t("importing.differences.notNamed")
            : suppliers.length < total
              ? t("importing.differences.first", { shown: count(suppliers.length), total: count(total) })
              : t("importing.differences.all", { total: count(total) })}
        </p>
        <a href={download} download className="button" data-size="small">
          {t("importing.differences.download")}
        </a>
      </div>
      <ScrollRegion labelledBy="differences" className="mt-2 max-h-96 overflow-y-auto">
        <ul className="space-y-1 text-[0.9375rem]">
          {suppliers.map(({ supplierNo, name, oldName, columns }) => (
            <li key={supplierNo} className="break-words">
              {name}
              {oldName !== null && (
                <span className="text-sm text-soft"> · {t("importing.differences.oldName", { name: oldName })}</span>
              )}
              {kind === "changed" && columns.length > 0 && (
                <span className="text-sm text-soft">
                  {" "}
                  · {t("importing.differences.changedIn", { fields: fields(columns) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </div>
  );
}
