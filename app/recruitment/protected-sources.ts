import type { ProtectedSource } from "../../db/schema/readings";

/** Who protected information comes from: the words of the table, for pages, which reach no database. */
export const PROTECTED_SOURCES = ["workers", "union", "ngo", "hotline"] as const satisfies readonly ProtectedSource[];
