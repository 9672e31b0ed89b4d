import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Band } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { OverviewChange } from "../services/overview/overview.server";
import { BandTag } from "./marks";
import { useSameDay } from "./trail-day";
import { Section } from "./page";

interface Props {
  readonly workspace: string;
  readonly change: OverviewChange;
  /** The import whose page tells the difference row by row; null for who may not read imports. */
  readonly importId: string | null;
}

/** What is different since the list before: whom to look at anew. */
export function Change({ workspace, change, importId }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  const { moves, named, newHigh, otherModel, otherData } = change;
  const counts = [
    [t("overview.change.new"), change.new],
    [t("overview.change.gone"), change.gone],
    [t("overview.change.changed"), change.changed],
    [t("overview.change.renamed"), change.renamed],
    [t("overview.change.unchanged"), change.unchanged],
  ] as const;
  return (
    <Section
      id="change"
      title={t("overview.change.title")}
      aside={
        importId !== null && (
          <Link to={at(paths.import(workspace, importId))} className="text-sm text-accent underline underline-offset-4">
            {t("overview.change.open")}
          </Link>
        )
      }
    >
      <dl className="figures flex flex-wrap gap-x-6 gap-y-2">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="text-lg leading-tight font-semibold">{format.count(count)}</dd>
          </div>
        ))}
      </dl>
      {(moves.length > 0 || newHigh > 0) && (
        <>
          <h3 className="mt-4 mb-1.5 text-[0.9375rem]!">{t("overview.change.bands")}</h3>
          <ul className="space-y-1.5 text-sm">
            {newHigh > 0 && (
              <li className="flex items-center gap-2">
                <span className="figures min-w-10 text-end font-semibold">{format.count(newHigh)}</span>
                {t("overview.change.isNew")} <Arrow /> <Place band="high" />
              </li>
            )}
            {moves.map(({ from, to, suppliers }) => (
              <li key={`${from}>${to}`} className="flex items-center gap-2">
                <span className="figures min-w-10 text-end font-semibold">{format.count(suppliers)}</span>
                <Place band={from} /> <Arrow /> <Place band={to} />
              </li>
            ))}
          </ul>
          {otherData !== null && (
            <p className="mt-2 text-sm text-soft">{t("overview.change.otherData", { day: format.day(otherData) })}</p>
          )}
          {otherModel !== null && (
            <p className="mt-2 text-sm text-soft">{t("overview.change.otherModel", { model: otherModel })}</p>
          )}
        </>
      )}
      {named.length > 0 && (
        <>
          <h3 className="mt-4 mb-1.5 text-[0.9375rem]!">{t("overview.change.named")}</h3>
          <ul className="space-y-1 text-sm">
            {named.map(({ id, name, from, to, isNew }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <Link
                  to={at(paths.supplier(workspace, id))}
                  className="break-words text-accent underline underline-offset-4"
                >
                  {name}
                </Link>
                <span className="inline-flex items-center gap-1.5">
                  {isNew ? t("overview.change.isNew") : <Place band={from} />} <Arrow /> <Place band={to} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Arrow() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true" className="text-soft">
        →
      </span>
      <span className="sr-only">{t("overview.change.to")}</span>
    </>
  );
}

function Place({ band }: { readonly band: Band | null }) {
  const { t } = useTranslation();
  return band === null ? <span className="text-soft">{t("workspace.home.noBand")}</span> : <BandTag band={band} />;
}
