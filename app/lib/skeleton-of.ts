/** Which page is on its way, by its address: what its outline looks like before it is there. */
export type PageKind = "home" | "plan" | "suppliers" | "supplier" | "understand" | "upload" | "import" | "help";

const KINDS: readonly (readonly [RegExp, PageKind])[] = [
  [/^$/u, "home"],
  [/^\/plan$/u, "plan"],
  [/^\/suppliers$/u, "suppliers"],
  [/^\/suppliers\/[^/]+$/u, "supplier"],
  [/^\/understand$/u, "understand"],
  [/^\/imports\/new$/u, "upload"],
  [/^\/imports\/[^/]+$/u, "import"],
  [/^\/help$/u, "help"],
];

/** The kind of page at a path of the workspace; null for what is no page of it. */
export function pageKind(pathname: string): PageKind | null {
  const rest = /^\/w\/[^/]+(\/.*)?$/u.exec(pathname.replace(/\/$/u, ""));
  if (!rest) return null;
  return KINDS.find(([pattern]) => pattern.test(rest[1] ?? ""))?.[1] ?? null;
}
