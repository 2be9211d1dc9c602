// @vitest-environment node
import { describe, expect, it } from "vitest";
import { formatMessage } from "../src/lib/words/message-format";
import { compileWords } from "./compiled-words";
import { importDocuments, readDocuments } from "./typed-documents";

describe("documents in the build", () => {
  const file = `import { graphql } from "../../gql/gql";

export const A = graphql(\`
  query Viewer { me { locale } }
\`);
export const B = graphql(/* GraphQL */ \`fragment Person on User { id }\`);
`;

  it("are imported one by one, and the table of all is not", () => {
    expect(importDocuments(file, "a.graphql.ts"))
      .toBe(`import { ViewerDocument } from "virtual:document/ViewerDocument";
import { PersonFragmentDoc } from "virtual:document/PersonFragmentDoc";

export const A = ViewerDocument;
export const B = PersonFragmentDoc;
`);
  });

  it("must have a name", () => {
    expect(() => importDocuments("graphql(`{ me { locale } }`)", "a.graphql.ts")).toThrow("without a name");
  });

  it("are read from the generated file", () => {
    const generated =
      'export const ADocument = {"kind":"Document"} as unknown as DocumentNode<A, B>;\nexport type X = 1;';
    expect([...readDocuments(generated)]).toEqual([["ADocument", '{"kind":"Document"}']]);
  });
});

describe("words in the build", () => {
  it("say the same as the text that they were compiled from", async () => {
    const words = { plain: "Saved", some: "{count, plural, one {# change} other {# changes}} by {name}" };
    const script = compileWords({ words });
    const url = `data:text/javascript;base64,${Buffer.from(script).toString("base64")}`;
    const built = ((await import(/* @vite-ignore */ url)) as { words: Record<"plain" | "some", string> })
      .words;
    expect(built.plain).toBe("Saved");
    expect(typeof built.some).toBe("object");
    const params = { count: 1200, name: "Anna" };
    expect(formatMessage(new Map(), "en-GB", "some", built.some, params)).toBe(
      formatMessage(new Map(), "en-GB", "some", words.some, params),
    );
  });
});
