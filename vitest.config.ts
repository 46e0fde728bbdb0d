import { defineConfig } from "vitest/config";

/** Tests that replace modules by broken ones: they need modules of their own. */
const MUTATIONS = "test/journey/random/mutations.test.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/property-seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By default one core is left free: on two cores that is half of the machine.
    maxWorkers: "100%",
    projects: [
      // Files of a worker share modules: loading them again for each, and compiling hot code anew, took half of the time.
      { extends: true, test: { name: "shared", include: ["test/**/*.test.ts"], exclude: [MUTATIONS], isolate: false } },
      { extends: true, test: { name: "isolated", include: [MUTATIONS] } },
    ],
  },
});
