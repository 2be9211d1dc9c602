import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { loadWords } from "../lib/words/words";

// jsdom knows neither modal dialogs nor the top layer. What tests ask of them is only whether they are open.
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
HTMLElement.prototype.hidePopover = function hidePopover(this: HTMLElement) {
  this.style.display = "";
};

beforeAll(() => loadWords("en"));
afterEach(cleanup);
