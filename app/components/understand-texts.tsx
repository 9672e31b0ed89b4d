import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";
import type { TextChoice } from "../services/understanding/suggest-text.server";
import { Section } from "./page";
import { COUNTRIES_ID, type ReturnedForm } from "./understand-form";

const KIND_KEY = {
  country: "understand.texts.country",
  sector: "understand.texts.sector",
  currency: "understand.texts.currency",
} as const satisfies Record<TextChoice["kind"], Key>;

const PLACEHOLDER = {
  country: "understand.texts.countryPlaceholder",
  sector: "understand.placeholder",
  currency: "understand.texts.currencyPlaceholder",
} as const satisfies Record<TextChoice["kind"], Key>;

const FIELD = { country: "country", sector: "words", currency: "currency" } as const;

interface Props {
  readonly texts: readonly TextChoice[];
  readonly currency: string;
  readonly canDecide: boolean;
  readonly returned: ReturnedForm | null;
}

/** Texts that no table knows, each once, to be given a meaning for all rows. */
export function TextLists({ texts, ...list }: Props) {
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      {(["country", "currency", "sector"] as const).map((kind) => {
        const ofKind = texts.filter((text) => text.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <Section key={kind} id={`texts-${kind}`} title={t(KIND_KEY[kind])} note={t("understand.texts.note")}>
            <ul className="divide-y divide-line">
              {ofKind.map((text) => (
                <TextRow key={text.key} text={text} {...list} />
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}

function TextRow({ text, currency, canDecide, returned }: { readonly text: TextChoice } & Omit<Props, "texts">) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { kind, key, rows, amounts, suggestion } = text;
  const back = returned?.key === key ? returned : null;
  const amount = amounts[currency];
  const first = suggestion === null ? "" : kind === "country" ? format.country(suggestion) : suggestion;
  return (
    <li className="grid grid-cols-1 items-start gap-x-8 gap-y-2 py-3 first:pt-0 last:pb-0 sm:grid-cols-2">
      <div className="min-w-0">
        <p className="font-semibold break-words">{text.text}</p>
        <p className="figures text-sm text-soft">
          {[
            t("understand.rows", { count: rows, formatted: format.count(rows) }),
            amount === undefined ? null : `${format.amount(BigInt(amount))} ${currency}`.trim(),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {canDecide && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="decide" />
          <input type="hidden" name="scope" value={`text-${kind}`} />
          <input type="hidden" name="key" value={key} />
          <label htmlFor={id} className="sr-only">
            {t("understand.texts.means", { text: text.text })}
          </label>
          <div className="flex gap-2">
            <input
              id={id}
              name={FIELD[kind]}
              defaultValue={back?.values[FIELD[kind]] ?? first}
              placeholder={t(PLACEHOLDER[kind])}
              list={kind === "country" ? COUNTRIES_ID : undefined}
              aria-invalid={back ? true : undefined}
              aria-describedby={back ? `${id}-problem` : undefined}
              autoComplete="off"
              className="input min-w-0"
            />
            <button className="button" data-kind="primary">
              {t("understand.settle")} <span className="sr-only">{text.text}</span>
            </button>
          </div>
          {back && (
            <p id={`${id}-problem`} className="mt-1 text-sm font-semibold text-high">
              <span aria-hidden="true">! </span>
              {back.problem}
            </p>
          )}
        </Form>
      )}
    </li>
  );
}
