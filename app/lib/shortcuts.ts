/** Which keys do what. Pure, so that a test can press them. */

/** The second key after `g`, and where it leads. */
export const GO_KEYS = {
  o: "home",
  p: "plan",
  s: "suppliers",
  u: "understand",
  m: "matches",
  f: "follow-up",
  t: "tenders",
  i: "upload",
  r: "reports",
  j: "trail",
} as const;
export type GoTo = (typeof GO_KEYS)[keyof typeof GO_KEYS];

export type Shortcut =
  { readonly kind: "help" | "search" | "next" | "previous" } | { readonly kind: "go"; readonly to: GoTo };

/** What a keyboard event tells of a press. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * The Latin letter of a key, in lower case. Where the layout writes other letters (Cyrillic, Greek, Arabic) it is the one
 * that stands on the same key of a Latin keyboard; null for what is no letter.
 */
function letterOf({ key, code }: Press): string | null {
  if (/^[a-z]$/iu.test(key) && key.length === 1 && key.charCodeAt(0) < 128) return key.toLowerCase();
  if (!/^\p{L}$/u.test(key)) return null;
  return /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? null;
}

/** Ctrl+K, or ⌘K: opens the palette, also while typing. It is no single key, so it cannot be switched off. */
export const opensPalette = (press: Press): boolean =>
  press.ctrlKey !== press.metaKey && !press.altKey && letterOf(press) === "k";

/**
 * What a press means, and whether the next one completes `g`.
 * @param afterG the press before was `g`.
 */
export function readPress(
  press: Press,
  afterG: boolean,
): { readonly shortcut: Shortcut | null; readonly afterG: boolean } {
  const nothing = { shortcut: null, afterG: false };
  if (press.ctrlKey || press.altKey || press.metaKey) return nothing;
  const letter = letterOf(press);
  if (afterG && letter !== null) {
    const to = Object.hasOwn(GO_KEYS, letter) ? GO_KEYS[letter as keyof typeof GO_KEYS] : null;
    return to === null ? nothing : { shortcut: { kind: "go", to }, afterG: false };
  }
  if (press.key === "?") return { shortcut: { kind: "help" }, afterG: false };
  if (press.key === "/") return { shortcut: { kind: "search" }, afterG: false };
  if (letter === "g") return { shortcut: null, afterG: true };
  if (letter === "j") return { shortcut: { kind: "next" }, afterG: false };
  if (letter === "k") return { shortcut: { kind: "previous" }, afterG: false };
  // A modifier on its way to the next key.
  return { shortcut: null, afterG: afterG && press.key === "Shift" };
}
