/** Blue: figures and notes. Green: reached. Amber: missing or doubtful. Red: not reached, errors. */
export type Tone = "grey" | "blue" | "green" | "amber" | "red";
