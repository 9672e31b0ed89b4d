import type { Key } from "../i18n/keys";
import { requestTranslator } from "../i18n/language.server";

/** The text of a page's `<title>`, in the reader's language; `subject` stands for a name that is no catalogue text. */
export function pageTitle(request: Request, page: Key | { readonly subject: string }): string {
  const t = requestTranslator(request);
  return t("common.title", { page: typeof page === "string" ? t(page) : page.subject });
}
