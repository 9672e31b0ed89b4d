import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { measureKey } from "../i18n/keys";
import type { Measure } from "../lib/overview-query";

interface Props {
  /** The part of the address that holds the choice. */
  readonly name: string;
  readonly offered: readonly Measure[];
  readonly chosen: Measure;
  readonly label: string;
  /** The part of the page to stay at, where there is no script. */
  readonly anchor: string;
}

/** What is counted: links, so that it works without script and a view can be sent to a colleague. */
export function MeasureChoice({ name, offered, chosen, label, anchor }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  if (offered.length < 2) return null;
  const address = (measure: Measure) => {
    const next = new URLSearchParams(search);
    next.set(name, measure);
    return `?${next.toString()}#${anchor}`;
  };
  return (
    <nav aria-label={label} className="no-print flex flex-wrap gap-1">
      {offered.map((measure) => (
        <Link
          key={measure}
          to={address(measure)}
          preventScrollReset
          aria-current={measure === chosen ? "true" : undefined}
          className="button max-sm:px-2! aria-[current=true]:border-accent aria-[current=true]:bg-accent-wash"
          data-size="small"
        >
          {t(measureKey[measure])}
        </Link>
      ))}
    </nav>
  );
}
