import { getConfig } from "./db.server";

/**
 * Where a link that is shown to its maker leads: what the operator said, else where they are themselves. A mail takes only
 * what the operator said, for a request can name any host.
 */
export const shownUrl = (request: Request): string => getConfig().publicUrl ?? new URL(request.url).origin;
