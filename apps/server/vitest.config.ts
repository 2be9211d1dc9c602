import { defineConfig } from "vitest/config";

// Without the alias ESM and CommonJS copies of graphql meet; without ssr.resolve the domain is looked for in dist.
const base = {
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }], conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...base,
        test: { name: "server", include: ["src/**/*.test.ts"], exclude: ["src/**/*.db.test.ts"] },
      },
      {
        ...base,
        test: {
          name: "db",
          include: ["src/**/*.db.test.ts"],
          globalSetup: ["./src/testing/pg.setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
