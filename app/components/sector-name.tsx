import type { SectorLabel } from "../lib/sector-names.server";

/** A sector by its name in the reader's language; where only its division has one, the English name of the class beside it. */
export function SectorName({ sector: { code, name, lang, finer } }: { sector: SectorLabel }) {
  return (
    <>
      <span lang={lang}>{name}</span>{" "}
      <span className="text-soft">
        ({finer !== null && <span lang="en">{`${finer}, `}</span>}
        {`ISIC ${code}`})
      </span>
    </>
  );
}
