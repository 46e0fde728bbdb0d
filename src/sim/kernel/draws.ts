// Addressed draws: a uniform number is a function of where it is used, not of when.

import seedrandom from "seedrandom";
import { compileUniform, type UniformFunction } from "./philox-machine-code.ts";
import { philox4x32 } from "./philox.ts";

/** The two 32-bit words that a seed text becomes; the key of every draw of an experiment. */
export interface RootKey {
  readonly k0: number;
  readonly k1: number;
}

/**
 * Turns the user's seed text into the root key.
 *
 * @param seedText - any text; equal texts give equal keys on every machine
 * @throws TypeError if the seed is not a string (`seedrandom(1)` and `seedrandom("1")` differ, and objects would pass silently)
 */
export function rootKeyOf(seedText: string): RootKey {
  if (typeof seedText !== "string") {
    throw new TypeError(`a seed is a text, not a ${typeof seedText}`);
  }
  const generator = seedrandom(seedText);
  return { k0: generator.int32() >>> 0, k1: generator.int32() >>> 0 };
}

/** 2⁻⁵²: turns a 52-bit integer into a number below 1. */
const TWO_TO_MINUS_52 = 1 / 4503599627370496;

/** 2²⁶: places the upper 26 of the 52 bits. */
const TWO_TO_26 = 67108864;

/** Where Philox writes; it carries nothing from one draw to the next. */
const WORDS = new Uint32Array(4);

/** (k + ½) · 2⁻⁵² where k is made of the upper 26 bits of the first two words: what the machine code computes. */
export const plainUniform: UniformFunction = (c0, c1, c2, c3, k0, k1) => {
  philox4x32(c0, c1, c2, c3, k0, k1, WORDS);
  const high = (WORDS[0] as number) >>> 6;
  const low = (WORDS[1] as number) >>> 6;
  return (high * TWO_TO_26 + low + 0.5) * TWO_TO_MINUS_52;
};

const uniformOf = compileUniform() ?? plainUniform;

/**
 * The draws of one replication.
 *
 * It holds no state: the same address gives the same number, whoever asks and in whatever order, so strategies that are compared
 * meet the same customers and the order of independent events cannot matter.
 */
export class Draws {
  readonly #k0: number;
  readonly #k1: number;
  readonly #replication: number;

  /**
   * @param rootKey - key of the experiment, from {@link rootKeyOf}
   * @param replication - which replication, from 0 to 2³² − 1
   * @throws RangeError if the replication is not such a whole number
   */
  constructor(rootKey: RootKey, replication: number) {
    if (replication >>> 0 !== replication) {
      throw new RangeError(`a replication is a whole number from 0 to 4294967295, not ${replication}`);
    }
    // Signed, so that they stay small integers of the virtual machine.
    this.#k0 = rootKey.k0 | 0;
    this.#k1 = rootKey.k1 | 0;
    this.#replication = replication | 0;
  }

  /**
   * The uniform number at an address, strictly between 0 and 1.
   *
   * It is (k + ½) · 2⁻⁵² with 52 random bits k: an odd multiple of 2⁻⁵³, exact in float64, as is 1 − u. (With 53 random
   * bits k + ½ would
   * have to be rounded, at times to 1.) So neither log(u), log(1 − u) nor any quantile meets 0 or 1.
   *
   * @param purpose - what the number is for, one whole number per use in the model
   * @param entity - whose number it is: the row of the actor
   * @param index - the how-manieth of that entity for that purpose
   *
   * All three are whole numbers from 0 to 2³² − 1; this hot function does not check, and other bits are cut off.
   */
  uniform(purpose: number, entity: number, index: number): number {
    return uniformOf(index, entity, purpose, this.#replication, this.#k0, this.#k1);
  }
}
