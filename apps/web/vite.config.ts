import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compiledWords } from "./build/compiled-words.ts";
import { typedDocuments } from "./build/typed-documents.ts";

/** Where `pnpm dev` finds the API; the built app is served by the server itself, on one port. */
const api = process.env["API_URL"] ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [react(), typedDocuments(), compiledWords()],
  resolve: {
    conditions: ["source", "module", "browser", "development|production"],
    dedupe: ["graphql", "react", "react-dom"],
  },
  build: {
    outDir: "dist",
    target: "es2023",
    // The polyfill is an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // No `data:` URLs: the policy names 'self' alone.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
  server: {
    port: 5173,
    // The host stays as the browser names it: the API refuses a page of another origin.
    proxy: { "/graphql": { target: api, ws: true, changeOrigin: false }, "/health": { target: api } },
  },
});
