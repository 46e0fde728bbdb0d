/** The files with routing policies that strategies name: loaded once to check them, and again by every worker. */

import { dirname, isAbsolute, join, resolve } from "node:path";
import { isMap, parseDocument } from "yaml";
import { JourneybenchError } from "../errors.ts";
import { loadPolicy } from "../machine-file/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { type Policies, policyFilesOf } from "../sim/index.ts";
import type { RoutingPolicy } from "../strategies/index.ts";
import type { PolicyFile } from "./task.ts";

/** A policy that was loaded: for the plan, for the workers, for the run's folder. */
export interface LoadedPolicyFile {
  readonly policy: RoutingPolicy;
  readonly file: PolicyFile;
  readonly sourceText: string;
  /** Absolute paths of further files that it imports. */
  readonly imports: readonly string[];
}

/** The first strategy that names a policy file. */
function strategyWith(strategies: LoadedScenario["scenario"]["strategies"], file: string): string | undefined {
  return Object.keys(strategies).find((name) => {
    const routing = strategies[name]?.routing;
    return routing !== undefined && "file" in routing && routing.file === file;
  });
}

/** A mistake in a policy file, with the strategy that names the file. */
function inScenario(error: unknown, fileName: string, strategy: string | undefined): unknown {
  if (!(error instanceof JourneybenchError) || strategy === undefined) return error;
  const { code, message, hint, problems } = error;
  const naming = `It is the routing of strategy "${strategy}" in ${fileName}.`;
  return new JourneybenchError(code, message, { hint: hint === undefined ? naming : `${hint} ${naming}`, problems, cause: error });
}

/**
 * Loads the routing policies that strategies of a scenario name by file; paths are relative to the scenario file.
 *
 * @throws JourneybenchError `bad-input`
 */
export async function loadPolicies({ scenario, fileName }: LoadedScenario): Promise<LoadedPolicyFile[]> {
  return Promise.all(
    policyFilesOf(scenario).map(async (named) => {
      const path = isAbsolute(named) ? named : join(dirname(fileName), named);
      const { policy, sourceText, imports, sha256 } = await loadPolicy(path).catch((error: unknown) => {
        throw inScenario(error, fileName, strategyWith(scenario.strategies, named));
      });
      return { policy, file: { named, path: resolve(path), fileName: path, sha256 }, sourceText, imports };
    }),
  );
}

/** Loaded policies as the plan takes them. */
export function plannedPolicies(loaded: readonly LoadedPolicyFile[]): Policies {
  return new Map(loaded.map(({ file, policy }) => [file.named, policy]));
}

/**
 * Loads the policies of a task where the task runs.
 *
 * @throws JourneybenchError `bad-input` when a file is no longer the one that the run began with
 */
export async function policiesOfTask(files: readonly PolicyFile[] = []): Promise<Policies> {
  const loaded = await Promise.all(
    files.map(async ({ named, path, fileName, sha256 }) => {
      const { policy, sha256: now } = await loadPolicy(path);
      if (now === sha256) return [named, policy] as const;
      throw new JourneybenchError("bad-input", `${fileName} was changed while the run was under way.`, {
        hint: "Run the comparison again.",
      });
    }),
  );
  return new Map(loaded);
}

/** The text of a scenario with policy files called by other names. */
export function withPolicies(resolved: string, called: ReadonlyMap<string, string>): string {
  if (called.size === 0) return resolved;
  const document = parseDocument(resolved);
  const strategies = document.get("strategies");
  for (const { key } of isMap(strategies) ? strategies.items : []) {
    const routing = document.getIn(["strategies", key, "routing"]);
    const other = typeof routing === "string" ? called.get(routing) : undefined;
    if (other !== undefined) document.setIn(["strategies", key, "routing"], other);
  }
  return document.toString({ lineWidth: 0 });
}
