import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { requireScope } from "../lib/scope.server";
import { findSuppliers } from "../services/suppliers/find-suppliers.server";

const LONGEST = 200;

/** Suppliers for the palette, while somebody types: the words asked for, and the first few they find. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const words = (new URL(request.url).searchParams.get("words") ?? "").trim().slice(0, LONGEST);
  const generation = scope.publishedGeneration;
  return { words, found: generation === null ? [] : await findSuppliers(await getDb(), scope, generation, words) };
}
