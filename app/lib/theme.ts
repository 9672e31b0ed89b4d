/** Light or dark as the reader chose, or as their system says. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const isTheme = (word: unknown): word is Theme => (THEMES as readonly unknown[]).includes(word);
