import sprite from "./icons.svg";

/**
 * Puts the icons into the page. Referred to by address instead, each would ask for the file again, and be gone without a
 * connection.
 */
export async function loadIcons(): Promise<void> {
  const answer = await fetch(sprite);
  const { documentElement } = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  documentElement.setAttribute("hidden", "");
  documentElement.setAttribute("aria-hidden", "true");
  document.body.append(documentElement);
}
