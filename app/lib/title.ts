/** `meta` of a page whose loader gives its `title`; a page that failed has none of its own. */
export const titleMeta = ({ data }: { data?: unknown }): { title: string }[] => [
  {
    title:
      data && typeof data === "object" && "title" in data && typeof data.title === "string" ? data.title : "Candour",
  },
];
