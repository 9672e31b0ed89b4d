/** Reads a PDF back with another program than the one that made it. */
import { getDocumentProxy } from "unpdf";

export interface ReadPdf {
  readonly pages: number;
  /** The text of all pages; spaces, line ends and invisible places to break are left out, since layout moves them. */
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
}

/** Text without what layout moves. */
export const bare = (text: string): string => text.replace(/[\s\u200b]/gu, "");

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const source = Buffer.from(bytes).toString("latin1");
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  let text = "";
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent();
    text += content.items.map((item) => ("str" in item ? item.str : "")).join("");
  }
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
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    metadata: /<\?xpacket[\s\S]*<\?xpacket end/u.exec(source)?.[0] ?? "",
    roles,
    alternatives,
    attachments: Object.fromEntries(
      Object.values(files).map(({ filename, content }) => [filename, Buffer.from(content).toString("utf8")]),
    ),
  };
}
