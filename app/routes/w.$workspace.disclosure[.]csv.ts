import type { LoaderFunctionArgs } from "@remix-run/node";
import { accessClassKey } from "../i18n/finding-keys";
import { requestTranslator } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { askedClass } from "../lib/disclosure";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportDisclosure } from "../services/disclosure/export-disclosure.server";

/** Records for somebody outside, redacted by class. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "disclosure:export");
  const { searchParams } = new URL(request.url);
  const upTo = askedClass(searchParams.get("up-to"));
  const t = requestTranslator(request);
  const what = { supplierId: searchParams.get("supplier") || null, upTo };
  const file = await exportDisclosure(await getDb(), scope, what, (one) =>
    t("disclosure.leftOut", { class: t(accessClassKey[one]) }),
  ).catch(orNotFound);
  return download(request, file);
}
