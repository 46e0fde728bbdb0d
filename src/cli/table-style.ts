/** How tables look in the terminal: a line above and below, none between. */
export const PLAIN = {
  style: { head: [] as string[], border: [] as string[], compact: true },
  chars: {
    mid: "",
    "left-mid": "",
    "mid-mid": "",
    "right-mid": "",
    left: "",
    right: "",
    "top-left": "",
    "top-right": "",
    "bottom-left": "",
    "bottom-right": "",
    middle: " ",
    "top-mid": "─",
    "bottom-mid": "─",
  },
};
