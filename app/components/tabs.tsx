import { Link } from "@remix-run/react";
import { useFormat } from "../i18n/format";

export interface Tab {
  readonly key: string;
  readonly label: string;
  /** Null: nothing is counted. */
  readonly count: number | null;
  readonly to: string;
  readonly isCurrent: boolean;
}

/** Stretches of one page, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const format = useFormat();
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5 sm:gap-y-0 sm:border-b sm:border-line">
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          to={tab.to}
          preventScrollReset
          aria-current={tab.isCurrent ? "page" : undefined}
          className="rounded-md border border-line-strong px-2 py-1 text-sm font-semibold whitespace-nowrap text-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-accent max-sm:aria-[current=page]:bg-accent-wash sm:-mb-px sm:rounded-none sm:border-0 sm:border-b-2 sm:not-aria-[current=page]:border-transparent sm:px-3 sm:py-2 sm:text-base"
        >
          {tab.label}{" "}
          {tab.count !== null && <span className="figures text-sm font-normal">{format.count(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
