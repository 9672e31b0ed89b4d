import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Block, Chart, HeatRow } from "../reports/pdf-document";
import { reportParts, type ReportPart } from "../reports/report-parts";
import { PlainTable } from "./plain-table";
import { ScrollRegion } from "./scroll-region";

/**
 * A report's blocks as a page: what the PDF lays out on paper. @param beside what stands beside a section: in the margin of a wide window,
 * under its heading in a narrow one; null: nothing. `isWide`: it has something to read.
 */
export function ReportBlocks({
  blocks,
  beside = () => null,
}: {
  blocks: readonly Block[];
  beside?: (section: string, title: string) => { readonly what: ReactNode; readonly isWide: boolean } | null;
}) {
  const parts = reportParts(blocks);
  const one = (block: Block, at: number) =>
    block.kind === "contents" ? (
      <Contents key={at} title={block.title} parts={parts.filter((part) => part.at > at)} />
    ) : (
      <One key={at} block={block} id={parts.find((part) => part.at === at)?.id} />
    );
  return (
    <div className="report space-y-3">
      {[0, ...parts.map(({ at }) => at)].map((from, no, starts) => {
        const [head, ...rest] = blocks.slice(from, starts[no + 1]);
        if (!head) return null;
        const found = head.kind === "heading" && head.section !== undefined ? beside(head.section, head.text) : null;
        if (found === null) return [head, ...rest].map((block, at) => one(block, from + at));
        return (
          <div
            key={from}
            className={`grid grid-cols-1 gap-3 border-t border-line pt-5 ${found.isWide ? "gap-x-6 xl:grid-cols-[minmax(0,1fr)_17rem] xl:grid-rows-[auto_1fr]" : ""}`}
          >
            {one(head, from)}
            <div className={found.isWide ? "xl:col-start-2 xl:row-span-2 xl:row-start-1" : ""}>{found.what}</div>
            <div className={`min-w-0 space-y-3 ${found.isWide ? "xl:col-start-1" : ""}`}>
              {rest.map((block, at) => one(block, from + 1 + at))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** Ids of the sections among the blocks. Pure. */
export const sectionsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === "heading" && block.section !== undefined ? [block.section] : []));

/** What follows, by its headings: a long report is not scrolled through to find one of them. */
function Contents({ title, parts }: { title: string; parts: readonly ReportPart[] }) {
  return (
    <details className="no-print">
      <summary className="text-accent">{title}</summary>
      <ol className="mt-2 gap-x-6 space-y-1 text-sm sm:columns-2">
        {parts.map(({ id, text }) => (
          <li key={id} className="break-inside-avoid">
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </details>
  );
}

function One({ block, id }: { block: Exclude<Block, { kind: "contents" }>; id: string | undefined }) {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? (
        <h2 id={id} className="scroll-mt-4 border-t border-line pt-5 first:border-0 first:pt-0">
          {block.text}
        </h2>
      ) : (
        <h3 className="pt-2 font-semibold">{block.text}</h3>
      );
    case "text":
      return <p className={block.quiet ? "prose-width text-sm text-soft" : "prose-width"}>{block.text}</p>;
    case "list":
      return (
        <ul className="prose-width list-disc space-y-1 pl-5 text-sm">
          {block.items.map((item) => (
            <li key={item} className="break-words">
              {item}
            </li>
          ))}
        </ul>
      );
    case "notice":
      return (
        <div className="border-l-2 border-accent bg-note-wash px-3 py-2">
          <p className="font-semibold">{block.title}</p>
          <p className="prose-width">{block.text}</p>
        </div>
      );
    case "facts":
      return (
        <dl className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(10rem,16rem)_minmax(0,1fr)]">
          {block.items.map(({ term, value }) => (
            <div key={term} className="contents">
              <dt className="text-sm text-soft">{term}</dt>
              <dd className="mb-1 min-w-0 break-words sm:mb-0">{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "charts":
      return (
        <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
          {block.charts.map((chart) => (
            <Bars key={chart.title} chart={chart} />
          ))}
        </div>
      );
    case "heat":
      return <Heat {...block} />;
    case "table":
      return (
        <PlainTable
          columns={block.columns.map(({ head, align }) => ({ head, end: align === "end" }))}
          rows={block.rows.map((cells, at) => ({ key: String(at), cells }))}
        />
      );
    // Of the register's own PDF alone.
    case "terms":
    case "suppliers":
      return null;
  }
}

/** Bars from zero with their numbers; the bar repeats the number. */
function Bars({ chart: { title, head, bars } }: { chart: Chart }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h4 id={id} className="mb-1 text-sm font-semibold">
        {title}
      </h4>
      <table className="w-full text-sm">
        <thead className="sr-only">
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ label, number, share, length }) => (
            <tr key={label}>
              <th scope="row" className="py-0.5 pr-3 text-left font-normal">
                {label}
              </th>
              <td className="w-16 pr-2 text-right font-semibold tabular-nums">{number}</td>
              {head.length === 3 && <td className="w-14 pr-3 text-right text-soft tabular-nums">{share}</td>}
              <td className="w-2/5" aria-hidden="true">
                <div className="h-2 rounded-sm bg-accent" style={{ width: `${length * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A table of pairs: the numbers are the table, the tint repeats them. */
function Heat({ title, head, rows }: { title: string; head: readonly string[]; rows: readonly HeatRow[] }) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={title}>
      <table className="table text-sm">
        <caption className="text-left text-sm text-soft">{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t("reports.what")}</span>
            </th>
            {head.map((text) => (
              <th key={text} scope="col" data-align="end">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }, row) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map(({ text, depth }, at) => (
                <td
                  key={head[at]}
                  data-align="end"
                  className={row === rows.length - 1 || at === cells.length - 1 ? "font-semibold" : undefined}
                  style={
                    depth > 0
                      ? {
                          backgroundColor: `color-mix(in srgb, var(--high-wash) ${Math.round(30 + depth * 70)}%, var(--surface))`,
                        }
                      : undefined
                  }
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
