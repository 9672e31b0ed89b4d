import type { Template } from "../template";
import { statement } from "./statement";

/** Every template, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [statement];

/** The template of a type; null for a word that is none. */
export const templateOf = (type: string): Template | null => TEMPLATES.find((one) => one.type === type) ?? null;
