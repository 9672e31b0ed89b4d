export function isAllowed(expression: string, isTool: boolean): boolean;
export function refusedLicences(root: string): string[];
export function readAudit(text: string): { readonly grave: string[]; readonly others: number } | null;
