// What scrolls must be reachable by keyboard (WCAG 2.1.1), and what is reached must have a name; a section would be a landmark.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */
import type { ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
}

/** What may be wider or longer than its place: scrolls by pointer, touch and keyboard, and has a name. No landmark. */
export function ScrollRegion({ children, label, labelledBy, className = "" }: Props) {
  return (
    <div
      role="group"
      className={`scroll-x relative ${className}`}
      tabIndex={0}
      aria-label={label}
      aria-labelledby={labelledBy}
    >
      {children}
    </div>
  );
}
