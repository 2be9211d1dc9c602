import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, visit, type DocumentNode, type FragmentDefinitionNode } from "graphql";

const WEB = join(import.meta.dirname, "../../../web/src");

export interface AppDocument {
  readonly name: string;
  readonly kind: "query" | "mutation" | "subscription";
  readonly document: DocumentNode;
  readonly variables: readonly string[];
}

/** What stands between graphql(` and `) in the web app's document files. */
function textsOfTheApp(): string[] {
  const files = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".graphql.ts"),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(WEB, file), "utf8");
    return [...text.matchAll(/graphql\(`([^`]*)`/g)].map(([, document = ""]) => document);
  });
}

/** The fragments that a node spreads, and those that they spread, each once. */
function fragmentsOf(
  node: DocumentNode,
  all: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  const collect = (of: DocumentNode | FragmentDefinitionNode): void => {
    visit(of, {
      FragmentSpread({ name }) {
        const fragment = all.get(name.value);
        if (!fragment) throw new Error(`the app has no fragment ${name.value}`);
        if (!found.has(fragment)) {
          found.add(fragment);
          collect(fragment);
        }
      },
    });
  };
  collect(node);
  return [...found];
}

/** Every operation that the app sends, complete with its fragments. */
export function appDocuments(): AppDocument[] {
  const definitions = textsOfTheApp().flatMap((text) => parse(text).definitions);
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return definitions.flatMap((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION) return [];
    const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [each] };
    const document = { ...alone, definitions: [each, ...fragmentsOf(alone, fragments)] };
    const variables = (each.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    return [{ name: each.name?.value ?? "", kind: each.operation, document, variables }];
  });
}
