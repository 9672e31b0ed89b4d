import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { DoneAction } from "../services/suppliers/what-was-done.server";
import { TakenBack } from "./supplier-plan";
import { Said } from "./understand-decided";
import type { SectorLabel } from "../lib/sector-names.server";

export type DoneView = DoneAction & { readonly sector: SectorLabel | null };

/** What was just done to one or many suppliers, with its way back; it says when it was taken back. */
export function DoneNote({ done, canUndo }: { done: DoneView | null; canUndo: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = (count: number) => ({ count, formatted: format.count(count) });
  const text =
    done === null
      ? ""
      : done.kind === "moved"
        ? t(done.to === "in" ? "table.done.in" : "table.done.out", of(done.suppliers))
        : t("table.done.decided", of(done.suppliers));
  return (
    <output className="block empty:hidden">
      {done && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line bg-accent-wash px-3 py-2 sm:px-4">
          <p className="min-w-0 break-words">
            <span className="font-semibold">{text}</span>{" "}
            <span className="text-soft">
              {done.kind === "moved" ? (
                t("supplier.movedBecause", { reason: done.reason })
              ) : (
                <>
                  <Said of={{ said: done.said, sector: done.sector }} /> · {t("table.done.rebuilding")}
                </>
              )}
            </span>
            {done.undone && <strong className="ms-2">{t("table.done.undone")}</strong>}
          </p>
          {canUndo && !done.undone && <TakenBack did={done.did} label={`${t("understand.undo")}: ${text}`} />}
        </div>
      )}
    </output>
  );
}
