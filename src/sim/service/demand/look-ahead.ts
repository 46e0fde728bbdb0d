/**
 * How far ahead of the clock the next arrival is looked for. Where a rate is nearly 0, the search through steps, days or recorded
 * intervals could go on for ever, beyond the end of the run; so it stops after a while, and an event takes it up again from there.
 * Nothing is lost: the search goes on with what is left of the draw.
 */

/** Segments or intervals that are passed at a time. */
export const LOOK_AHEAD = 1024;
