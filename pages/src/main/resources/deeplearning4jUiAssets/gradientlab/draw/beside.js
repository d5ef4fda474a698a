/** What is written beside curves: their names, and lines to be held against them. */
import {seriesColour} from '../theme.js';
import {line} from './axes.js';

/** Pixels between two lines of text. */
const APART = 14;
const DASHES = [5, 4];

/**
 * Dashed lines across the box, with their text below them where curves that fall have fallen; a text that would stand on another
 * is left out.
 * @param {import('./axes.js').Box} box
 * @param {import('./curves.js').Level[]} levels
 * @param {(v: number) => number} y
 */
export function drawLevels(g, box, levels, y, theme) {
  const written = [];
  Object.assign(g, {font: theme.small, textAlign: 'right', textBaseline: 'alphabetic'});
  for (const {value, look, text} of [...levels].sort((a, b) => a.value - b.value)) {
    const at = y(value);
    line(g, box.left, at, box.left + box.width, at, seriesColour(look), 1, DASHES);
    g.fillStyle = theme.faint;
    if (written.every(other => Math.abs(other - at) >= APART)) g.fillText(text, box.left + box.width - 8, at + APART - 2);
    written.push(at);
  }
}

/**
 * The names of curves above their ends, moved up where they would stand on one another.
 * @param {import('./axes.js').Box} box
 * @param {{name: string, look: number, x: number, y: number}[]} ends
 */
export function drawNames(g, box, ends, theme) {
  Object.assign(g, {font: theme.font, textAlign: 'right', textBaseline: 'alphabetic'});
  let above = Infinity;
  for (const {name, look, x, y} of ends.filter(end => Number.isFinite(end.y)).sort((a, b) => b.y - a.y)) {
    above = Math.min(y - 6, above - APART);
    g.fillStyle = seriesColour(look);
    g.fillText(name, x, Math.max(box.top + APART, above));
  }
}
