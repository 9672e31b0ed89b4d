import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { DECIDABLE_ROLES, NOT_SELLER_KINDS } from "../groups/decision";
import { useFormat } from "../i18n/format";
import { notSellerKey, supplierRoleKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import { Section } from "./page";

/** Who is meant, by name as far as one reads names. */
export function WhoIsSelected({
  workspace,
  count,
  names,
}: {
  workspace: string;
  count: number;
  names: readonly { readonly id: string; readonly name: string }[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const more = count - names.length;
  return (
    <div className="card p-4 sm:p-5">
      <p className="font-semibold">{t("table.change.who", { count, formatted: format.count(count) })}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-[0.9375rem]">
        {names.map(({ id, name }) => (
          <li key={id} className="min-w-0 break-words">
            <Link to={paths.supplier(workspace, id)}>{name}</Link>
          </li>
        ))}
        {more > 0 && (
          <li className="text-soft">{t("table.change.andMore", { count: more, formatted: format.count(more) })}</li>
        )}
      </ul>
    </div>
  );
}

/** What is bought from all of them and their role, or why nothing is bought. */
export function SayWhat({ words, invalid }: { words: string; invalid: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Section id="what" title={t("table.change.what")} note={t("table.change.whatNote")}>
      <Form method="post" className="space-y-3">
        <input type="hidden" name="intent" value="decide" />
        <div>
          <label htmlFor={`${id}-words`} className="block font-semibold">
            {t("table.change.sector")}
          </label>
          <input
            id={`${id}-words`}
            name="words"
            defaultValue={words}
            maxLength={200}
            autoComplete="off"
            placeholder={t("understand.placeholder")}
            aria-invalid={invalid && words !== "" ? true : undefined}
            className="input"
          />
        </div>
        <div>
          <label htmlFor={`${id}-role`} className="block font-semibold">
            {t("table.change.role")}
          </label>
          <select id={`${id}-role`} name="role" className="input">
            <option value="">{t("table.change.roleKeep")}</option>
            {DECIDABLE_ROLES.map((role) => (
              <option key={role} value={role}>
                {t(supplierRoleKey[role])}
              </option>
            ))}
          </select>
        </div>
        <button className="button" data-kind="primary">
          {t("table.change.save")}
        </button>
      </Form>
      <Form method="post" className="mt-4 border-t border-line pt-3">
        <input type="hidden" name="intent" value="decide" />
        <h3>{t("table.change.notSellers")}</h3>
        <p className="text-sm text-soft">{t("table.change.notSellersNote")}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          {NOT_SELLER_KINDS.map((kind) => (
            <button key={kind} className="button" data-size="small" name="notSeller" value={kind}>
              {t(notSellerKey[kind])}
            </button>
          ))}
        </div>
      </Form>
    </Section>
  );
}

/** Into the plan or out of it, for one reason. */
export function PlanChange({
  workspace,
  state,
  reason,
}: {
  workspace: string;
  state: "none" | "draft" | "accepted";
  reason: string;
}) {
  const { t } = useTranslation();
  const id = useId();
  if (state === "none")
    return (
      <Section id="plan" title={t("table.change.plan")}>
        <p>
          {t("table.change.planNone")} <Link to={paths.plan(workspace)}>{t("plan.start.submit")}</Link>
        </p>
      </Section>
    );
  return (
    <Section
      id="plan"
      title={t("table.change.plan")}
      note={t(state === "draft" ? "table.change.planDraft" : "table.change.planForce")}
    >
      <Form method="post" className="space-y-3">
        <input type="hidden" name="intent" value="move" />
        <div>
          <label htmlFor={id} className="block font-semibold">
            {t("plan.why")}
          </label>
          <p id={`${id}-hint`} className="text-sm text-soft">
            {t("plan.whyHint")}
          </p>
          <input
            id={id}
            name="reason"
            required
            defaultValue={reason}
            maxLength={500}
            aria-describedby={`${id}-hint`}
            className="input"
          />
        </div>
        <div className="flex flex-wrap gap-2">
          <button className="button" data-kind="primary" name="to" value="in">
            {t("table.change.in")}
          </button>
          <button className="button" name="to" value="out">
            {t("table.change.out")}
          </button>
        </div>
      </Form>
    </Section>
  );
}
