import type { ReactNode } from "react";

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** A part of the figure before it: shown lighter. */
  readonly part?: boolean;
}

/** Numbers with their names, as a description list; read in order. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4 xl:grid-cols-7">
      {figures.map(({ label, value, note, part = false }) => (
        <div key={label} className="flex flex-col border-t-2 border-line pt-2">
          <dt className="text-sm">{label}</dt>
          <dd className={`order-first text-2xl leading-tight tracking-tight ${part ? "font-medium" : "font-bold"}`}>
            {value}
          </dd>
          {note && <dd className="mt-0.5 text-xs text-soft">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

export interface Share {
  readonly key: string;
  readonly label: ReactNode;
  readonly count: string;
  readonly fraction: number;
  readonly note?: ReactNode;
}

/** Parts of a whole: label, bar and count a line. The bar repeats the number and is hidden from screen readers. */
export function Shares({ shares }: { shares: readonly Share[] }) {
  return (
    <ul className="figures grid grid-cols-[minmax(7.5rem,max-content)_minmax(3rem,1fr)_max-content] gap-x-3 gap-y-2.5 text-[0.9375rem]">
      {shares.map(({ key, label, count, fraction, note }) => (
        <li key={key} className="col-span-3 grid grid-cols-subgrid items-center">
          <span>
            {label}
            {note && <span className="block text-xs text-soft">{note}</span>}
          </span>
          <span aria-hidden="true" className="h-2 rounded-full bg-sunken">
            <span
              className="block h-2 rounded-full bg-accent"
              style={{ width: `${fraction > 0 ? Math.max(fraction * 100, 1) : 0}%` }}
            />
          </span>
          <span className="min-w-10 text-end font-semibold">{count}</span>
        </li>
      ))}
    </ul>
  );
}
