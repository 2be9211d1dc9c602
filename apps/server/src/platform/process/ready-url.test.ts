import { expect, test } from "vitest";
import { readyUrl } from "./ready-url.js";

test.each([
  ["http://127.0.0.1:4000", "http://localhost:4000"],
  ["http://localhost:4000/", "http://localhost:4000"],
  ["http://0.0.0.0:80", "http://localhost"],
  ["http://[::1]:4711", "http://localhost:4711"],
  ["http://[::]:4711", "http://localhost:4711"],
  ["http://10.1.2.3:4000", "http://10.1.2.3:4000"],
])("%s is shown as %s", (url, shown) => {
  expect(readyUrl(url)).toBe(shown);
});
