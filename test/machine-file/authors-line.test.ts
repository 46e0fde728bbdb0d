/** Mistakes in authors' programs are told with the line that the author wrote, wherever the compiler put it. */

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { describe, expect, it } from "vitest";
import { loadPolicy } from "../../src/machine-file/index.ts";
import type { RoutingView } from "../../src/strategies/index.ts";
import { errorOf, place, problemLines } from "./place.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The compiler moves the comment behind the import, and with it what follows. */
const HEAD = `/**
 * A policy with a comment
 * of three lines.
 */
import { basename } from "node:path";
const name = basename("/a/mine");
`;
const THROWS_WHEN_LOADED = `${HEAD}const broken = () => { throw new Error("seven"); };
export default { name, selectAgent: broken(), selectContact: () => -1 };
`;
const THROWS_WHEN_ASKED = THROWS_WHEN_LOADED.replace("broken()", "broken");
const view = {} as RoutingView;

/** What a compiler says at the end of a program about where it came from: every line from the first of another file. */
const MAPPED = JSON.stringify({ version: 3, sources: ["other.ts"], names: [], mappings: "AAAA;AAAA;AAAA;AAAA;AAAA;AAAA;AAAA;AAAA" });
const FROM_ELSEWHERE = `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${Buffer.from(MAPPED).toString("base64")}\n`;

describe.each(["a.ts", "a.mts", "a.js", "a.mjs"])("a mistake in the seventh line of %s", (file) => {
  it("is told there when the policy throws while it is loaded", async () => {
    const error: unknown = await loadPolicy(place({ [file]: THROWS_WHEN_LOADED })).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problems: [{ line: 7, message: "Error: seven" }] });
  });

  it("is told there when the policy throws while it is asked", async () => {
    const { policy } = await loadPolicy(place({ [file]: THROWS_WHEN_ASKED }));
    expect(() => policy.selectAgent(view, 0)).toThrow(
      new RegExp(`^routing policy "mine" failed in selectAgent \\(.*${file}:7\\): seven$`, "u"),
    );
  });

  it("is told there in a worker thread as well", async () => {
    const worker = place({
      "worker.mjs": `import { loadPolicy } from ${JSON.stringify(join(root, "dist/machine-file/index.js"))};
export default async ({ loading, asked }) => {
  const policy = await loadPolicy(asked).then((loaded) => loaded.policy);
  let failure;
  try { policy.selectAgent({}, 0); } catch (error) { failure = error.message; }
  return [failure, await loadPolicy(loading).catch((error) => error.problems[0].line)];
};
`,
    });
    const pool = new Piscina({ filename: worker, maxThreads: 1 });
    const [asked, loading] = [place({ [file]: THROWS_WHEN_ASKED }), place({ [file]: THROWS_WHEN_LOADED })];
    const told: unknown = await pool.run({ asked, loading });
    await pool.destroy();
    expect(told).toEqual([`routing policy "mine" failed in selectAgent (${asked}:7): seven`, 7]);
  });
});

it("tells the line of the file that was named, though that was made from another", async () => {
  const { policy } = await loadPolicy(place({ "a.js": `${THROWS_WHEN_ASKED}${FROM_ELSEWHERE}` }));
  expect(() => policy.selectAgent(view, 0)).toThrow("a.js:7): seven");
});

it("tells the first line as the first", async () => {
  const error = await errorOf(place({ "a.ts": 'throw new Error("one"); // as soon as can be\n' }));
  expect(problemLines(error)).toEqual(["1:? Error: one"]);
});

it("tells the line of a journey with enums and types before it", async () => {
  const text = `${HEAD}enum Phase { Here = "here", There = "there" }
type Names = {
  readonly here: string;
};
const names: Names = { here: Phase.Here }; export const other = (undefined as never as Names).here;
`;
  expect(problemLines(await errorOf(place({ "a.ts": text })))).toEqual([
    "11:? TypeError: Cannot read properties of undefined (reading 'here')",
  ]);
});
