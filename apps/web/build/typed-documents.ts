import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const CALL = /\bgraphql\(\s*(?:\/\*[\s\S]*?\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;
const NAME = /\b(query|mutation|subscription|fragment)\s+([A-Za-z_]\w*)/;
const IMPORT = /import \{ graphql \} from [^;]+;\n?/;
const EXPORT = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode/gm;
const PREFIX = "virtual:document/";
const GENERATED = path.join(import.meta.dirname, "../src/gql/graphql.ts");

/** The generated documents by their exported name, as JavaScript. */
export function readDocuments(generated: string): ReadonlyMap<string, string> {
  return new Map([...generated.matchAll(EXPORT)].map(([, name = "", body = ""]) => [name, body]));
}

/** @throws Error when a document has no name: nothing could find it then */
export function importDocuments(code: string, file: string): string {
  const names: string[] = [];
  const body = code.replace(CALL, (_call, text: string) => {
    const [, kind, name] = NAME.exec(text) ?? [];
    if (name === undefined) throw new Error(`${file}: a document without a name`);
    const exported = `${name}${kind === "fragment" ? "FragmentDoc" : "Document"}`;
    names.push(exported);
    return exported;
  });
  const imports = names.map((name) => `import { ${name} } from "${PREFIX}${name}";\n`);
  return imports.join("") + body.replace(IMPORT, "");
}

/**
 * `graphql("...")` of the generated code looks a document up by its text, in one table of all documents. For the build
 * each call becomes an import of a module that holds this one document, so that a chunk carries only what it uses.
 */
export function typedDocuments(): Plugin {
  let documents: ReadonlyMap<string, string> = new Map();
  return {
    name: "stafeta:typed-documents",
    apply: "build",
    enforce: "pre",
    buildStart() {
      documents = readDocuments(readFileSync(GENERATED, "utf8"));
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const name = id.slice(PREFIX.length + 1);
      const body = documents.get(name);
      if (body === undefined) throw new Error(`${name} is not in src/gql: run "pnpm codegen"`);
      return {
        code: `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(body)});`,
        map: null,
      };
    },
    transform: (code, id) =>
      id.endsWith(".graphql.ts") ? { code: importDocuments(code, id), map: null } : null,
  };
}
