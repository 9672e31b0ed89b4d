import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestLanguage } from "../i18n/language.server";
import { requireScope } from "../lib/scope.server";
import { sectorOfWords, type SectorAnswer } from "../lib/sector-words.server";

/** `?text=WORDS`: which sector a product in words is read as, as JSON; asked for while somebody types. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<SectorAnswer> {
  await requireScope(request, params, "import:write");
  return sectorOfWords(new URL(request.url).searchParams.get("text") ?? "", requestLanguage(request));
}
