import { Form, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Key } from "../i18n/keys";
import { paths } from "../lib/paths";
import { isUndoable, type Told, type ToldWhat, type Undoable } from "../lib/told";
import { useHydrated } from "./hydrated";
import { Icon } from "./icons";

const toldKey = {
  "list-published": "shell.told.published",
  "list-undone": "shell.told.undone",
  "list-discarded": "shell.told.discarded",
  "decision-undone": "shell.told.decisionUndone",
  "decisions-undone": "shell.told.decisionsUndone",
  "plan-in": "shell.told.planIn",
  "plan-out": "shell.told.planOut",
  "plan-accepted": "shell.told.planAccepted",
  "plan-discarded": "shell.told.planDiscarded",
  "outcome-noted": "shell.told.outcome",
  "model-changing": "shell.told.modelChanging",
  "view-saved": "shell.told.viewSaved",
  "view-shared": "shell.told.viewShared",
  "view-replaced": "shell.told.viewReplaced",
  "view-deleted": "shell.told.viewDeleted",
  "view-undone": "shell.told.viewUndone",
  "row-added": "shell.told.rowAdded",
  "row-withdrawn": "shell.told.rowWithdrawn",
  "row-restored": "shell.told.rowRestored",
  "match-decided": "shell.told.matchDecided",
  "finding-recorded": "shell.told.findingRecorded",
  "finding-changed": "shell.told.findingChanged",
  "action-recorded": "shell.told.actionRecorded",
  "action-changed": "shell.told.actionChanged",
  "repayment-recorded": "shell.told.repaymentRecorded",
  "repayment-changed": "shell.told.repaymentChanged",
  "supplier-decided": "shell.told.supplierDecided",
  "supplier-answered": "shell.told.supplierAnswered",
} as const satisfies Readonly<Record<ToldWhat, Key>>;

/** A message with a way back stays longer than one that only tells, in ms. The way back stands on the page as well. */
const STAYS_MS = { undoable: 30_000, other: 10_000 } as const;

/** Where the way back is asked for, and with what. `reason` goes with what asks for one. */
function undoOf(workspace: string, what: Undoable, of: string, reason: string) {
  switch (what) {
    case "list-published":
      return { action: paths.import(workspace, of), fields: { intent: "undo" } };
    case "view-saved":
    case "view-shared":
    case "view-replaced":
    case "view-deleted":
      return { action: paths.suppliers(workspace), fields: { intent: "undo-view", seq: of } };
    case "row-added":
    case "row-withdrawn": {
      const intent = what === "row-added" ? "withdraw" : "restore";
      return { action: paths.corridors(workspace), fields: { intent, row: of } };
    }
    case "plan-in":
    case "plan-out": {
      const to = what === "plan-in" ? "out" : "in";
      return { action: paths.plan(workspace), fields: { intent: "move", supplierId: of, to, reason } };
    }
  }
}

/**
 * What was done a moment ago, with its way back. It stands in the flow between navigation and content and moves along at
 * the top, so that it covers neither the content nor what has the focus; it stays while it is pointed at or focused.
 */
export function ToldBar({ workspace, told }: { workspace: string; told: Told | null }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const hydrated = useHydrated();
  const [shown, setShown] = useState(told);
  const [seen, setSeen] = useState(told?.at);
  const [held, setHeld] = useState(false);
  if (told && told.at !== seen) {
    setSeen(told.at);
    setShown(told);
    setHeld(false);
  }
  const undoable = shown !== null && isUndoable(shown.what);
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => setShown(null), undoable ? STAYS_MS.undoable : STAYS_MS.other);
    return () => clearTimeout(timer);
  }, [shown, held, undoable]);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = bar.current;
    // After the event, when the focus has come to where it goes.
    const look = () => setTimeout(() => setHeld(element?.matches(":hover, :focus-within") ?? false));
    const events = ["pointerenter", "pointerleave", "focusin", "focusout"] as const;
    for (const event of events) element?.addEventListener(event, look);
    return () => {
      for (const event of events) element?.removeEventListener(event, look);
    };
  }, []);
  const undo = shown && isUndoable(shown.what) ? undoOf(workspace, shown.what, shown.of, t("shell.told.reason")) : null;
  return (
    <section
      ref={bar}
      aria-label={shown ? t("shell.told.label") : undefined}
      className={shown ? "told no-print" : undefined}
    >
      <div className={shown ? "mx-auto flex max-w-[84rem] items-center gap-x-4 px-4 py-2 sm:px-6" : undefined}>
        <output className="block min-w-0">{shown && t(toldKey[shown.what])}</output>
        {shown && (
          <div className="ms-auto flex shrink-0 items-center gap-1">
            {undo && (
              <Form
                method="post"
                action={undo.action}
                preventScrollReset={undo.action === pathname}
                onSubmit={() => setShown(null)}
              >
                {Object.entries(undo.fields).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button className="button" data-size="small">
                  {t("shell.told.undo")}
                </button>
              </Form>
            )}
            {hydrated && (
              <button
                type="button"
                className="button"
                data-kind="quiet"
                data-size="small"
                onClick={() => setShown(null)}
              >
                <Icon name="close" />
                <span className="sr-only">{t("shell.told.close")}</span>
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
