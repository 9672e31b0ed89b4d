import type { Template } from "../template";
import { remediation } from "./remediation";
import { statement } from "./statement";
import { tender } from "./tender";

/** Every template, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [statement, tender, remediation];

/** The template of a type; null for a word that is none. */
export const templateOf = (type: string): Template | null => TEMPLATES.find((one) => one.type === type) ?? null;
