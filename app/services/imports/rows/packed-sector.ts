import type { SectorMatch } from "../../../resolve/types";

/** Sectors are few and shared between rows: each object is written once. */
const texts = new WeakMap<SectorMatch, string>();

/** A sector as one text, equal for equal sectors. */
export function sectorText(sector: SectorMatch): string {
  let text = texts.get(sector);
  if (text === undefined) texts.set(sector, (text = JSON.stringify(sector)));
  return text;
}

/** The sector that `sectorText` wrote. */
export const sectorOfText = (text: string): SectorMatch => JSON.parse(text) as SectorMatch;
