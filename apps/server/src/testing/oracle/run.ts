import { Dice } from "./dice.js";
import { portrait, type Setting } from "./operation.js";
import { Selections } from "./random-selection.js";
import { READS } from "./reads.js";
import { Mismatch, Trial } from "./trial.js";

/** Of one company. */
const OPERATIONS_EACH = 250;

export interface Done {
  readonly operations: number;
  /** How often each was done. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Random companies, random people, random operations; each answer is judged by the oracle.
 *
 * @throws Mismatch with the story of the first difference
 */
export async function runOracle(seed: number, operations: number): Promise<Done> {
  const counts = new Map<string, number>();
  let done = 0;
  for (let number = 0; done < operations; number++) {
    const trial = await Trial.start(new Dice(seed + number * 7919));
    try {
      const wanted = Math.min(OPERATIONS_EACH, operations - done);
      for (let n = 0; n < wanted; n++, done++) await step(trial, { seed, number, n, counts });
    } finally {
      await trial.stop();
    }
  }
  return { operations: done, counts };
}

interface Place {
  readonly seed: number;
  readonly number: number;
  readonly n: number;
  readonly counts: Map<string, number>;
}

async function step(trial: Trial, { seed, number, n, counts }: Place): Promise<void> {
  const { dice } = trial;
  const by = dice.pick(trial.world.people).id;
  const story: string[] = [];
  const setting: Setting = {
    trial,
    dice,
    by,
    selections: new Selections(dice),
    tell: (line) => story.push(line),
  };
  const [name, operation] = dice.weighted(
    READS.map(([weight, name, operation]) => [weight, [name, operation] as const]),
  );
  counts.set(name, (counts.get(name) ?? 0) + 1);
  try {
    await operation(setting);
  } catch (error) {
    const where = `ORACLE_SEED=${String(seed)}: company ${String(number)}, operation ${String(n)} (${name})`;
    const told = `${where}\n  by ${portrait(setting)}\n  ${story.slice(-2).join("\n  ")}`;
    if (error instanceof Mismatch) throw new Mismatch(`${told}\n  ${error.message}`);
    throw new Error(told, { cause: error });
  }
}
