import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";
import type { ControlPart, UnderstandView } from "../services/understanding/understand-view.server";
import { paths } from "../lib/paths";
import { ScrollRegion } from "./scroll-region";
import { useSameDay } from "./trail-day";

const PART_KEY = {
  decided: "understand.control.decided",
  notSellers: "understand.control.notSellers",
  known: "understand.control.known",
  aside: "understand.control.aside",
  open: "understand.control.open",
  leftOut: "understand.control.leftOut",
} as const satisfies Record<ControlPart, Key>;

type View = Pick<
  UnderstandView,
  "currency" | "settled" | "ahead" | "control" | "total" | "fileTotal" | "otherCurrencies" | "applying"
>;

const GOAL = 0.9;

interface Props {
  readonly workspace: string;
  readonly view: View;
  readonly canDecide: boolean;
  /** It shows a past day: how far it would have been is not told. */
  readonly isPast: boolean;
}

/** How much is settled, how far it is to nine tenths, and whether the list shows it yet. */
export function Progress({ workspace, view, canDecide, isPast }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { settled, ahead, otherCurrencies, applying } = view;
  const share = settled.spendShare ?? settled.rowShare;
  return (
    <section aria-labelledby="settled" className="card p-4 sm:p-5">
      <h2 id="settled" className="figures text-2xl!">
        {t(settled.spendShare === null ? "understand.settledRows" : "understand.settled", {
          // Rounded down: what is short of the goal never reads as if it were reached.
          share: format.percent(Math.floor(share * 100) / 100),
        })}
      </h2>
      <div aria-hidden="true" className="relative mt-3 h-3 rounded-full bg-sunken">
        <div className="h-3 rounded-full bg-accent" style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
        <div className="absolute -inset-y-1 w-0.5 bg-ink" style={{ insetInlineStart: `${GOAL * 100}%` }} />
      </div>
      {!isPast && (
        <p className="mt-3">
          {share >= GOAL
            ? t("understand.goalReached")
            : ahead === null
              ? t("understand.goalPayees")
              : t("understand.goal", { count: ahead.choices, formatted: format.count(ahead.choices) })}
          {share < GOAL && ahead !== null && ahead.mixed > 0 && (
            <span className="text-soft">
              {" "}
              {t("understand.mixed", { count: ahead.mixed, formatted: format.count(ahead.mixed) })}{" "}
              {ahead.payeeByPayee === null
                ? t("understand.mixedMany")
                : t("understand.mixedEach", { formatted: format.count(ahead.payeeByPayee) })}
            </span>
          )}
          {share >= GOAL && (
            <>
              {" "}
              <Link to={sameDay(paths.plan(workspace))}>{t("shell.empty.toPlan")}</Link>
            </>
          )}
        </p>
      )}
      <p className={`figures text-sm text-soft ${isPast ? "mt-3" : ""}`}>
        {[
          settled.spendShare === null ? null : t("understand.alsoRows", { share: format.percent(settled.rowShare) }),
          ...otherCurrencies.map(({ currency, total, settled: part }) =>
            t("understand.otherCurrency", {
              currency: currency || t("understand.noCurrency"),
              share: format.percent(part ?? 0),
              amount: format.amount(BigInt(total)),
            }),
          ),
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      <output className="block text-sm">
        {applying !== null && applying !== "failed" && (
          <p className="mt-2 flex flex-wrap gap-x-2">
            <span>{t("understand.applying")}</span>
            {applying.progress && applying.progress.total > 0 && (
              <span className="figures text-soft">
                {t("understand.applyingShare", {
                  share: format.percent(Math.min(1, applying.progress.done / applying.progress.total)),
                })}
              </span>
            )}
          </p>
        )}
      </output>
      {applying === "failed" && canDecide && (
        <Form method="post" className="mt-2 flex flex-wrap items-center gap-3 text-sm">
          <p>{t("understand.notApplied")}</p>
          <button className="button" data-size="small" name="intent" value="apply">
            {t("understand.applyNow")}
          </button>
        </Form>
      )}
      <Control workspace={workspace} view={view} />
    </section>
  );
}

/** The parts of the list, and that together they are the file. */
function Control({ workspace, view: { currency, control, total, fileTotal } }: { workspace: string; view: View }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const sum = total.amounts[currency] ?? "0";
  const money = (amounts: Readonly<Record<string, string>>) => format.amount(BigInt(amounts[currency] ?? "0"));
  return (
    <details className="mt-3">
      <summary className="text-sm font-semibold text-accent">{t("understand.control.title")}</summary>
      <p className="mt-2 text-sm text-soft">
        {currency ? t("understand.control.note", { currency }) : t("understand.control.noteNoCurrency")}
      </p>
      <ScrollRegion label={t("understand.control.title")} className="mt-2">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("understand.control.part")}</th>
              <th scope="col" data-align="end">
                {t("understand.control.rows")}
              </th>
              <th scope="col" data-align="end">
                {t("understand.control.amount")}
              </th>
              <th scope="col" data-align="end">
                {t("understand.control.share")}
              </th>
            </tr>
          </thead>
          <tbody>
            {control.map(({ part, rows, amounts, spendShare, rowShare }) => (
              <tr key={part}>
                <th scope="row">
                  {t(PART_KEY[part])}
                  {part === "aside" && rows > 0 && (
                    <>
                      {" "}
                      <Link
                        to={sameDay(paths.understand(workspace, "tab=aside"))}
                        className="text-sm font-normal text-accent underline"
                      >
                        {t("understand.asideList.look")}
                      </Link>
                    </>
                  )}
                </th>
                <td data-align="end">{format.count(rows)}</td>
                <td data-align="end">{money(amounts)}</td>
                <td data-align="end">{format.share(spendShare ?? rowShare)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("understand.control.total")}</th>
              <td data-align="end">{format.count(total.rows)}</td>
              <td data-align="end">{money(total.amounts)}</td>
              <td data-align="end">{format.share(1)}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {fileTotal !== null && (
        <p className="mt-2 text-sm text-soft">
          {sum === fileTotal
            ? t("understand.control.adds")
            : t("understand.control.addsNot", { amount: format.amount(BigInt(fileTotal)) })}
        </p>
      )}
    </details>
  );
}
