import { ApolloProvider } from "@apollo/client/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { apollo } from "../lib/apollo";
import { watchConnection } from "../lib/connection";
import { hasUnsaved } from "../lib/saves";
import { currentLocale, loadWords } from "../lib/words/words";
import { loadIcons } from "../ui/icon-sprite";
import "../ui/tokens.css";
import "../ui/base.css";
import { router } from "./router";

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
