import type { ReactNode } from "react";

const MARKS = { note: "i", problem: "!" } as const;

/** A sentence that must be seen. `problem` interrupts a screen reader, `note` does not. The mark says what the colour says. */
export function Notice({
  kind,
  title,
  wide = false,
  children,
}: {
  kind: keyof typeof MARKS;
  title?: string | undefined;
  /** More than sentences: the content takes all the width there is. */
  wide?: boolean;
  children?: ReactNode;
}) {
  const isProblem = kind === "problem";
  return (
    <div
      role={isProblem ? "alert" : undefined}
      className={`flex gap-3 rounded-md border p-3 sm:p-4 ${isProblem ? "border-high bg-high-wash" : "border-line bg-note-wash"}`}
    >
      <span
        aria-hidden="true"
        className={`mt-0.5 grid size-5 shrink-0 place-items-center rounded-full text-xs font-bold ${isProblem ? "bg-high text-surface" : "border border-line-strong text-soft"}`}
      >
        {MARKS[kind]}
      </span>
      <div className={`min-w-0 space-y-1 ${wide ? "grow" : ""}`}>
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={wide ? "" : "prose-width"}>{children}</div>}
      </div>
    </div>
  );
}
