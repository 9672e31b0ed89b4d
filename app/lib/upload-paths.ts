/** Addresses that take a file, and count its bytes themselves; a form to any other address is small. */
const UPLOAD_PATH = /^\/w\/[^/]+\/(?:imports\/(?:upload|new)|lists|evidence\/new)(?:\.data)?$/u;

export const takesFile = (path: string): boolean => UPLOAD_PATH.test(path);
