import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { MoveForm, type EntryView } from "./plan-entry";
import { Section } from "./page";

/** Finds any other supplier of the list by name, to take it in for a reason. */
export function AddToPlan({
  words,
  found,
  entries,
}: {
  words: string;
  found: readonly { readonly id: string; readonly name: string; readonly seat: string | null }[];
  entries: readonly EntryView[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const isIn = new Set(
    entries.flatMap(({ supplierId, part }) => (part === "chosen" || part === "drawn" ? supplierId : [])),
  );
  return (
    <Section id="add" title={t("plan.add.title")}>
      <Form key={words} method="get" action="#add" preventScrollReset className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-44 sm:max-w-md">
          <label htmlFor={id} className="block font-semibold">
            {t("plan.add.search")}
          </label>
          <input id={id} name="find" type="search" required defaultValue={words} maxLength={200} className="input" />
        </div>
        <button className="button">{t("plan.add.find")}</button>
      </Form>
      {words !== "" && found.length === 0 && <p className="mt-3">{t("plan.add.nothing")}</p>}
      <ul className="mt-2 divide-y divide-line">
        {found.map(({ id: supplierId, name, seat }) => (
          <li key={supplierId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 break-words">
              {name} <span className="text-soft">{seat === null ? t("common.unknown") : format.country(seat)}</span>
            </span>
            {isIn.has(supplierId) ? (
              <span className="text-sm text-soft">{t("plan.add.already")}</span>
            ) : (
              <MoveForm entry={{ supplierId, name }} to="in" />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
