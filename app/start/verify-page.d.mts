export function makeVerifyPage(root: string, dataHash: string): Promise<string>;
