import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestLanguage } from "../i18n/language.server";
import { requireScope } from "../lib/scope.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { sectorOfWords } from "../services/understanding/sector-of-words.server";

const LONGEST = 200;

/** What typed words for a sector mean, as JSON: asked for while a person types. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireScope(request, params, "supplier:read");
  const words = new URL(request.url).searchParams.get("words")?.slice(0, LONGEST) ?? "";
  const found =
    words.trim() === ""
      ? null
      : sectorOfWords(words, assessorFor(dayOf(new Date())).resolver, requestLanguage(request));
  return { words, found: found && { isic: found.isic, name: found.name, role: found.role } };
}
