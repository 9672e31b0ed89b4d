import type { SectorMatch } from "../../../resolve/types";

/** A sector as one text, equal for equal sectors. */
export const sectorText = (sector: SectorMatch): string => JSON.stringify(sector);

/** The sector that `sectorText` wrote. */
export const sectorOfText = (text: string): SectorMatch => JSON.parse(text) as SectorMatch;
