/** Lint rules of this house, for what oxlint has no rule for. Loaded by .oxlintrc.json. */

import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMON, rooms } from "./rooms.js";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "..", "src");

/** Path inside src/ with slashes; starts with `../` for a file elsewhere. */
function pathInSource(file) {
  return relative(SOURCE, file).split(sep).join("/");
}

/** The longest room that contains the path, or undefined. */
function roomOf(path) {
  const names = Object.keys(rooms).filter((name) => path === name || path.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0];
}

/** Whether the statement disappears when types are stripped. */
function isTypeOnly(node) {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = node.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === "type");
}

/** What is wrong with an import of `specifier` in the file at `path`, or undefined. */
function complaint(path, specifier, typeOnly) {
  const from = roomOf(path);
  if (from === undefined) return `src/${path} is in no room: add its folder to lint/rooms.js and to the table of architecture rooms.`;
  const needsNode = rooms[dirname(path)]?.doors?.[path.slice(path.lastIndexOf("/") + 1)]?.node === true;
  const mayUseNode = rooms[from].node === true || needsNode;
  if (specifier.startsWith("node:")) {
    return mayUseNode ? undefined : `${from} runs in browsers too: no ${specifier} here.`;
  }
  if (!specifier.startsWith(".")) return undefined;
  const target = pathInSource(join(SOURCE, dirname(path), specifier));
  return complaintOfTarget(from, target, typeOnly, mayUseNode);
}

function complaintOfTarget(from, target, typeOnly, mayUseNode) {
  if (target.startsWith("../")) return `${from} may import nothing outside src/.`;
  const to = roomOf(target);
  if (to === undefined) return `src/${target} is in no room: add its folder to lint/rooms.js.`;
  if (to === from) return undefined;
  const { imports = [], types = [] } = rooms[from];
  const open = to === COMMON && from !== COMMON;
  if (!open && !imports.includes(to)) {
    if (!types.includes(to)) return `${from} may not import ${to} (${allowed(from)}).`;
    if (!typeOnly) return `${from} may import only types from ${to}.`;
  }
  return complaintOfDoor(to, target, mayUseNode);
}

function complaintOfDoor(to, target, mayUseNode) {
  if (target === to || target === `${to}/index.ts`) return undefined;
  const door = rooms[to].doors?.[target.slice(to.length + 1)];
  if (door === undefined) return `Enter ${to} by its door, src/${to}/index.ts, not by src/${target}.`;
  return door.node && !mayUseNode ? `src/${target} needs Node, and this room runs in browsers too.` : undefined;
}

function allowed(from) {
  const { imports = [], types = [] } = rooms[from];
  const names = [...imports, ...types.map((name) => `${name} (types)`), ...(from === COMMON ? [] : [COMMON])];
  return names.length === 0 ? "it imports nothing" : `it may import ${names.join(", ")}`;
}

/** Imports go along the arrows of rooms.js and through doors. */
const roomsRule = {
  create(context) {
    const path = pathInSource(context.filename);
    if (path.startsWith("../")) return {};
    const check = (node, source) => {
      if (source?.type !== "Literal" || typeof source.value !== "string") return;
      const message = complaint(path, source.value, isTypeOnly(node));
      if (message !== undefined) context.report({ node: source, message });
    };
    const declaration = (node) => check(node, node.source);
    return {
      ImportDeclaration: declaration,
      ImportExpression: declaration,
      ExportAllDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal ?? node.argument),
    };
  },
};

/** `**` differs by a unit in the last place between Node versions (V8 changed its algorithm), so the core must not use it. */
const noPower = {
  create(context) {
    const check = (node) => {
      if (node.operator === "**" || node.operator === "**=") {
        context.report({ node, message: "`**` gives different bytes in different Node versions: multiply, or Math.exp(y * Math.log(x))." });
      }
    };
    return { BinaryExpression: check, AssignmentExpression: check };
  },
};

/** A silenced rule says why: `// oxlint-disable-next-line rule -- reason`. */
const disableWithReason = {
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*(?:oxlint|eslint)-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value)) {
            context.report({ loc: comment.loc, message: "Say why the rule is silenced: `oxlint-disable-… rule -- reason`." });
          }
        }
      },
    };
  },
};

export default {
  meta: { name: "journeybench" },
  rules: { rooms: roomsRule, "no-power": noPower, "disable-with-reason": disableWithReason },
};
