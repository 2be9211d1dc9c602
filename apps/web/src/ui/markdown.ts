import DOMPurify, { type Config } from "dompurify";
import { marked } from "marked";

/** What a text may become. No style, no class, no form, no embedded page: the words and their structure. */
const ALLOWED: Config = {
  ALLOWED_TAGS: [
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "input",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
  ],
  ALLOWED_ATTR: [
    "href",
    "title",
    "alt",
    "src",
    "start",
    "align",
    "type",
    "checked",
    "disabled",
    "lang",
    "rel",
    "target",
  ],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i,
  // Not addresses, so the rule for addresses is not for them.
  ADD_URI_SAFE_ATTR: ["type", "start", "align", "lang"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** A link that was dropped leaves its words; one that stays leaves the app in a page of its own, without a way back into it. */
function guardLink(node: Element): void {
  if (node instanceof HTMLAnchorElement) {
    if (!node.hasAttribute("href")) {
      node.replaceWith(...node.childNodes);
      return;
    }
    if (node.origin !== location.origin) {
      node.setAttribute("target", "_blank");
      node.setAttribute("rel", "noopener noreferrer nofollow");
    }
  }
  if (node instanceof HTMLInputElement && (node.type !== "checkbox" || !node.disabled)) node.remove();
  // An image without a source that is allowed would be an empty frame.
  if (node instanceof HTMLImageElement && !node.hasAttribute("src")) node.replaceWith(node.alt);
}

const purifier = DOMPurify(window);
purifier.addHook("afterSanitizeAttributes", guardLink);

/**
 * Markdown to HTML that is safe to put into the page (FXS-07): scripts, handlers, styles and addresses other than http,
 * https, mailto, tel and the app's own are gone.
 */
export function markdownToHtml(text: string): string {
  return purifier.sanitize(marked.parse(text, { async: false, gfm: true, breaks: true }), ALLOWED);
}
