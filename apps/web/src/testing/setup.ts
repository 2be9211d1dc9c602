import { afterEach, beforeAll } from "vitest";
import { loadLaterWords, loadWords } from "../lib/words/words";

/** Parts of the browser that jsdom lacks. What tests ask of them is only whether a layer is open. */
function completeDom(): void {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.setAttribute("open", "");
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.removeAttribute("open");
  };
  HTMLElement.prototype.showPopover = function showPopover(this: HTMLElement) {
    // Its own style sheet hides popovers, and it cannot know that this one is open.
    this.style.display = "block";
  };
  Element.prototype.scrollIntoView = () => undefined;
  HTMLElement.prototype.hidePopover = function hidePopover(this: HTMLElement) {
    this.style.display = "";
  };
}

beforeAll(async () => {
  await loadWords("en");
  await loadLaterWords();
});

// Tests of pure functions and of the build run without a page.
if (typeof document !== "undefined") {
  completeDom();
  const { cleanup, configure } = await import("@testing-library/react");
  // As for the tests: a busy machine is no failure.
  configure({ asyncUtilTimeout: 5000 });
  afterEach(cleanup);
}
