import { useRef, useState } from "react";
import { createRepeatIds } from "./client-id";
import { readRefusal, wordsOfRefusal, type Refused } from "./refusals";

export interface Action<Input> {
  readonly isBusy: boolean;
  readonly refused: Refused | null;
  /** The reason for the whole form; null where it belongs to one of `fields`, or where there is none. */
  readonly formError: (fields?: readonly string[]) => string | null;
  readonly fieldError: (field: string) => string | undefined;
  /** Refuses before the request, with the domain's own decision. */
  readonly refuse: (refused: Refused) => void;
  readonly start: (input: Input) => Promise<void>;
}

/**
 * One thing that a form or a button does: busy while it runs, and its refusal in words. What was typed is the form's, and
 * stays.
 */
export function useAction<Input>(
  run: (input: Input, clientMutationId: string) => Promise<void>,
): Action<Input> {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [idFor] = useState(createRepeatIds);
  const running = useRef(false);
  return {
    isBusy,
    refused,
    formError: (fields = []) => {
      if (!refused || (refused.field !== undefined && fields.includes(refused.field))) return null;
      return wordsOfRefusal(refused);
    },
    fieldError: (field) => (refused?.field === field ? wordsOfRefusal(refused) : undefined),
    refuse: setRefused,
    start: async (input) => {
      // State comes too late for the second of two quick clicks.
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setRefused(null);
      try {
        await run(input, idFor(input));
      } catch (error) {
        setRefused(readRefusal(error));
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}
