import type { Template } from "../template";
import { demand } from "./demand";
import { category } from "./category";
import { espd } from "./espd";
import { register } from "./register";
import { remediation } from "./remediation";
import { response } from "./response";
import { statement } from "./statement";
import { tender } from "./tender";

/** Every template, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [
  register,
  statement,
  category,
  tender,
  espd,
  remediation,
  demand,
  response,
];

/** The template of a type; null for a word that is none. */
export const templateOf = (type: string): Template | null => TEMPLATES.find((one) => one.type === type) ?? null;
