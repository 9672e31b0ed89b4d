import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AGENCIES_USED, LABOUR_HEAVY, RECRUITMENT_IN_PRICE, TRAINED } from "../demand/entries";
import { agencyKey, dateOrderKey, heavyKey, recruitedKey, trainedKey } from "../i18n/demand-keys";
import type { DemandPage } from "../lib/demand-page.server";
import { paths } from "../lib/paths";
import { AreaInput, SelectInput, TextInput } from "./check-fields";
import { FloorFields } from "./floor-fields";

const ROW = "grid grid-cols-1 items-end gap-3 sm:grid-cols-2";

/** A form that opens: its name is what it tells. */
function Fold({ id, title, isOpen, children }: { id: string; title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details id={`add-${id}`} open={isOpen} className="rounded-md border border-line px-3 py-1">
      <summary className="py-1 text-accent">{title}</summary>
      <div className="mt-2 mb-3">{children}</div>
    </details>
  );
}

function Save({ intent }: { intent: string }) {
  const { t } = useTranslation();
  return (
    <button name="intent" value={intent} className="button">
      {t("demand.add.save")}
    </button>
  );
}

type Contracts = DemandPage["contracts"];
const optionsOf = (contracts: Contracts) => contracts.map(({ id, name }) => [id, name] as const);

/** Is a contract labour-heavy, does its price pay for recruitment, how deep is work passed on? */
export function AddContract({
  workspace,
  contracts,
  isOpen,
}: {
  workspace: string;
  contracts: Contracts;
  isOpen: boolean;
}) {
  // prettier-ignore
  const { t } = useTranslation();
  const notKnown = t("demand.add.notKnown");
  if (contracts.length === 0)
    return (
      <Fold id="contract" title={t("demand.add.contract")} isOpen={isOpen}>
        <p className="text-soft">
          {t("demand.add.noContracts")} <Link to={paths.tenders(workspace)}>{t("demand.add.toContracts")}</Link>
        </p>
      </Fold>
    );
  return (
    <Fold id="contract" title={t("demand.add.contract")} isOpen={isOpen}>
      <Form method="post" className="space-y-3">
        <SelectInput name="contract" label={t("demand.add.whichContract")} options={optionsOf(contracts)} blank={t("demand.add.choose")} required />
        <div className={ROW}>
          <SelectInput name="labourHeavy" label={t("demand.add.labourHeavy")} hint={t("demand.add.labourHeavyHint")} options={LABOUR_HEAVY.map((one) => [one, t(heavyKey[one])])} blank={notKnown} />
          <SelectInput name="recruitment" label={t("demand.add.recruitment")} options={RECRUITMENT_IN_PRICE.map((one) => [one, t(recruitedKey[one])])} blank={notKnown} />
          <TextInput name="recruitmentCost" label={t("demand.add.recruitmentCost")} inputMode="decimal" maxLength={30} />
          <TextInput name="currency" label={t("demand.add.currency")} maxLength={3} />
          <TextInput name="depthKnown" label={t("demand.add.depthKnown")} hint={t("demand.add.depthHint")} maxLength={2} />
          <TextInput name="depthAllowed" label={t("demand.add.depthAllowed")} hint={t("demand.add.depthHint")} maxLength={2} />
          <SelectInput name="agencies" label={t("demand.add.agencies")} options={AGENCIES_USED.map((one) => [one, t(agencyKey[one])])} blank={notKnown} />
          <SelectInput name="agenciesAllowed" label={t("demand.add.agenciesAllowed")} options={LABOUR_HEAVY.map((one) => [one, t(heavyKey[one])])} blank={notKnown} />
        </div>
        <Save intent="contract" />
      </Form>
    </Fold>
  ); // prettier-ignore
}

/** Does the price of a contract pay for its hours? For those without a bidder's check, in which the same is worked out. */
export function AddFloor({
  contracts,
  today,
  currencies,
  isOpen,
}: {
  contracts: Contracts;
  today: string;
  currencies: readonly string[];
  isOpen: boolean;
}) {
  const { t } = useTranslation();
  if (contracts.length === 0) return null;
  return (
    <Fold id="floor" title={t("demand.add.floor")} isOpen={isOpen}>
      <Form method="post" className="space-y-3">
        <p className="text-sm text-soft">{t("demand.add.floorNote")}</p>
        <SelectInput name="contract" label={t("demand.add.whichContract")} options={optionsOf(contracts)} blank={t("demand.add.choose")} required />
        <FloorFields input={null} currency="" today={today} currencies={currencies} />
        <Save intent="floor" />
      </Form>
    </Fold>
  ); // prettier-ignore
}

/** Orders of a time: did they leave the days the supplier needs, were they changed late? */
export function AddOrders({ contracts, isOpen }: { contracts: Contracts; isOpen: boolean }) {
  const { t } = useTranslation();
  const counted = t("demand.add.countedHint");
  return (
    <Fold id="orders" title={t("demand.add.orders")} isOpen={isOpen}>
      <Form method="post" className="space-y-3">
        <div className={ROW}>
          <TextInput name="about" label={t("demand.add.about")} required />
          {contracts.length > 0 && <SelectInput name="contract" label={t("demand.add.whichContract")} options={optionsOf(contracts)} blank="–" />}
        </div>
        <div className="flex flex-wrap gap-3">
          <TextInput name="from" label={t("demand.add.from")} type="date" required />
          <TextInput name="to" label={t("demand.add.to")} type="date" required />
        </div>
        <div className={ROW}>
          <TextInput name="orders" label={t("demand.add.orderCount")} maxLength={9} required />
          <TextInput name="minimumDays" label={t("demand.add.minimumDays")} hint={t("demand.add.minimumHint")} maxLength={4} />
          <TextInput name="kept" label={t("demand.add.kept")} hint={counted} maxLength={9} />
          <TextInput name="changed" label={t("demand.add.changed")} hint={counted} maxLength={9} />
        </div>
        <TextInput name="source" label={t("demand.add.source")} required />
        <Save intent="orders" />
      </Form>
    </Fold>
  ); // prettier-ignore
}

/** Two days of every invoice, counted and not kept. */
export function AddPayments({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <Fold id="payments" title={t("demand.add.payments")} isOpen={isOpen}>
      <Form method="post" className="space-y-3">
        <div className={ROW}>
          <TextInput name="source" label={t("demand.add.ledgerSource")} required />
          <SelectInput name="order" label={t("demand.add.dateOrder")} value="dmy" options={(["dmy", "mdy", "ymd"] as const).map((one) => [one, t(dateOrderKey[one])])} blank={t("demand.add.choose")} required />
        </div>
        <AreaInput name="ledger" label={t("demand.add.ledger")} hint={t("demand.add.ledgerHint")} rows={6} maxLength={600_000} required />
        <Save intent="payments" />
      </Form>
    </Fold>
  ); // prettier-ignore
}

/** A training; how many took part, and nobody by name. */
export function AddTraining({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <Fold id="training" title={t("demand.add.training")} isOpen={isOpen}>
      <Form method="post" className="space-y-3">
        <div className={ROW}>
          <TextInput name="what" label={t("demand.add.what")} required />
          <SelectInput name="whom" label={t("demand.add.whom")} options={TRAINED.map((one) => [one, t(trainedKey[one])])} blank={t("demand.add.choose")} required />
          <TextInput name="on" label={t("demand.add.on")} type="date" required />
          <TextInput name="people" label={t("demand.add.people")} hint={t("demand.add.peopleHint")} maxLength={7} required />
          <TextInput name="outOf" label={t("demand.add.outOf")} hint={t("demand.add.countedHint")} maxLength={7} />
          <TextInput name="hours" label={t("demand.add.hours")} inputMode="decimal" maxLength={6} />
        </div>
        <Save intent="training" />
      </Form>
    </Fold>
  ); // prettier-ignore
}
