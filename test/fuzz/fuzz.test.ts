import { expect, it } from "vitest";
import { check } from "./check.ts";
import { Programs } from "./programs.ts";
import { Random } from "./random.ts";

const SEED = 6455;
/** `npm run test:fuzz` takes more, and more of them. */
const FOLDERS = ["node_modules/ws", "node_modules/undici/lib", "fixtures"];
const PROGRAMS = 200;

it(`survives ${PROGRAMS} changed programs of seed ${SEED}`, () => {
  const random = new Random(SEED);
  const programs = new Programs(random, FOLDERS);
  const checked = Array.from({ length: PROGRAMS }, () => check(programs.next(), random));
  expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
  expect(checked.filter(({ parsed }) => parsed).length).toBeGreaterThan(PROGRAMS / 3);
  expect(checked.filter(({ reports }) => reports > 0).length).toBeGreaterThan(PROGRAMS / 10);
});
