import { expect, it } from "vitest";
import { Limiter } from "./limiter.js";

it("runs so many at once, the rest in order, and goes on after one that fails", async () => {
  const limiter = new Limiter(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) => async () => {
    most = Math.max(most, ++running);
    order.push(n);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
    if (n === 3) throw new Error("failed");
    return n;
  };
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((n) => limiter.run(work(n))));
  expect(most).toBe(2);
  expect(order).toEqual([1, 2, 3, 4, 5, 6]);
  expect(results.map(({ status }) => status)).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => (n === 3 ? "rejected" : "fulfilled")),
  );
});
