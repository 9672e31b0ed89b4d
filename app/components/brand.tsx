import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** The mark and the name; leads home. `small`: on a phone the mark alone is seen. */
export function Brand({ to, small = false }: { to: string; small?: boolean }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className="inline-flex items-center gap-2 text-ink no-underline">
      <svg viewBox="0 0 32 32" className="size-7" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <path
          d="M22.4 11.2a8 8 0 1 0 0 9.6"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="3.2"
          strokeLinecap="round"
        />
        <circle cx="16" cy="16" r="2.4" fill="var(--on-accent)" />
      </svg>
      <span className={`text-lg font-bold tracking-tight ${small ? "max-sm:sr-only" : ""}`}>{t("common.brand")}</span>
    </Link>
  );
}
