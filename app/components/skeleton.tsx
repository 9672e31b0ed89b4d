import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Key } from "../i18n/keys";
import { pageKind, type PageKind } from "../lib/skeleton-of";

/** A page that comes sooner shows itself at once, in ms. */
const DELAY_MS = 250;

/** The page on its way, once it keeps one waiting; a change of the same page's query is no other page. */
export function useComingPage(): PageKind | null {
  const { state, location, formMethod } = useNavigation();
  const { pathname } = useLocation();
  const to = location?.pathname ?? null;
  const waits = state === "loading" && formMethod === undefined && to !== null && to !== pathname ? to : null;
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    if (waits === null) return;
    const timer = setTimeout(() => setLate(waits), DELAY_MS);
    return () => {
      clearTimeout(timer);
      setLate(null);
    };
  }, [waits]);
  return waits !== null && waits === late ? pageKind(waits) : null;
}

const titleKey = {
  home: "workspace.home.title",
  plan: "plan.title",
  suppliers: "suppliers.title",
  understand: "understand.title",
  upload: "workspace.upload.title",
  help: "shell.helpPage.title",
} as const satisfies Readonly<Partial<Record<PageKind, Key>>>;

const Bone = ({ className }: { className: string }) => <span className={`bone ${className}`} />;

function Card({ lines }: { lines: number }) {
  return (
    <div className="card space-y-3 p-4 sm:p-5">
      <Bone className="h-6 w-48 max-w-full" />
      {Array.from({ length: lines }, (_, at) => (
        <Bone key={at} className={`h-4 ${at % 3 === 2 ? "w-2/3" : "w-full"}`} />
      ))}
    </div>
  );
}

function Rows({ count }: { count: number }) {
  return (
    <div className="card divide-y divide-line">
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="flex gap-6 px-4 py-3.5">
          <Bone className="h-5 w-1/3" />
          <Bone className="h-5 w-1/5 max-sm:hidden" />
          <Bone className="h-5 w-1/4" />
          <Bone className="h-5 w-1/6" />
        </div>
      ))}
    </div>
  );
}

function Body({ kind }: { kind: PageKind }) {
  if (kind === "suppliers")
    return (
      <div className="space-y-4">
        <div className="card flex flex-wrap gap-3 p-4">
          <Bone className="h-10 w-64 max-w-full" />
          <Bone className="h-10 w-36" />
          <Bone className="h-10 w-36" />
        </div>
        <Rows count={12} />
      </div>
    );
  if (kind === "supplier" || kind === "home")
    return (
      <div className="space-y-5">
        <Card lines={3} />
        <div className="grid gap-5 lg:grid-cols-2">
          <Card lines={6} />
          <Card lines={6} />
        </div>
        <Card lines={5} />
      </div>
    );
  if (kind === "upload") return <Bone className="h-56 w-full max-w-3xl" />;
  return (
    <div className="space-y-5">
      <Card lines={2} />
      <Card lines={4} />
      <Card lines={4} />
    </div>
  );
}

/** The outline of a page that is on its way, with the title it will have. */
export function Skeleton({ kind }: { kind: PageKind }) {
  const { t } = useTranslation();
  // Where the page itself will begin; how far the one before was scrolled is remembered already.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [kind]);
  const title = kind in titleKey ? t(titleKey[kind as keyof typeof titleKey]) : null;
  return (
    <div data-skeleton={kind}>
      <output className="sr-only">
        {title === null ? t("shell.loadingPage") : t("shell.loading", { page: title })}
      </output>
      <div className="mb-6">
        <h1>
          {title ?? (
            <>
              <span className="sr-only">{t("shell.loadingPage")}</span>
              <Bone className="h-9 w-80 max-w-full" />
            </>
          )}
        </h1>
        <Bone className="mt-3 h-5 w-96 max-w-full" />
      </div>
      <div aria-hidden="true">
        <Body kind={kind} />
      </div>
    </div>
  );
}
