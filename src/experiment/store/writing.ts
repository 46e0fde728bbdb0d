/** Writing to disk: what goes wrong is said in a sentence. */

import { JourneybenchError } from "../../errors.ts";

/** What people can do something about. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "there is no space left on the device",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "the file would be larger than allowed",
  EACCES: "that is not permitted",
  EPERM: "that is not permitted",
  EROFS: "it can only be read",
  ENOENT: "no folder can be made there",
  EMFILE: "too many files are open",
  EIO: "the device reports an error",
};

/**
 * Does what writes.
 *
 * @param folder as people know it
 * @throws JourneybenchError `failed` naming the folder and the reason
 */
export function writing(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new JourneybenchError(
      "failed",
      `${folder} cannot be written: ${REASONS[code] ?? (error instanceof Error ? error.message : code)}.`,
      {
        hint: "What was finished before is kept; when there is room, the same command goes on from there. --out names another folder.",
        cause: error,
      },
    );
  }
}
