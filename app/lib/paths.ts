/** Every address of the product, built in one place. `workspace` is the workspace's slug. */
const w = (workspace: string) => `/w/${encodeURIComponent(workspace)}`;

export const paths = {
  home: () => "/",
  login: (next?: string) => (next && next !== "/" ? `/login?next=${encodeURIComponent(next)}` : "/login"),
  signup: () => "/signup",
  logout: () => "/logout",
  language: () => "/language",
  workspaces: () => "/workspaces",
  workspace: (workspace: string) => w(workspace),
  newImport: (workspace: string) => `${w(workspace)}/imports/new`,
  upload: (workspace: string, fileName: string) =>
    `${w(workspace)}/imports/upload?name=${encodeURIComponent(fileName)}`,
  import: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}`,
  importProgress: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}/progress`,
  importRows: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}/rows.csv`,
  suppliers: (workspace: string, query = "") => `${w(workspace)}/suppliers${query && `?${query}`}`,
  supplier: (workspace: string, supplierId: string) => `${w(workspace)}/suppliers/${supplierId}`,
  understand: (workspace: string, query = "") => `${w(workspace)}/understand${query && `?${query}`}`,
  sectorOfWords: (workspace: string, words: string) =>
    `${w(workspace)}/understand/sector?words=${encodeURIComponent(words)}`,
  register: (workspace: string, format: "csv" | "xlsx") => `${w(workspace)}/register.${format}`,
} as const;

/** A path of this site to go on to, else `fallback`: never another host. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return fallback;
  return next;
}
