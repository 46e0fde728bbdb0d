/** Options that several commands share, and how their values are read. */

import { InvalidArgumentError } from "commander";

/** A whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (written) => {
    const value = Number(written);
    if (!/^[0-9]+$/.test(written) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`expected a whole number of ${least} or more, found "${written}"`);
    }
    return value;
  };
}

/** A text that is not empty. */
export function text(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("expected a text, found nothing");
  return value;
}

/** A name that needs no quotes anywhere. */
export function name(value: string): string {
  if (!/^[\w.-]+$/.test(value)) throw new InvalidArgumentError(`expected letters, digits, "_", "." and "-", found "${value}"`);
  return value;
}

/** Names separated by commas. */
export function names(value: string): string[] {
  const found = value
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (found.length === 0) throw new InvalidArgumentError("expected names separated by commas, found none");
  return found;
}

/** The strategy and replication of `--only strategy/replication`. */
export interface Only {
  readonly strategy: string;
  readonly replication: number;
}

export function only(value: string): Only {
  const slash = value.lastIndexOf("/");
  const replication = value.slice(slash + 1);
  if (slash <= 0 || !/^[0-9]+$/.test(replication)) {
    throw new InvalidArgumentError(`expected strategy/replication such as omnichannel/3, found "${value}"`);
  }
  return { strategy: value.slice(0, slash), replication: Number(replication) };
}

export function executor(value: string): "compiled" | "reference" {
  if (value !== "compiled" && value !== "reference") throw new InvalidArgumentError(`expected compiled or reference, found "${value}"`);
  return value;
}

/** A share above zero: `2%` or `0.02`. */
export function shareOption(value: string): number {
  const match = /^([0-9]+(?:\.[0-9]+)?|\.[0-9]+)(%?)$/.exec(value.trim());
  const share = Number(match?.[1]) / (match?.[2] === "%" ? 100 : 1);
  if (match === null || !(share > 0)) throw new InvalidArgumentError(`expected a share such as 2% or 0.02, found "${value}"`);
  return share;
}

/** An option that may be given several times. */
export function again(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), text(value)];
}
