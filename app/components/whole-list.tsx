import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";

interface Sector {
  readonly text: string;
  readonly isic: string | null;
  readonly name: string | null;
}

const PAUSE_MS = 250;
const NO_SECTOR: Sector = { text: "", isic: null, name: null };

/** The sentence under a product in words: which sector it is read as. Nothing without words. */
function SectorNote({ sector, looking }: { sector: Sector; looking: boolean }) {
  const { t } = useTranslation();
  if (sector.text === "") return null;
  if (looking) return <>{t("importing.sector.looking")}</>;
  if (sector.isic === null) return <>{t("importing.sector.none")}</>;
  return (
    <>
      {sector.name === null
        ? t("importing.sector.readsCode", { code: sector.isic })
        : t("importing.sector.reads", { code: sector.isic, name: sector.name })}
    </>
  );
}

/** A product for the whole list. With script the sector it is read as follows the words; without, it is said on the next page. */
export function ProductInput({
  workspace,
  sector,
  label,
  hint,
  className = "",
}: {
  workspace: string;
  /** As the words that stand there are read. */
  sector: Sector;
  label: string;
  hint?: string;
  className?: string;
}) {
  const fetcher = useFetcher<Sector>();
  const [text, setText] = useState(sector.text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const wanted = text.trim();
  const known = [NO_SECTOR, sector, fetcher.data].find((one) => one?.text === wanted) ?? null;
  return (
    <div className={`space-y-1 ${className}`}>
      <label htmlFor="product" className="block font-semibold">
        {label}
      </label>
      <input
        id="product"
        name="product"
        defaultValue={sector.text}
        maxLength={500}
        className="input"
        aria-describedby={hint ? "product-sector product-hint" : "product-sector"}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          if (value.trim() !== "")
            timer.current = setTimeout(() => fetcher.load(paths.importSector(workspace, value)), PAUSE_MS);
        }}
      />
      <output id="product-sector" className="block text-sm font-semibold">
        <SectorNote sector={known ?? { ...NO_SECTOR, text: wanted }} looking={known === null} />
      </output>
      {hint && (
        <p id="product-hint" className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** One country out of all, or none. */
export function CountrySelect({
  countries,
  value,
  none,
}: {
  countries: readonly { readonly code: string; readonly name: string }[];
  value: string | null;
  none: string;
}) {
  return (
    <select name="country" defaultValue={value ?? ""} className="input">
      <option value="">{none}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
