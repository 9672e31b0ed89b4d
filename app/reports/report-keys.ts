/** Which words of the catalogues a template needs, by their keys. */
import { sectionsOf, type NotParts, type Template, type TemplateSection } from "./template";

export const titleKey = ({ words }: Template): string => `${words}.title`;
/** What the report is for, and for whom. */
export const leadKey = ({ words }: Template): string => `${words}.lead`;
export const variantKey = ({ words }: Template, variant: string): string => `${words}.variant.${variant}`;
/** What the law of the variant asks, in our words. */
export const variantNoteKey = ({ words }: Template, variant: string): string => `${words}.variantNote.${variant}`;

const prefix = ({ words }: Template, section: TemplateSection): string => section.words ?? words;
export const sectionKey = (template: Template, section: TemplateSection): string =>
  `${prefix(template, section)}.section.${section.id}`;
export const pointKey = (template: Template, section: TemplateSection, point: string): string =>
  `${prefix(template, section)}.point.${point}`;
/** What whoever writes is asked for. */
export const askKey = (template: Template, section: TemplateSection, point: string): string =>
  `${prefix(template, section)}.ask.${point}`;
export const tableKey = (template: Template, section: TemplateSection, table: string): string =>
  `${prefix(template, section)}.table.${table}`;
export const columnKey = (template: Template, section: TemplateSection, table: string, column: string): string =>
  `${prefix(template, section)}.column.${table}.${column}`;
export const barsKey = (template: Template, section: TemplateSection, chart: string): string =>
  `${prefix(template, section)}.bars.${chart}`;
export const heatKey = (template: Template, section: TemplateSection, pairs: string): string =>
  `${prefix(template, section)}.heat.${pairs}`;

export const factKey = ({ words }: Template, fact: string): string => `${words}.entered.${fact}`;
/** How to enter it. */
export const factHintKey = ({ words }: Template, fact: string): string => `${words}.enteredHint.${fact}`;
export const choiceKey = ({ words }: Pick<Template, "words">, fact: string, choice: string): string =>
  `${words}.choice.${fact}.${choice}`;

/** Every key a template needs. */
export function keysOfTemplate(template: Template): string[] {
  const keys = [titleKey(template), leadKey(template)];
  for (const { id } of template.variants) keys.push(variantKey(template, id), variantNoteKey(template, id));
  for (const { id, choices = [] } of template.facts ?? []) {
    keys.push(factKey(template, id), factHintKey(template, id));
    keys.push(...choices.map((choice) => choiceKey(template, id, choice)));
  }
  for (const section of template.sections) {
    keys.push(sectionKey(template, section));
    keys.push(...(section.former ?? []).map((id) => pointKey(template, section, id)));
    for (const { id, how, tables = [], bars = [], heat = [] } of section.points) {
      keys.push(pointKey(template, section, id));
      if (how !== "computed") keys.push(askKey(template, section, id));
      for (const table of tables) {
        keys.push(tableKey(template, section, table.id));
        keys.push(...table.columns.map((column) => columnKey(template, section, table.id, column.id)));
      }
      keys.push(...bars.map((chart) => barsKey(template, section, chart)));
      keys.push(...heat.map((pairs) => heatKey(template, section, pairs)));
    }
  }
  return keys;
}

/** A section of a variant by its id. @throws Error when the template does not have it any more. */
export function sectionOf(template: Template, variant: string, id: string): TemplateSection {
  const found = sectionsOf(template, variant).find((section) => section.id === id);
  if (!found) throw new Error(`The template ${template.type} has no section ${id}`);
  return found;
}

/** What the bars of a chart are where they are no parts of one whole; undefined: they are. */
export const notPartsOf = ({ points }: TemplateSection, chart: string): NotParts | undefined =>
  points.find(({ bars = [] }) => bars.includes(chart))?.notParts?.[chart];
