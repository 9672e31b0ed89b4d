import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { log } from "./log.server";
import { isProblem } from "./problem";

interface ZodFault {
  readonly issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[];
}
/** By shape, as with `isProblem`. */
const isZodFault = (error: unknown): error is Error & ZodFault =>
  error instanceof Error && error.name.endsWith("ZodError") && "issues" in error;

const sentence = (text: string, status: number): Response =>
  new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });

/** Did the request bring anything that could be wrong? A form that cannot be read is the sender's; what is stored is ours. */
const brings = ({ method, url }: Request): boolean => method !== "GET" || new URL(url).search !== "";

/**
 * What to answer where a route did not answer an expected failure itself: a problem with its own status, and 400 for a
 * form or query that no page of ours sends. Null for everything else: that is a fault of ours.
 */
function expectedFailure(request: Request, error: unknown): Response | null {
  if (isProblem(error)) return sentence(problemSentence(requestI18n(request), error), error.status);
  if (!isZodFault(error) || !brings(request)) return null;
  // Which field, and of which kind its fault is; never what stood in it.
  const fields = error.issues.map(({ code, path }) => `${path.map(String).join(".").slice(0, 40)}: ${code}`);
  log.warn({ method: request.method, fields: fields.slice(0, 5) }, "a request that no page sends");
  return sentence(requestI18n(request).t("common.error.requestText"), 400);
}

type Door = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

const guarded =
  (door: Door): Door =>
  async (args) => {
    try {
      return await door(args);
    } catch (error) {
      throw expectedFailure(args.request, error) ?? error;
    }
  };

/** The build, with every loader and action answering expected failures as such: none of them is "our side's" 500. */
export function answeringFailures(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action } = route!.module;
    const doors = {
      ...(loader && { loader: guarded(loader as Door) }),
      ...(action && { action: guarded(action as Door) }),
    };
    return [id, { ...route!, module: { ...route!.module, ...doors } }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}
