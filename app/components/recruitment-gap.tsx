import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { costKindKey, feeRuleKey } from "../i18n/corridor-keys";
import { paths } from "../lib/paths";
import type { CorridorKnown, GapView, Offer } from "../lib/recruitment-gap.server";
import { SourceLinks } from "./method-parts";
import { useStandingChanges } from "./recruitment-result";

const USE_FORM = "use-corridor";

/** Whether a row of the workspace can be taken over: at once, once what is typed is saved, or not here. */
type Use = "now" | "after-saving" | "no";

/** The form that the buttons of `CostGap` send: they stand inside the form of the answers, which they leave alone. */
export function UseCorridorForm() {
  return (
    <Form id={USE_FORM} method="post" preventScrollReset>
      <input type="hidden" name="intent" value="use" />
    </Form>
  );
}

/** The employer's bill for each hire beside the cost of the corridor: what workers probably paid. */
export function CostGap({ workspace, gap, use }: { workspace: string; gap: GapView; use: Use }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { corridors, found, paidPerHire, local, hasPay, destination, offers, usedRow } = gap;
  const to = destination === null ? t("recruitment.gap.anywhere") : format.country(destination);
  return (
    <section aria-labelledby="gap" className="card p-4 sm:p-5">
      <h2 id="gap" className="mb-1">
        {t("recruitment.gap.title")}
      </h2>
      <p className="mb-2 text-sm text-soft">{t("recruitment.gap.note")}</p>
      {corridors.length > 0 && (
        <ul className="mb-2 space-y-1 text-sm">
          {corridors.map((corridor) => (
            <Corridor
              key={corridor.origin}
              workspace={workspace}
              corridor={corridor}
              name={t("recruitment.gap.corridor", { from: format.country(corridor.origin), to })}
              destination={destination}
            />
          ))}
        </ul>
      )}
      {paidPerHire !== null && (
        <p className="figures mb-1 text-sm">{t("recruitment.gap.paid", { paid: format.number(paidPerHire, 0) })}</p>
      )}
      {found === null ? (
        <p className="text-sm">
          {t(
            paidPerHire === null
              ? "recruitment.gap.needs"
              : offers.length > 0
                ? "recruitment.gap.notStated"
                : "recruitment.gap.noCost",
          )}
        </p>
      ) : (
        <div className="figures space-y-1 text-sm">
          <p className="font-semibold">
            {found.highUsd === 0
              ? t("recruitment.gap.none")
              : t("recruitment.gap.gap", {
                  low: format.number(found.lowUsd, 0),
                  high: format.number(found.highUsd, 0),
                })}
          </p>
          {local && found.highUsd > 0 && (
            <p className="text-soft">
              {t("recruitment.gap.local", {
                low: format.number(local.low, 0),
                high: format.number(local.high, 0),
                currency: local.currency,
              })}
            </p>
          )}
          {!hasPay && <p className="text-soft">{t("recruitment.gap.noPay")}</p>}
          <div className="break-words text-soft">
            {found.sources.length > 0 ? (
              <SourceLinks sources={found.sources} />
            ) : (
              t("recruitment.gap.source", { source: found.source })
            )}
          </div>
        </div>
      )}
      {usedRow && (
        <p className="mt-1 text-sm text-soft">
          {t("recruitment.gap.ownUsed", { who: usedRow.who ?? t("common.unknown") })}{" "}
          {usedRow.isWithdrawn && <strong>{t("recruitment.gap.ownWithdrawn")}</strong>}
        </p>
      )}
      {use !== "no" && offers.map((offer) => <Offered key={offer.row.id} offer={offer} use={use} />)}
      {destination !== null && <p className="mt-2 text-xs text-soft">{t("recruitment.gap.where", { country: to })}</p>}
    </section>
  );
}

/** What is known of one corridor, and the way to add what is not. */
function Corridor({
  workspace,
  corridor: { origin, hasData, figures, rules, own, ownRules },
  name,
  destination,
}: {
  workspace: string;
  corridor: CorridorKnown;
  name: string;
  destination: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = new URLSearchParams({ from: origin, ...(destination !== null && { to: destination }) }).toString();
  const known = figures.length + rules.length + own.length + ownRules.length > 0;
  return (
    <li>
      <span className="font-semibold">{name}</span>:{" "}
      {t(hasData ? "recruitment.gap.data" : own.length > 0 ? "recruitment.gap.ownData" : "recruitment.gap.noData")}
      {!known && (
        <>
          . <Link to={paths.corridors(workspace, query, "add")}>{t("recruitment.gap.add")}</Link>
        </>
      )}
      {known && (
        <details>
          <summary className="py-0.5 text-accent">
            {t("recruitment.gap.known")}
            <span className="sr-only">: {name}</span>
          </summary>
          <ul className="ms-4 list-disc space-y-1 py-1">
            {own.map((row) => (
              <li key={row.id}>
                {t("recruitment.gap.ownRow", {
                  what: t(costKindKey[row.kind]),
                  usd: format.number(row.usd, 0),
                  year: String(row.year),
                })}
                {row.workers && ` (${row.workers})`}
                <span className="block break-words text-soft">
                  {t("recruitment.gap.source", { source: row.source })}
                </span>
              </li>
            ))}
            {figures.map(({ statistic, value, unit, months, year, sources }, at) => (
              <li key={at}>
                <span lang="en">{[statistic, value && `${value} ${unit}`, year].filter(Boolean).join("; ")}</span>
                {months && ` (${t("methodCoverage.months", { months })})`}
                <SourceLinks sources={sources} />
              </li>
            ))}
            {ownRules.map(({ id, country, rule, covers, value, unit, year, source }) => (
              <li key={id}>
                {`${format.country(country)}: ${t(feeRuleKey[rule])}; `}
                {[covers, value !== null && `${format.number(value)} ${unit}`, year].filter(Boolean).join("; ")}
                <span className="block break-words text-soft">{t("recruitment.gap.ownSource", { source })}</span>
              </li>
            ))}
            {rules.map(({ rule, covers, value, unit, sources }, at) => (
              <li key={at}>
                {t(feeRuleKey[rule as keyof typeof feeRuleKey])}:{" "}
                <span lang="en">{[covers, value && `${value} ${unit}`].filter(Boolean).join("; ")}</span>
                <SourceLinks sources={sources} />
              </li>
            ))}
          </ul>
          {rules.length + ownRules.length > 0 && <p className="text-soft">{t("corridors.capNote")}</p>}
          <p>
            <Link to={paths.corridors(workspace, query)}>{t("recruitment.gap.all")}</Link>
          </p>
        </details>
      )}
    </li>
  );
}

/** A row of the workspace that the gap can be measured against, with what that does, before it is recorded. */
function Offered({ offer: { row, gap, before, after }, use }: { offer: Offer; use: Exclude<Use, "no"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = useStandingChanges()(before, after);
  return (
    <div className="figures mt-3 space-y-1 rounded-md border border-line bg-accent-wash p-3 text-sm">
      <p className="font-semibold">
        {t("recruitment.gap.offer", { usd: format.number(row.usd, 0), year: String(row.year) })}
        {row.workers && ` (${row.workers})`}
      </p>
      <p className="break-words text-soft">{t("recruitment.gap.source", { source: row.source })}</p>
      {gap && (
        <p>
          {gap.highUsd === 0
            ? t("recruitment.gap.none")
            : t("recruitment.gap.offerGap", {
                low: format.number(gap.lowUsd, 0),
                high: format.number(gap.highUsd, 0),
              })}
        </p>
      )}
      <p>{changes.length === 0 ? t("recruitment.gap.offerSame") : changes.join(" · ")}</p>
      {use === "now" ? (
        <button form={USE_FORM} name="row" value={row.id} className="button" data-size="small">
          {t("recruitment.gap.use")}
        </button>
      ) : (
        <p className="text-soft">{t("recruitment.gap.saveFirst")}</p>
      )}
    </div>
  );
}
