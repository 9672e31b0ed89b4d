import type { ReactNode } from "react";

/** What may be wider or longer than its place: scrolls by pointer, touch and keyboard, and has a name. */
export function ScrollRegion({
  children,
  label,
  labelledBy,
  className = "",
}: {
  children: ReactNode;
  label?: string;
  labelledBy?: string;
  className?: string;
}) {
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`scroll-x relative ${className}`} tabIndex={0} aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
