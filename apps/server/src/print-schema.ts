import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { makeSchema } from "./schema.js";

writeFileSync(
  new URL("../schema.graphql", import.meta.url),
  `${printSchema(lexicographicSortSchema(makeSchema()))}\n`,
);
