/** From findings to problems: each gets its line and column, and all stand in the order of the file. */

import { type Problem, problemMessage } from "../../errors.ts";
import type { PlacedFinding } from "../document/build.ts";
import type { ReadFile } from "../document/read.ts";
import { pathText } from "../path.ts";
import type { Finding } from "./finding.ts";

function placed(file: ReadFile, finding: Finding | PlacedFinding): PlacedFinding {
  return "offset" in finding ? finding : { ...finding, offset: file.offset(finding.path, finding.at) };
}

/** Problems in the order of the file. */
export function problemsOf(file: ReadFile, fileName: string, findings: readonly (Finding | PlacedFinding)[]): Problem[] {
  return findings
    .map((finding) => placed(file, finding))
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ path, expected, found, suggestion, offset }) => ({
      file: fileName,
      ...file.position(offset),
      path: pathText(path),
      expected,
      found,
      ...(suggestion === undefined ? {} : { suggestion }),
      message: problemMessage(expected, found, suggestion),
    }));
}
