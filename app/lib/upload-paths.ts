/** Addresses that take a file, and count its bytes themselves; a form to any other address is small. */
const UPLOAD_PATH = /^\/w\/[^/]+\/(?:imports\/(?:upload|new)|lists)(?:\.data)?$/u;

export const takesFile = (path: string): boolean => UPLOAD_PATH.test(path);
