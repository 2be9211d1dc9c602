import { Dice } from "./dice.js";
import { portrait, portraitOfUnits, type Operation, type Setting } from "./operation.js";
import { possibleHats } from "./rules/hats.js";
import { Selections } from "./random-selection.js";
import { READS } from "./reads.js";
import { Streams } from "./streams.js";
import { Mismatch, Trial } from "./trial.js";
import { WRITES } from "./writes.js";

/** Of one company. */
const OPERATIONS_EACH = 250;
const STREAMS_EACH = 10;

/** How often each was done, and how it ended. */
export type Counts = Map<string, number>;

interface Place {
  readonly seed: number;
  readonly number: number;
  readonly counts: Counts;
}

/**
 * Random companies, random people, random operations; each answer is judged by the oracle, and so is each message of the
 * subscriptions that are open meanwhile.
 *
 * @throws Mismatch with the story of the first difference
 */
export async function runOracle(seed: number, operations: number): Promise<Counts> {
  const counts: Counts = new Map();
  for (let number = 0, left = operations; left > 0; number++, left -= OPERATIONS_EACH) {
    await tryCompany({ seed, number, counts }, Math.min(OPERATIONS_EACH, left));
  }
  return counts;
}

async function tryCompany(place: Place, operations: number): Promise<void> {
  const dice = new Dice(place.seed + place.number * 7919);
  const trial = await Trial.start(dice);
  const streams = new Streams();
  try {
    for (let n = 0; n < operations; n++) {
      // Half of all acts are by those who may do most.
      const heads = trial.world.people.filter(({ id }) => possibleHats(trial.world, id).has("MANAGER"));
      const by = dice.pick(heads.length > 0 && dice.chance(0.5) ? heads : trial.world.people).id;
      const ways = [...READS, ...WRITES].map(([weight, ...way]) => [weight, way] as const);
      await step(trial, streams, { ...place, n, by, way: dice.weighted(ways) });
    }
  } finally {
    streams.close();
    await trial.stop();
  }
}

interface Step extends Place {
  readonly n: number;
  readonly by: string;
  readonly way: readonly [string, Operation];
}

async function step(
  trial: Trial,
  streams: Streams,
  { seed, number, counts, n, by, way }: Step,
): Promise<void> {
  const { dice } = trial;
  const [name, operation] = way;
  const story: string[] = [];
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const tell = (line: string) => story.push(line);
  const setting: Setting = { trial, dice, by, selections: new Selections(dice), tell, count };
  count(name);
  tell(`${portrait(trial.world, by)}; ${portraitOfUnits(trial.world)}`);
  try {
    await streams.fill(setting, STREAMS_EACH);
    const before = trial.world;
    await operation(setting);
    if (trial.world !== before) await streams.check(before, trial.world, count);
  } catch (error) {
    const where = `ORACLE_SEED=${String(seed)}: company ${String(number)}, operation ${String(n)} (${name})`;
    const told = `${where}\n  by ${story[0] ?? ""}\n  ${story.slice(1).slice(-2).join("\n  ")}`;
    if (error instanceof Mismatch) throw new Mismatch(`${told}\n  ${error.message}`, { cause: error });
    throw new Error(told, { cause: error });
  }
}
