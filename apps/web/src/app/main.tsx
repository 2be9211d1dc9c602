import { ApolloProvider } from "@apollo/client/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { apollo } from "../lib/apollo";
import { isOnline, watchConnection } from "../lib/connection";
import { hasUnsaved } from "../lib/saves";
import { currentLocale, loadWords } from "../lib/words/words";
import { loadIcons } from "../ui/icon-sprite";
import "../ui/tokens.css";
import "../ui/base.css";
import { router } from "./router";

const RELOADED_KEY = "stafeta.reloaded";
const RELOAD_AGAIN_AFTER_MS = 60_000;

/** Not in a circle: where a reload has not helped, the error shows. */
function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0);
  if (Date.now() - last < RELOAD_AGAIN_AFTER_MS) return;
  sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
  location.reload();
}

async function start(): Promise<void> {
  loadIcons().catch(() => {
    // Without its icons the app still has all its words.
  });
  await loadWords("en");
  document.documentElement.lang = currentLocale();
  watchConnection();
  addEventListener("beforeunload", (event) => {
    if (hasUnsaved()) event.preventDefault();
  });
  // A newer version has replaced the parts that this page would load late. Nothing that waits is given up for it.
  addEventListener("vite:preloadError", () => {
    if (!hasUnsaved() && isOnline()) reloadOnce();
  });
  const place = document.getElementById("root");
  if (!place) throw new Error("index.html has no #root");
  createRoot(place).render(
    <StrictMode>
      <ApolloProvider client={apollo()}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </StrictMode>,
  );
}

void start();
