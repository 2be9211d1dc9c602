import { IntlMessageFormat } from "intl-messageformat";
import { transformWithOxc, type Plugin } from "vite";

const CATALOGUE = /\/src\/lib\/words\/[a-z]{2}\/[\w-]+\.ts$/;
const PARSER = "@formatjs/icu-messageformat-parser";
/** Has something for the parser; the same test as lib/words/message-format.ts. */
const HAS_SYNTAX = /[{'<]/;

/** @param words as exported by a catalogue file: name of the export, then key and message */
export function compileWords(words: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  return Object.entries(words)
    .map(([name, messages]) => {
      const compiled = Object.entries(messages).map(([key, message]) => {
        if (!HAS_SYNTAX.test(message)) return [key, message];
        return [key, new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst()];
      });
      return `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))};`;
    })
    .join("\n");
}

/** ICU messages are parsed at build time, so that the parser is no part of the app. */
export function compiledWords(): Plugin {
  return {
    name: "stafeta:compiled-words",
    apply: "build",
    enforce: "pre",
    async resolveId(id, importer) {
      return id === PARSER ? await this.resolve(`${PARSER}/no-parser.js`, importer) : null;
    },
    async transform(code, id) {
      if (!CATALOGUE.test(id)) return null;
      // A catalogue is data with types: without them it can be read right here.
      const { code: script } = await transformWithOxc(code, id);
      const url = `data:text/javascript;base64,${Buffer.from(script).toString("base64")}`;
      const words = (await import(url)) as Record<string, Record<string, string>>;
      return { code: compileWords(words), map: null };
    },
  };
}
