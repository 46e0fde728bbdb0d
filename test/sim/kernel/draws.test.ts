// Addressed draws: they are uniform and independent in every direction of the address, and the tests would notice if not.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Draws, rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { battery, correlationZ, pairsZ, worst } from "./uniformity.ts";
import type { Sequence } from "./uniformity.ts";
import { plainUniform } from "../../../src/sim/kernel/draws.ts";
import { compileUniform } from "../../../src/sim/kernel/philox-machine-code.ts";

/** Some hundred tests run here with fixed seeds; a standard normal variate goes beyond 4.2 once in 37,000. */
const LIMIT = 4.2;

type Address = (purpose: number, entity: number, index: number, replication: number) => number;

const key = rootKeyOf("kernel tests");
const replications: Draws[] = [];
const philox: Address = (purpose, entity, index, replication) =>
  (replications[replication] ??= new Draws(key, replication)).uniform(purpose, entity, index);

/** One step in one direction of the address, elsewhere fixed. */
function directions(u: Address): Record<string, Sequence> {
  return {
    "adjacent entities": (i) => u(3, i, 0, 1),
    "adjacent indices": (i) => u(3, 17, i, 1),
    "adjacent purposes": (i) => u(i, 17, 5, 1),
    "adjacent replications": (i) => u(3, 17, 5, i),
    "purposes within entities": (i) => u(i & 7, i >> 3, 0, 1),
    "indices within entities": (i) => u(3, i >> 4, i & 15, 1),
    "the diagonal": (i) => u(i & 255, i, i, 1),
  };
}

describe("a draw", () => {
  test("depends on its address only, not on what was drawn before", () => {
    const address = fc.tuple(fc.nat(1000), fc.nat(1e6), fc.nat(1000));
    fc.assert(
      fc.property(fc.array(address, { maxLength: 20 }), address, (others, [purpose, entity, index]) => {
        const draws = new Draws(key, 7);
        for (const other of others) {
          draws.uniform(...other);
        }
        expect(draws.uniform(purpose, entity, index)).toBe(new Draws(key, 7).uniform(purpose, entity, index));
      }),
      { seed: 1 },
    );
  });

  test("is an odd multiple of 2⁻⁵³ strictly between 0 and 1, and so is one minus it", () => {
    const draws = new Draws(key, 0);
    for (let i = 0; i < 10000; i++) {
      const u = draws.uniform(1, 2, i);
      expect(u > 0 && u < 1).toBe(true);
      expect((u * 9007199254740992) % 2).toBe(1);
      expect(1 - (1 - u)).toBe(u);
    }
  });

  test("stays inside (0, 1) for the most extreme words", () => {
    const most = (67108863 * 67108864 + 67108863 + 0.5) / 4503599627370496;
    expect(most).toBe(1 - 1 / 9007199254740992);
    expect(Math.log(1 - most)).toBeGreaterThan(-40);
  });

  test("is the same on every machine (values pinned)", () => {
    const draws = new Draws(rootKeyOf("42"), 0);
    expect([draws.uniform(0, 0, 0), draws.uniform(1, 0, 0), draws.uniform(0, 1, 0), draws.uniform(0, 0, 1)]).toMatchInlineSnapshot(`
      [
        0.8589936046188674,
        0.7331654831400495,
        0.046024040305348124,
        0.10158584703134388,
      ]
    `);
    expect(rootKeyOf("42")).toMatchInlineSnapshot(`
      {
        "k0": 30140002,
        "k1": 2157764213,
      }
    `);
  });

  test("changes half of its bits when any one bit of the address changes", () => {
    const bits = (u: number) => [Math.floor(u * 67108864), Math.floor(((u * 67108864) % 1) * 67108864)];
    const popcount = (x: number) => x.toString(2).replaceAll("0", "").length;
    for (let bit = 0; bit < 32; bit++) {
      for (const word of [0, 1, 2]) {
        let changed = 0;
        for (let i = 0; i < 400; i++) {
          const address: [number, number, number] = [i, 3 * i, 7 * i];
          const before = bits(philox(...address, 1));
          address[word] = ((address[word] as number) ^ (1 << bit)) >>> 0;
          const after = bits(philox(...address, 1));
          changed +=
            popcount(((before[0] as number) ^ (after[0] as number)) >>> 0) + popcount(((before[1] as number) ^ (after[1] as number)) >>> 0);
        }
        // 52 bits × 400 pairs, each changed with probability ½: standard deviation 72.
        expect(Math.abs(changed - 10400) / 72).toBeLessThan(LIMIT);
      }
    }
  });
});

describe("the machine code of a draw", () => {
  test("gives what JavaScript gives, bit by bit, for any words", () => {
    const word = fc.oneof(fc.nat(0xffff_ffff), fc.constantFrom(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff));
    const compiled = compileUniform();
    expect(compiled).toBeDefined();
    fc.assert(
      fc.property(fc.tuple(word, word, word, word, word, word), (words) => {
        expect(compiled?.(...words)).toBe(plainUniform(...words));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe("draws are uniform and independent over", () => {
  for (const [name, sequence] of Object.entries(directions(philox))) {
    test(name, () => {
      const results = battery(sequence);
      expect(worst(results), JSON.stringify(results)).toBeLessThan(LIMIT);
    });
  }

  test("neighbouring entities under neighbouring purposes", () => {
    const a: Sequence = (i) => philox(1, i + 1, 0, 0);
    const b: Sequence = (i) => philox(2, i, 0, 0);
    expect(Math.abs(correlationZ(a, b))).toBeLessThan(LIMIT);
    expect(Math.abs(pairsZ((i) => (i & 1 ? a(i >> 1) : b(i >> 1))))).toBeLessThan(LIMIT);
  });
});

describe("the battery rejects", () => {
  const fraction = (x: number) => (x >>> 0) / 4294967296 + 1e-12;
  const bad: Record<string, Address> = {
    "a linear combination of the address": (p, e, i, r) =>
      fraction(Math.imul(p, 0x9e3779b9) + Math.imul(e, 0x85ebca6b) + Math.imul(i, 0xc2b2ae35) + Math.imul(r, 0x27d4eb2f)),
    "a linear congruential step over the sum": (p, e, i, r) => fraction(Math.imul(p + e + i + r, 1664525) + 1013904223),
    "a single xor-shift and product": (p, e, i, r) => {
      const x = p ^ e ^ i ^ r;
      return fraction(Math.imul(x ^ (x >>> 15), 0x2c1b3c6d));
    },
  };
  for (const [name, generator] of Object.entries(bad)) {
    test(`${name}, in every single direction`, () => {
      for (const [direction, sequence] of Object.entries(directions(generator)).slice(0, 4)) {
        expect(worst(battery(sequence)), direction).toBeGreaterThan(20);
      }
    });
  }

  test("a good hash of the mere sum of purpose and entity", () => {
    const sum: Address = (p, e, i, r) => philox(0, p + e, i, r);
    expect(
      Math.abs(
        correlationZ(
          (i) => sum(1, i + 1, 0, 0),
          (i) => sum(2, i, 0, 0),
        ),
      ),
    ).toBeGreaterThan(20);
  });
});

describe("the root key", () => {
  test("follows from the seed text and differs between texts", () => {
    expect(rootKeyOf("a")).toEqual(rootKeyOf("a"));
    expect(rootKeyOf("a")).not.toEqual(rootKeyOf("b"));
    expect(rootKeyOf("")).not.toEqual(rootKeyOf(" "));
  });

  test("consists of two unsigned 32-bit words", () => {
    for (let i = 0; i < 200; i++) {
      const { k0, k1 } = rootKeyOf(`seed ${i}`);
      expect([k0 >>> 0, k1 >>> 0]).toEqual([k0, k1]);
    }
  });

  test("is refused for anything but a text", () => {
    expect(() => rootKeyOf(1 as unknown as string)).toThrow("a seed is a text, not a number");
    expect(() => rootKeyOf({} as unknown as string)).toThrow(TypeError);
  });
});

test("a replication is a whole number from 0", () => {
  expect(() => new Draws(key, -1)).toThrow(RangeError);
  expect(() => new Draws(key, 0.5)).toThrow(RangeError);
  expect(() => new Draws(key, Number.NaN)).toThrow(RangeError);
});
