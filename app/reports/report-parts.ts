/** The parts of a report as a page shows them. Pure. */
import type { Block } from "./pdf-document";

/** A heading of the first level: where it stands among the blocks, and the id by which a link leads to it. */
export interface ReportPart {
  readonly at: number;
  readonly id: string;
  readonly text: string;
}

export const reportParts = (blocks: readonly Block[]): ReportPart[] =>
  blocks.flatMap((block, at) =>
    block.kind === "heading" && block.level === 1 ? [{ at, id: `part-${at}`, text: block.text }] : [],
  );

/** The id of the part with this heading; null: there is none. */
export const partOf = (blocks: readonly Block[], heading: string): string | null =>
  reportParts(blocks).find(({ text }) => text === heading)?.id ?? null;
