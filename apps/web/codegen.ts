import type { CodegenConfig } from "@graphql-codegen/cli";

/** Written to `src/gql`, or to `CODEGEN_OUT` where the test for stale files compares a fresh run. */
const out = process.env["CODEGEN_OUT"] ?? "src/gql/";

const config: CodegenConfig = {
  schema: "../server/schema.graphql",
  documents: ["src/**/*.graphql.ts"],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    [out]: {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        skipTypename: false,
        avoidOptionals: { field: true, inputValue: false },
        strictScalars: true,
        scalars: { DateTime: "string", Date: "string", JSON: "unknown", ID: "string" },
      },
    },
  },
};

export default config;
