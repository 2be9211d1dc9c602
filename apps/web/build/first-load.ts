import { gzipSync } from "node:zlib";
import type { Rolldown } from "vite";

type Output = Rolldown.OutputBundle[string];

export interface FirstLoad {
  /** Sizes are bytes after gzip. */
  readonly js: number;
  readonly css: number;
  readonly files: ReadonlyMap<string, number>;
}

const gzipped = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).length;

/** A chunk with all that it cannot run without: what it imports, and the styles of these. */
function closureOf(bundle: ReadonlyMap<string, Output>, name: string, into: Set<string>): void {
  if (into.has(name)) return;
  into.add(name);
  const chunk = bundle.get(name);
  if (chunk?.type !== "chunk") return;
  for (const imported of chunk.imports) closureOf(bundle, imported, into);
  for (const style of chunk.viteMetadata?.importedCss ?? []) into.add(style);
}

/** @param modules the ends of the modules that the page asks for before its first paint: the entry, a route, the words */
export function firstLoadOf(outputs: readonly Output[], modules: readonly string[]): FirstLoad {
  const bundle = new Map(outputs.map((output) => [output.fileName, output]));
  const names = new Set<string>();
  for (const end of modules) {
    const chunk = outputs.find((output) => output.type === "chunk" && output.facadeModuleId?.endsWith(end));
    if (!chunk) throw new Error(`no chunk begins at ${end}`);
    closureOf(bundle, chunk.fileName, names);
  }
  const files = new Map<string, number>();
  for (const name of names) {
    const output = bundle.get(name);
    if (output) files.set(name, gzipped(output.type === "chunk" ? output.code : output.source));
  }
  const sum = (ending: string) =>
    [...files].filter(([name]) => name.endsWith(ending)).reduce((total, [, size]) => total + size, 0);
  return { js: sum(".js"), css: sum(".css"), files };
}
