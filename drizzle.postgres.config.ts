import type { Config } from "drizzle-kit";

export const config: Config = {
  dialect: "postgresql",
  schema: "./db/schema/postgres.ts",
  out: "./db/migrations/postgres",
};

// drizzle-kit wants a default export.
export default config;
