/** Colours of pictures: a perceptual map for amounts, and the page's own colours from its CSS variables. */
import {colour} from '../theme.js';

/** Viridis (S. van der Walt, N. Smith; CC0) at 11 places: readable in every kind of colour blindness and in grey. */
const VIRIDIS = [
  '#440154',
  '#482475',
  '#414487',
  '#355f8d',
  '#2a788e',
  '#21918c',
  '#22a884',
  '#44bf70',
  '#7ad151',
  '#bddf26',
  '#fde725',
].map(hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)));

/** The same for light paper: more is darker, and little is pale instead of glaring. */
const PALE = [...VIRIDIS.slice(0, 9), [206, 229, 120], [244, 247, 214]].reverse();

/** Colour of an amount 0 … 1 as [r, g, b]; on light paper more is darker, on dark paper more is brighter. */
export function amount(share, dark) {
  const map = dark ? VIRIDIS : PALE;
  const t = 10 * Math.min(1, Math.max(0, share));
  const i = Math.min(9, Math.floor(t));
  return map[i].map((c, k) => Math.round(c + (map[i + 1][k] - c) * (t - i)));
}

export const css = ([r, g, b]) => `rgb(${r},${g},${b})`;

/** The page's colours, for one drawing. */
export function theme() {
  const family = getComputedStyle(document.body).fontFamily || 'sans-serif';
  return {
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    ink: colour('ink'),
    faint: colour('muted'),
    grid: colour('grid'),
    paper: colour('paper'),
    mark: colour('s1'),
    notFinite: colour('s3'),
    font: `13px ${family}`,
    small: `11px ${family}`,
  };
}
