/** Where a number stands on its slider, and back: equal steps, or equal ratios where the control says so. */

const POSITIONS = 1000;

/** @returns {{min: number, max: number, step: number}} of the slider */
export function rangeOf({low, high, kind, logarithmic}) {
  if (logarithmic) return {min: 0, max: POSITIONS, step: 1};
  return {min: low, max: high, step: kind === 'WHOLE' ? 1 : (high - low) / POSITIONS};
}

/** Where a value stands on the slider. */
export function positionOf({low, high, logarithmic}, value) {
  return logarithmic ? Math.round((POSITIONS * Math.log(value / low)) / Math.log(high / low)) : value;
}

/** The value at a position, with three digits; a whole number where the control wants one. */
export function valueAt({low, high, kind, logarithmic}, position) {
  const value = logarithmic ? low * (high / low) ** (position / POSITIONS) : position;
  if (kind === 'WHOLE') return Math.min(high, Math.max(low, Math.round(value)));
  return Math.min(high, Math.max(low, Number(value.toPrecision(3))));
}

/** Whether a text is a value that the control can have. */
export function isValue({low, high, kind}, text) {
  const value = Number(text);
  return text.trim() !== '' && value >= low && value <= high && (kind !== 'WHOLE' || Number.isInteger(value));
}
