/** Reads a PDF back with another program than the one that made it. */
import { getDocumentProxy } from "unpdf";

export interface ReadPdf {
  readonly pages: number;
  /** The text of all pages; spaces, line ends, hyphens at line ends and invisible places to break are left out, since layout moves them. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  readonly tagged: boolean;
  /** The XMP packet as it stands in the file. */
  readonly metadata: string;
  /** The roles of the structure tree of the first page, in reading order. */
  readonly roles: readonly string[];
  /** Alternative texts of the first page. */
  readonly alternatives: readonly string[];
  readonly attachments: Readonly<Record<string, string>>;
  /** Pieces of text that pass the margin at the end of their line, or run into the next piece of their line. */
  readonly collisions: readonly string[];
}

/** A4 less the margin of `app/pdf/report.typ`, in points; and how far a letter may hang over. */
const [END_OF_LINE, OVERHANG] = [595.28 - 45.35, 1];

/** Letters that stand together, in points from the left and from the foot of their page. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** Which way it runs, as the reading program says. */
  readonly way: string;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function piecesOf(pdf: Pdf): Promise<Piece[][]> {
  const pages: Piece[][] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!("str" in item)) return [];
        const [from, line] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))];
        return [{ text: item.str, from, to: from + item.width, line, way: item.dir }];
      }),
    );
  }
  return pages;
}

/** What stands where, page by page, in the order in which it is read. */
export const readPieces = async (bytes: Uint8Array): Promise<Piece[][]> =>
  piecesOf(await getDocumentProxy(new Uint8Array(bytes)));

/** Of one page. Letters from right to left, and single letters, which a reading program cuts out of a ligature, are measured wrongly: they are left out. */
function collisionsOf(pieces: readonly Piece[]): string[] {
  const found = pieces.filter(({ to }) => to > END_OF_LINE + OVERHANG).map(({ text }) => `${text} |`);
  const sorted = pieces.toSorted((a, b) => b.line - a.line || a.from - b.from);
  for (const [at, piece] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && next.line === piece.line && next.from < piece.to - OVERHANG) found.push(`${piece.text} > ${next.text}`);
  }
  return found;
}

/** Text without what layout moves or adds: a hyphen at which a word goes on in the next line is a soft one. */
export const bare = (text: string): string => text.replace(/[\s\u00ad\u200b\u200e]/gu, "");

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const source = Buffer.from(bytes).toString("latin1");
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await piecesOf(pdf);
  const text = pages.flat().map((piece) => piece.text).join(""); // prettier-ignore
  const isMeasured = (piece: Piece) => piece.text.trim().length > 1 && piece.way === "ltr" && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(piece.text); // prettier-ignore
  const collisions = pages.flatMap((pieces) => collisionsOf(pieces.filter(isMeasured)));
  const roles: string[] = [];
  const alternatives: string[] = [];
  const walk = (node: Node) => {
    if (node.role) roles.push(node.role);
    if (node.alt) alternatives.push(node.alt);
    node.children?.forEach(walk);
  };
  walk((await (await pdf.getPage(1)).getStructTree()) as Node);
  const { info } = await pdf.getMetadata();
  const files = ((await pdf.getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>;
  return {
    pages: pdf.numPages,
    text: bare(text),
    title: (info as { Title?: string }).Title ?? "",
    language: (info as { Language?: string }).Language ?? "",
    collisions,
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    metadata: /<\?xpacket[\s\S]*<\?xpacket end/u.exec(source)?.[0] ?? "",
    roles,
    alternatives,
    attachments: Object.fromEntries(
      Object.values(files).map(({ filename, content }) => [filename, Buffer.from(content).toString("utf8")]),
    ),
  };
}
