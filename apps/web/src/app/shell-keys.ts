import { useEffect, useState } from "react";
import { useNavigate } from "../lib/navigation";
import { isForPage, letterOf } from "../ui/page-keys";
import { createGoKeys } from "./go-keys";
import { toggleRail } from "./rail";

/** In a tree, letters jump to what begins with them. */
function isTypeahead(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=tree]") !== null;
}

/** `G` and a second key. The second one is taken before the page sees it: alone it means something else there. */
function useGoKeys(): void {
  const navigate = useNavigate();
  const [keys] = useState(createGoKeys);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event) || isTypeahead(event.target)) return;
      const to = keys.press(letterOf(event), event.timeStamp);
      if (to === null || to === "first") return;
      event.preventDefault();
      void navigate({ to });
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
    };
  }, [keys, navigate]);
}

/** Keys of the frame. A page's own keys stand with the page. */
export function useShellKeys(): void {
  useGoKeys();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event) || letterOf(event) !== "n") return;
      event.preventDefault();
      toggleRail();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
