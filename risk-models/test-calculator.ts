/** For tests only: a pocket calculator that reads an equation as it is printed. It shares no code with the engine. */
import type { Token } from "./equation";

/** As a page prints it in English. */
export const printed = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      typeof token === "string"
        ? token
        : token.digits === null
          ? String(Math.round(token.value * 1e6) / 1e6)
          : token.value.toFixed(token.digits),
    )
    .join("");

const POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The value of a printed text: numbers, + − × ÷ /, brackets, powers, `max(a; b)` and `min(a; b)`. Throws at anything else. */
export function valueOf(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|max|min|[()+\-−×÷/^;]|[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu) ?? [];
  if (tokens.join("") !== text.replace(/\s/gu, "")) throw new Error(`No arithmetic: ${text}`);
  let at = 0;
  const next = () => tokens[at];
  const take = () => tokens[at++]!;
  const need = (token: string) => {
    if (take() !== token) throw new Error(`Expected ${token} in ${text}`);
  };
  /** True when the next sign is one of these; then it is taken. */
  const took = (...signs: string[]) => {
    const found = signs.includes(next() ?? "");
    if (found) take();
    return found;
  };
  const sum = (): number => {
    let value = product();
    for (;;) {
      if (took("+")) value += product();
      else if (took("−")) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      if (took("×")) value *= power();
      else if (took("÷", "/")) value /= power();
      else return value;
    }
  };
  const power = (): number => {
    const base = single();
    if (took("^")) return base ** single();
    const raised = POWERS.indexOf(next() ?? "?");
    if (raised < 0) return base;
    take();
    return base ** raised;
  };
  const single = (): number => {
    const token = take();
    if (token === "-" || token === "−") return -single();
    if (token === "max" || token === "min") {
      need("(");
      const a = sum();
      need(";");
      const b = sum();
      need(")");
      return token === "max" ? Math.max(a, b) : Math.min(a, b);
    }
    if (token === "(") {
      const value = sum();
      need(")");
      return value;
    }
    const number = Number(token);
    if (Number.isNaN(number)) throw new Error(`No number: ${token} in ${text}`);
    return number;
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`Left over: ${tokens.slice(at).join("")} in ${text}`);
  return value;
}
