import type { Plugin } from "vite";

const CALL = /\bgraphql\(\s*(?:\/\*[\s\S]*?\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;
const NAME = /\b(query|mutation|subscription|fragment)\s+([A-Za-z_]\w*)/;

/**
 * `graphql("...")` of the generated code looks a document up by its text, in a table of all documents. For the build
 * each call becomes an import of its own document, so that a chunk carries what it uses and no text twice.
 */
export function typedDocuments(): Plugin {
  return {
    name: "stafeta:typed-documents",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".graphql.ts")) return null;
      const names: string[] = [];
      const body = code.replace(CALL, (_call, text: string) => {
        const [, kind, name] = NAME.exec(text) ?? [];
        if (name === undefined) throw new Error(`${id}: a document without a name`);
        const exported = `${name}${kind === "fragment" ? "FragmentDoc" : "Document"}`;
        names.push(exported);
        return exported;
      });
      const from = `import { ${names.join(", ")} } from "/src/gql/graphql.ts";\n`;
      return { code: from + body.replace(/import \{ graphql \} from [^;]+;\n?/, ""), map: null };
    },
  };
}
