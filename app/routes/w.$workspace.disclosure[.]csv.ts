import type { LoaderFunctionArgs } from "@remix-run/node";
import { accessClassKey } from "../i18n/finding-keys";
import { requestTranslator } from "../i18n/language.server";
import { pastDay } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { askedClass } from "../lib/disclosure";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportDisclosure } from "../services/disclosure/export-disclosure.server";
import { dayOf } from "../services/scoring/assessor.server";

/** Records for somebody outside, redacted by class. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "disclosure:export");
  const { searchParams } = new URL(request.url);
  const upTo = askedClass(searchParams.get("up-to"));
  const t = requestTranslator(request);
  const on = pastDay(searchParams, dayOf(new Date()));
  const what = { supplierId: searchParams.get("supplier") || null, upTo, on };
  const file = await exportDisclosure(await getDb(), scope, what, (one) =>
    one === null ? t("disclosure.leftOutUntold") : t("disclosure.leftOut", { class: t(accessClassKey[one]) }),
  ).catch(orNotFound);
  return download(request, file);
}
