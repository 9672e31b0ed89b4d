// Dragging is one of three ways; the buttons of each supplier do the same for keyboard, touch and no script.
/* oxlint-disable jsx-a11y/no-static-element-interactions */
import { Link, useNavigation } from "@remix-run/react";
import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { partKey, partNoteOf } from "../i18n/plan-keys";
import { useHydrated } from "./hydrated";
import { useSameDay } from "./trail-day";
import { Section } from "./page";
import { Entry, MoveForm, ReasonForm, type EntryView } from "./plan-entry";

/** Suppliers of a part shown before "show all". */
export const SHOWN = 100;

type PlanPart = EntryView["part"];

interface Asked {
  readonly supplierId: string;
  readonly name: string;
  readonly to: "in" | "out";
}

const MIME = "application/x-candour-supplier";
const goesTo = (part: PlanPart): "in" | "out" => (part === "chosen" || part === "drawn" ? "out" : "in");

/** One part of the plan as a list. */
export function PlanPartList({
  workspace,
  part,
  entries,
  aside,
  children,
  all,
  lead,
  bySeverity,
}: {
  workspace: string;
  part: PlanPart;
  entries: readonly EntryView[];
  aside?: (entry: EntryView) => ReactNode;
  children?: (entry: EntryView) => ReactNode;
  /** Everyone is shown. */
  all: boolean;
  lead?: ReactNode;
  bySeverity: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  const shown = all ? entries : entries.slice(0, SHOWN);
  return (
    <Section
      id={`part-${part}`}
      title={`${t(partKey[part])} (${format.count(entries.length)})`}
      note={t(partNoteOf(part, bySeverity))}
    >
      {lead}
      {entries.length === 0 && <p className="text-soft">{t("plan.none")}</p>}
      <ol className="divide-y divide-line">
        {shown.map((entry) => (
          <li key={entry.supplierId} className="py-2.5 first:pt-1 last:pb-0 sm:py-4">
            <Entry workspace={workspace} entry={entry} aside={aside?.(entry)}>
              {children?.(entry)}
            </Entry>
          </li>
        ))}
      </ol>
      {shown.length < entries.length && (
        <p className="mt-4">
          <Link to={at("?all=1")} preventScrollReset className="button">
            {t("plan.showAll", { formatted: format.count(entries.length) })}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** The draft's lists, between which suppliers are moved: by button, or by dragging one list's supplier onto another list. */
export function PlanBoard({
  workspace,
  entries,
  canMove,
  all,
  bySeverity,
}: {
  workspace: string;
  entries: readonly EntryView[];
  canMove: boolean;
  all: boolean;
  bySeverity: boolean;
}) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [over, setOver] = useState<"in" | "out" | null>(null);
  /** What is being dragged, for the place to drop that is always in sight. */
  const [dragged, setDragged] = useState<Asked | null>(null);
  const drags = hydrated && canMove;

  const dropOn = (to: "in" | "out") => ({
    onDragOver: (event: DragEvent) => {
      if (!drags || !event.dataTransfer.types.includes(`${MIME}-${to}`)) return;
      event.preventDefault();
      setOver(to);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      setOver(null);
      setDragged(null);
      const supplierId = event.dataTransfer.getData(MIME);
      const entry = entries.find((one) => one.supplierId === supplierId);
      if (!entry || goesTo(entry.part) !== to) return;
      event.preventDefault();
      setAsked({ supplierId, name: entry.name, to });
    },
  });
  const listOf = (part: PlanPart) => (
    <div
      onDragStart={(event) => {
        const supplierId = (event.target as HTMLElement).closest?.("[data-supplier]")?.getAttribute("data-supplier");
        if (!drags || !supplierId) return;
        event.dataTransfer.setData(MIME, supplierId);
        event.dataTransfer.setData(`${MIME}-${goesTo(part)}`, supplierId);
        event.dataTransfer.effectAllowed = "move";
        const line = (event.target as HTMLElement).closest("li");
        if (line) event.dataTransfer.setDragImage(line, 20, 20);
        const name = entries.find((entry) => entry.supplierId === supplierId)?.name ?? "";
        // Changing the page while a drag begins ends the drag in some browsers.
        setTimeout(() => setDragged({ supplierId, name, to: goesTo(part) }));
      }}
      onDragEnd={() => setDragged(null)}
    >
      <PlanPartList
        workspace={workspace}
        part={part}
        all={all}
        bySeverity={bySeverity}
        entries={entries.filter((entry) => entry.part === part)}
        lead={
          part === "chosen" && drags ? (
            <p className="no-print mb-2 hidden text-sm text-soft lg:block">{t("plan.dragHint")}</p>
          ) : undefined
        }
        aside={(entry) =>
          canMove && (
            <div className="flex items-start gap-2">
              {drags && (
                <span
                  draggable
                  data-supplier={entry.supplierId}
                  aria-hidden="true"
                  className="no-print hidden cursor-grab px-1 text-lg leading-8 text-soft select-none lg:block"
                >
                  ⠿
                </span>
              )}
              <MoveForm entry={entry} to={goesTo(part)} />
            </div>
          )
        }
      />
    </div>
  );
  const zone = (to: "in" | "out") =>
    `space-y-5 rounded-lg ${over === to ? "outline-3 outline-offset-4 outline-dashed outline-accent" : ""}`;
  const hasOut = entries.some(({ part }) => part === "out");
  return (
    <>
      <div className={zone("in")} {...dropOn("in")}>
        {listOf("chosen")}
        {listOf("drawn")}
      </div>
      <div className={zone("out")} {...dropOn("out")}>
        {listOf("reserve")}
        {hasOut && listOf("out")}
      </div>
      {dragged && (
        <div
          {...dropOn(dragged.to)}
          className={`fixed inset-x-4 bottom-4 z-20 mx-auto max-w-xl rounded-lg border-2 border-dashed border-accent p-5 text-center font-semibold ${over === dragged.to ? "bg-accent text-on-accent" : "bg-accent-wash text-ink"}`}
        >
          {t(dragged.to === "in" ? "plan.dropIn" : "plan.dropOut")}
        </div>
      )}
      <MoveDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** After a drop: the reason, then the move. */
function MoveDialog({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { state } = useNavigation();
  useEffect(() => {
    if (asked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asked]);
  useEffect(() => {
    if (state === "loading") onClose();
    // What closes it is the answer to the form, not a new function of the parent.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      className="card m-auto w-[min(28rem,calc(100vw-2rem))] p-5 text-ink backdrop:bg-black/40"
    >
      {asked && (
        <>
          <h2 id={`${id}-title`} className="mb-3 break-words">
            {t(asked.to === "in" ? "plan.takeInNamed" : "plan.takeOutNamed", { name: asked.name })}
          </h2>
          <ReasonForm supplierId={asked.supplierId} to={asked.to} id={id}>
            <button type="button" className="button" data-kind="quiet" data-size="small" onClick={onClose}>
              {t("common.cancel")}
            </button>
          </ReasonForm>
        </>
      )}
    </dialog>
  );
}
