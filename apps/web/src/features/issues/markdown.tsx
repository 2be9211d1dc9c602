import { useMemo } from "react";
import { useNavigate } from "../../lib/navigation";
import { markdownToHtml } from "../../ui/markdown";
import styles from "./markdown.module.css";

/** A text of an issue, as safe HTML (FXS-07). Links to the app's own pages stay in the app. */
export function Markdown({ text }: { text: string }) {
  const navigate = useNavigate();
  const html = useMemo(() => markdownToHtml(text), [text]);
  return (
    <div
      className={styles["markdown"]}
      // Sanitised by `markdownToHtml`, whose tests hold what may come out of it.
      dangerouslySetInnerHTML={{ __html: html }}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        const isOwn = link?.origin === location.origin && !link.hasAttribute("target");
        if (!link || !isOwn || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate({ to: `${link.pathname}${link.search}` });
      }}
    />
  );
}
