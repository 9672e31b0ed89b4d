/** The name under which the origin of a material is recorded. Apart from its schema, so that pages need not load that. */

const PREFIX = "inputs:";
/** `inputs:` and the name of the good. */
export type MaterialKey = `inputs:${string}`;
export const materialKey = (good: string): MaterialKey => `${PREFIX}${good}`;
export const isMaterialKey = (key: string): key is MaterialKey => key.startsWith(PREFIX) && key.length > PREFIX.length;
/** The good of a material's key. */
export const goodOf = (key: MaterialKey): string => key.slice(PREFIX.length);
