/** Which texts of a register line are searched. */
import { detailReader } from "../schema/register-details";

const DETAILS = ["city", "supplierNumber", "registrationId"] as const;
export const SEARCHED_TEXTS = ["name", ...DETAILS] as const;
export type SearchedText = (typeof SEARCHED_TEXTS)[number];

const readDetails = detailReader(DETAILS);

/** The searched texts of a stored line. */
export function searchedTexts(name: string, details: Uint8Array): (string | null)[] {
  const read = readDetails(details);
  return [name, ...DETAILS.map((text) => read[text])];
}
