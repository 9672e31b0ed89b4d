import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { isLanguage } from "../i18n/languages";
import { languageCookie, requestLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { paths, safeNext } from "../lib/paths";
import { currentUser } from "../lib/session.server";
import { chooseLanguage } from "../services/accounts/choose-language.server";

export const loader = () => redirect(paths.home());

/** Keeps the language for this browser and, for who is signed in, with the person. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const wanted = form.get("language");
  const language = isLanguage(wanted) ? wanted : requestLanguage(request);
  const user = await currentUser(request);
  if (user) await chooseLanguage(await getDb(), user.id, language);
  return redirect(safeNext(form.get("next"), paths.home()), {
    headers: { "Set-Cookie": languageCookie(language, context.secure) },
  });
}
