import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** Where a list has nothing to show: why, and what to do about it. */
export function Empty({
  title,
  children,
  to,
  action,
}: {
  title: string;
  children?: ReactNode;
  /** Where the way out leads, and what it is called. */
  to?: string | undefined;
  action?: string | undefined;
}) {
  return (
    <div className="card flex flex-wrap items-center justify-between gap-x-8 gap-y-4 p-5 sm:p-6">
      <div className="prose-width min-w-0">
        <h2>{title}</h2>
        {children && <p className="mt-1 text-soft">{children}</p>}
      </div>
      {to !== undefined && action && (
        <Link to={to} className="button" data-kind="primary">
          {action}
        </Link>
      )}
    </div>
  );
}
