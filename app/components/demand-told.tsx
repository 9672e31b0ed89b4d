import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { trainedKey } from "../i18n/demand-keys";
import { useFormat } from "../i18n/format";
import { practiceKey } from "../i18n/remedy-keys";
import type { DemandPage } from "../lib/demand-page.server";
import { Shares } from "./figures";
import { Section } from "./page";
import { PlainField } from "./plain-field";
import { PlainTable } from "./plain-table";

/** Own practices that corrective actions name as a cause, the most first. */
export function Practices({ practices }: { practices: NonNullable<DemandPage["practices"]> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = practices[0]?.actions ?? 1;
  return (
    <Section id="practices" title={t("demand.practices")} note={t("demand.practicesNote")}>
      {practices.length === 0 ? (
        <p className="text-soft">{t("demand.practicesNone")}</p>
      ) : (
        <Shares
          shares={practices.map(({ practice, actions }) => ({
            key: practice,
            label: t(practiceKey[practice]),
            count: format.count(actions),
            fraction: actions / most,
          }))}
        />
      )}
    </Section>
  );
}

type Line = DemandPage["told"][number];

/** Floors, orders, payments and trainings as they were told; what is wrong is taken back with a reason and stays. */
export function ToldBuying({ told, canWrite }: { told: DemandPage["told"]; canWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="told" title={t("demand.told.title")}>
      {told.length === 0 ? (
        <p className="text-soft">{t("demand.told.none")}</p>
      ) : (
        <PlainTable
          columns={[
            { head: t("demand.told.what") },
            { head: t("demand.told.when") },
            { head: t("demand.told.numbers") },
            { head: t("demand.told.who") },
          ]}
          rows={told.map((line) => ({
            key: line.id,
            id: `entry-${line.id}`,
            cells: [<bdi key="what">{whatOf(line)}</bdi>, whenOf(line), numbersOf(line), <Who key="who" line={line} canWrite={canWrite} />], // prettier-ignore
          }))}
        />
      )}
    </Section>
  );

  function whatOf({ told, contract }: Line): string {
    if (told.kind === "floor") return contract;
    return told.kind === "training" ? told.contents.what : told.contents.source;
  }
  function whenOf({ told }: Line): string {
    if (told.kind === "training") return format.day(told.contents.on);
    if (told.kind === "floor")
      return told.contents.wageSourceOn === null ? "–" : format.day(told.contents.wageSourceOn);
    return t("demand.told.span", { from: format.day(told.contents.from), to: format.day(told.contents.to) });
  }
  function numbersOf({ told, floor }: Line): string {
    if (told.kind === "floor")
      return floor === null ? "–" : `${t("demand.add.floor")}. ${t(floor.gap < 0 ? "checks.floor.below" : "checks.floor.above")} ${format.fixed(Math.abs(floor.gap), 2)} ${told.contents.currency ?? ""}`; // prettier-ignore
    if (told.kind === "orders")
      return t("demand.told.orders", { about: told.contents.about, orders: format.count(told.contents.orders) });
    if (told.kind === "payments")
      return t("demand.told.payments", { onTime: format.count(told.contents.onTime), due: format.count(told.contents.due) }); // prettier-ignore
    return `${t(trainedKey[told.contents.whom])}: ${t("demand.told.training", { people: format.count(told.contents.people) })}`; // prettier-ignore
  }
}

function Who({ line: { id, who, enteredAt, takenBack, told }, canWrite }: { line: Line; canWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="text-sm">
      <p>{t("checks.signed", { who: who ?? t("checks.nobody"), when: format.minute(enteredAt) })}</p>
      {takenBack !== null && <p className="text-soft">{t("demand.told.takenBack", { reason: takenBack })}</p>}
      {takenBack === null && canWrite && told.kind !== "floor" && (
        <details className="no-print">
          <summary className="py-1 text-accent">{t("demand.told.takeBack")}</summary>
          <Form method="post" className="space-y-2">
            <input type="hidden" name="entry" value={id} />
            <PlainField name="reason" label={t("demand.told.why")} required maxLength={300} autoComplete="off" />
            <button name="intent" value="withdrawn" className="button" data-size="small">
              {t("demand.told.takeBack")}
            </button>
          </Form>
        </details>
      )}
    </div>
  );
}
