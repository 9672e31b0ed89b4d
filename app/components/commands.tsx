import { Link, useNavigate } from "@remix-run/react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";
import { opensPalette, readPress } from "../lib/shortcuts";
import { Dialog } from "./dialog";
import { useHydrated } from "./hydrated";
import { Icon } from "./icons";
import { ShortcutList } from "./shortcut-list";
import { isTaken } from "./single-keys";
import { stepThroughTable } from "./table-keys";
import type { FurtherPlace, Place } from "./workspace-nav";

/** Fetched when it is first asked for: most pages are left without it. */
const Palette = lazy(() => import("./palette"));

/** `g` waits this long for its second key, in ms. */
const SECOND_KEY_MS = 1500;

/** The search field of the page, when it has one that is seen. */
const searchField = () =>
  [...document.querySelectorAll<HTMLInputElement>("main input[type=search]")].find((field) => field.checkVisibility());

/** The button that opens the palette, the palette, the list of shortcuts, and the keys for all of them. */
export function Commands({
  workspace,
  places,
  further = [],
  shortcuts,
  guideHidden,
}: {
  /** Slug; null where no workspace is chosen yet. */
  workspace: string | null;
  places: readonly Place[];
  /** Pages beside them, for the palette. */
  further?: readonly FurtherPlace[];
  shortcuts: boolean;
  guideHidden: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const hydrated = useHydrated();
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const waiting = useRef(0);
  const goTo = useRef(places);
  useEffect(() => {
    goTo.current = places;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (opensPalette(event)) {
        event.preventDefault();
        setOpen((now) => (now === "palette" ? null : "palette"));
        return;
      }
      if (!shortcuts || isTaken(event)) return;
      const { shortcut, afterG } = readPress(event, performance.now() - waiting.current < SECOND_KEY_MS);
      waiting.current = afterG ? performance.now() : Number.NEGATIVE_INFINITY;
      if (!shortcut) return;
      event.preventDefault();
      if (shortcut.kind === "help") setOpen("shortcuts");
      else if (shortcut.kind === "next") stepThroughTable(1);
      else if (shortcut.kind === "previous") stepThroughTable(-1);
      else if (shortcut.kind === "go") {
        const place = goTo.current.find(({ icon }) => icon === shortcut.to);
        if (place) void navigate(place.to);
      } else {
        const field = searchField();
        if (field) field.select();
        else setOpen("palette");
      }
    };
    waiting.current = Number.NEGATIVE_INFINITY;
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shortcuts, navigate]);

  const label = (
    <>
      <Icon name="search" />
      <span className="max-lg:sr-only">{t("shell.palette.open")}</span>
      <kbd className="max-lg:hidden" aria-hidden="true">
        Ctrl K
      </kbd>
    </>
  );
  return (
    <>
      {hydrated ? (
        <button
          type="button"
          className="button"
          data-size="small"
          aria-haspopup="dialog"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => setOpen("palette")}
        >
          {label}
        </button>
      ) : (
        workspace !== null && (
          <Link to={paths.suppliers(workspace)} className="button" data-size="small">
            {label}
          </Link>
        )
      )}
      {open === "palette" && (
        <Suspense fallback={null}>
          <Palette
            workspace={workspace}
            places={[...places, ...further]}
            shortcuts={shortcuts}
            guideHidden={guideHidden}
            onClose={() => setOpen(null)}
            onShortcuts={() => setOpen("shortcuts")}
          />
        </Suspense>
      )}
      {open === "shortcuts" && (
        <Dialog label={t("shell.shortcuts.title")} onClose={() => setOpen(null)}>
          <div className="max-h-[inherit] overflow-y-auto p-4 sm:p-5">
            <div className="mb-2 flex items-center justify-between gap-4">
              <h2>{t("shell.shortcuts.title")}</h2>
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                onClick={() => setOpen(null)}
              >
                <Icon name="close" />
                <span className="sr-only">{t("shell.palette.close")}</span>
              </button>
            </div>
            <ShortcutList places={places} on={shortcuts} />
            {workspace !== null && (
              <p className="mt-3 text-sm">
                <Link to={paths.help(workspace)} onClick={() => setOpen(null)}>
                  {t("shell.help")}
                </Link>
              </p>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
