import type { Config } from "drizzle-kit";

export const config: Config = {
  dialect: "sqlite",
  schema: "./db/schema/sqlite.ts",
  out: "./db/migrations/sqlite",
};

// drizzle-kit wants a default export.
export default config;
