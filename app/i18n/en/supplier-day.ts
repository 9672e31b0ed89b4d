/** A supplier's pages as known on a past day. */
export const supplierDay = {
  pages: "This supplier as of this day",
  supplier: "Result and reasons",
  decisions: "Decisions",
  danger: "Whether it could be written to",
  noMaterials: "No path from materials led to what it sold, so nothing was asked about them.",
  internal:
    "The internal assessment, with what was told in confidence, is not made anew for a past day and is left out.",
} as const;
