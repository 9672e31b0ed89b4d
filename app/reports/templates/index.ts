import type { Template } from "../template";
import { demand } from "./demand";
import { remediation } from "./remediation";
import { statement } from "./statement";
import { tender } from "./tender";

/** Every template, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [statement, tender, remediation, demand];

/** The template of a type; null for a word that is none. */
export const templateOf = (type: string): Template | null => TEMPLATES.find((one) => one.type === type) ?? null;
