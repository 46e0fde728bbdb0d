/** The page of the command line names every command and every option that `--help` shows. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MAIN } from "../support/command-line.ts";

const page = readFileSync("docs/reference/command-line.md", "utf8");

function help(...words: readonly string[]): string {
  return spawnSync(process.execPath, [MAIN, ...words, "--help"], { encoding: "utf8" }).stdout;
}

/** The names at the beginning of the lines below a heading. */
function listed(text: string, heading: string, name: RegExp): string[] {
  const [, below = ""] = text.split(`${heading}:\n`);
  const [lines = ""] = below.split("\n\n");
  return lines.split("\n").flatMap((line) => name.exec(line)?.[1] ?? []);
}

const commands = listed(help(), "Commands", /^ {2}([a-z]+)/).filter((name) => name !== "help");

it("knows the commands", () => {
  expect(commands.length).toBeGreaterThan(10);
  for (const name of commands) expect(page).toContain(`\`journeybench ${name}`);
});

it.each(commands)("has every option of %s", (command) => {
  const options = listed(help(command), "Options", /(--[a-z-]+)/).filter((option) => option !== "--help");
  const missing = options.filter((option) => !new RegExp(`${option}(?![a-z-])`).test(page));
  expect(missing).toEqual([]);
});
