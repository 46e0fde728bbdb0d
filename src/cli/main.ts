#!/usr/bin/env node
/** The command line: reads the command, runs it, turns errors into sentences and exit codes. */

import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { exitCodeOf, formatError } from "../errors.ts";
import { addCheck } from "./check-command.ts";
import { addCompare } from "./compare-command.ts";
import { addInit } from "./init-command.ts";
import { addJourney } from "./journey-command.ts";
import { addKpis } from "./kpis-command.ts";
import { addMerge } from "./merge-command.ts";
import { addReport } from "./report-command.ts";
import { addSchema } from "./schema-command.ts";
import { addSelect } from "./select-command.ts";
import { addSensitivity } from "./sensitivity-command.ts";
import { addStress } from "./stress-command.ts";
import { addSweep } from "./sweep-command.ts";
import { addTwin } from "./twin-command.ts";
import { addWorker } from "./worker-command.ts";

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String((JSON.parse(text) as { version: unknown }).version);
}

/** Makes the program; commands import what they need only when they run. */
function program(): Command {
  const root = new Command("journeybench")
    .description("Simulates customer journeys and compares channel strategies")
    .version(version(), "-V, --version", "print the version")
    .showSuggestionAfterError(true)
    .showHelpAfterError("(journeybench --help lists the commands)")
    .exitOverride();
  for (const add of [
    addCompare,
    addCheck,
    addInit,
    addSchema,
    addJourney,
    addKpis,
    addMerge,
    addReport,
    addStress,
    addSweep,
    addSensitivity,
    addSelect,
    addTwin,
    addWorker,
  ])
    add(root);
  return root;
}

async function run(): Promise<number> {
  try {
    await program().parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${formatError(error)}\n`);
    if (process.env["DEBUG"] === "journeybench" && error instanceof Error) process.stderr.write(`\n${error.stack ?? ""}\n`);
    return exitCodeOf(error);
  }
}

// Whoever reads our output may stop reading (`| head`): that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

/** How long what is left open may go on when the command is done: long enough to end of itself. */
const GRACE = 200;

/**
 * A program of the author's may have left something open (`setInterval` where it is loaded) that would keep the process for ever. Who talks with
 * this process by messages ends it himself.
 */
function end(): void {
  if (process.channel !== undefined) return;
  process.stdout.write("", () => setTimeout(() => process.exit(), GRACE).unref());
}

process.exitCode = await run();
end();
