import type { Fraction } from "../../risk-models/types";

/** What words say: the sector as deep as they allow, goods, and how sure that is. */
export interface TextReading {
  readonly isic: string | null;
  readonly goods: readonly string[];
  readonly confidence: Fraction;
}
