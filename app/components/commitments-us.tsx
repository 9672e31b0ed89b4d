import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BODIES, BUYS, SIZES } from "../commitments/select";
import { bodyKey, buysKey, sizeKey } from "../i18n/commitment-keys";
import { useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";
import type { BuyerProfile, StatedBuyer } from "../services/commitments/buyer.server";
import { Section } from "./page";

interface Props {
  /** What the form begins with. */
  readonly profile: BuyerProfile | null;
  /** What was stated and kept. */
  readonly stated: StatedBuyer | null;
  readonly ours: { readonly may: number; readonly coming: number } | null;
  /** Address of the rows that are to come. */
  readonly comingAt: string;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly sections: readonly { readonly code: string; readonly name: string }[];
  readonly canState: boolean;
  readonly saved: boolean;
  /** The form came back with something wrong in it. */
  readonly open: boolean;
  /** Somebody had stated who buys, and nothing tells any more what. */
  readonly isErased: boolean;
}

/** Who buys, and how many rows may apply because of it. */
export function CommitmentsUs(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { stated, ours, canState, saved, open, isErased } = props;
  const of = (count: number) => ({ count, formatted: format.count(count) });
  return (
    <Section id="us" title={t("commitments.us.title")} note={t("commitments.us.lead")}>
      <output className="block empty:hidden">
        {saved && <p className="mb-2 font-semibold">{t("commitments.us.saved")}</p>}
      </output>
      {stated === null ? (
        <p className="mb-3">{t(isErased ? "pastPages.commitments.erased" : "commitments.us.none")}</p>
      ) : (
        <div className="mb-3 space-y-1">
          <p>
            <Facts profile={stated} sections={props.sections} />{" "}
            <span className="text-soft">
              {t("commitments.us.stated", { name: stated.statedByName, when: format.minute(stated.statedAt) })}
            </span>
          </p>
          {ours && (
            <p className="font-semibold">
              {t("commitments.us.may", of(ours.may))}
              {ours.coming > 0 && (
                <>
                  {t("common.separator")}
                  <Link to={props.comingAt}>{t("commitments.us.coming", of(ours.coming))}</Link>
                </>
              )}
            </p>
          )}
          <p className="prose-width text-sm text-soft">{t("commitments.us.judge")}</p>
        </div>
      )}
      {canState && (
        <details open={open || stated === null} className="no-print">
          <summary className="py-1 font-semibold text-accent">{t("commitments.us.change")}</summary>
          <ProfileForm {...props} />
        </details>
      )}
    </Section>
  );
}

function Facts({ profile, sections }: { profile: BuyerProfile; sections: Props["sections"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { country, body, size, buys, sector, sellsTo, keepYears } = profile;
  const facts = [
    format.country(country),
    body && t(bodyKey[body]),
    size && `${t("commitments.us.size")}: ${t(sizeKey[size])}`,
    buys && `${t("commitments.us.buys")}: ${t(buysKey[buys])}`,
    sector && `${t("commitments.us.sector")}: ${sections.find(({ code }) => code === sector)?.name ?? sector}`,
    sellsTo.length > 0 &&
      `${t("commitments.us.sellsTo")}: ${sellsTo.map(format.country).toSorted(format.compare).join(", ")}`,
    keepYears !== null && `${t("commitments.us.keepYears")}: ${format.number(keepYears)}`,
  ];
  return <>{facts.filter(Boolean).join("; ")}.</>;
}

function ProfileForm({ profile, countries, sections }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Form method="post" className="mt-3 grid grid-cols-1 items-start gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <Choice name="country" label={t("commitments.us.country")} value={profile?.country ?? ""}>
        <option value="">{t("category.buyer.choose")}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Words name="body" label={t("commitments.us.body")} words={BODIES} keys={bodyKey} value={profile?.body} />
      <Words name="size" label={t("commitments.us.size")} words={SIZES} keys={sizeKey} value={profile?.size} />
      <Words name="buys" label={t("commitments.us.buys")} words={BUYS} keys={buysKey} value={profile?.buys} />
      <Choice
        name="sector"
        label={t("commitments.us.sector")}
        hint={t("commitments.us.sectorNote")}
        value={profile?.sector ?? ""}
      >
        <option value="">{t("commitments.us.open")}</option>
        {sections.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <label className="block">
        <span className="block text-sm font-semibold">{t("commitments.us.sellsTo")}</span>
        <input
          name="sellsTo"
          defaultValue={(profile?.sellsTo ?? []).map(format.country).join(", ")}
          maxLength={2000}
          autoComplete="off"
          className="input"
        />
        <span className="mt-0.5 block text-xs text-soft">{t("commitments.us.sellsToHint")}</span>
      </label>
      <label className="block">
        <span className="block text-sm font-semibold">{t("commitments.us.keepYears")}</span>
        <input
          name="keepYears"
          defaultValue={profile?.keepYears ?? ""}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          className="input"
        />
        <span className="mt-0.5 block text-xs text-soft">{t("commitments.us.keepYearsHint")}</span>
      </label>
      <div className="sm:col-span-2 lg:col-span-3">
        <button className="button" data-kind="primary">
          {t("commitments.us.save")}
        </button>
      </div>
    </Form>
  );
}

function Choice({
  name,
  label,
  hint,
  value,
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  children: ReactNode;
}) {
  return (
    <label className="block min-w-0">
      <span className="block text-sm font-semibold">{label}</span>
      <select key={value} name={name} defaultValue={value} className="input">
        {children}
      </select>
      {hint && <span className="mt-0.5 block text-xs text-soft">{hint}</span>}
    </label>
  );
}

function Words<T extends string>({
  words,
  keys,
  value,
  ...rest
}: {
  name: string;
  label: string;
  words: readonly T[];
  keys: Readonly<Record<T, Key>>;
  value: T | null | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Choice {...rest} value={value ?? ""}>
      <option value="">{t("commitments.us.open")}</option>
      {words.map((word) => {
        const key: Key = keys[word];
        return (
          <option key={word} value={word}>
            {t(key)}
          </option>
        );
      })}
    </Choice>
  );
}
