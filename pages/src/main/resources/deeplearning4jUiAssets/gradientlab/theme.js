/** The colours of the style sheet, for canvases; told anew when light turns to dark. */

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** The value of a custom property such as `ink` or `s0`. */
export function colour(name) {
  return getComputedStyle(document.body).getPropertyValue(`--${name}`).trim();
}

/** A series' colour (Okabe and Ito, told apart by the colour-blind); what goes beyond starts again. */
export function seriesColour(i) {
  return colour(`s${i % 7}`);
}

/** A series' dash pattern: beside its colour. */
export function seriesDash(i) {
  return [[], [7, 4], [2, 3], [9, 3, 2, 3], [5, 2, 2, 2, 2, 2], [12, 4], [1, 4]][i % 7];
}

/** Calls back when light turns to dark or dark to light. Returns how to stop it. */
export function onTheme(listener) {
  DARK.addEventListener('change', listener);
  return () => DARK.removeEventListener('change', listener);
}
