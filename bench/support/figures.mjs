// How a measurement is printed: one line a figure, tab-separated: name, value, unit, goal, ratio to its baseline.

/** The value that the given share of all values (0 to 1) does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const p95 = (values) => percentile(values, 0.95);

/** Prints a figure. `goal` is the most that it may be; `baseline` is the same figure of the plainest thing that could do it. */
export function figure(name, value, unit, goal, baseline) {
  const ratio = baseline === undefined ? "" : (value / baseline).toFixed(2);
  console.log([name, value.toFixed(1), unit, `<= ${goal}`, ratio].join("\t"));
}
