import { useEffect, useState } from "react";
import { whenIdle } from "./when-idle";

/** False until the browser has painted and has nothing else to do. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(
    () =>
      whenIdle(() => {
        setIdle(true);
      }),
    [],
  );
  return isIdle;
}
