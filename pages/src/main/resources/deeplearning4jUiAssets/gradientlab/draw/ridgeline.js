/** Histograms over time as a ridgeline: values to the right, iterations downwards, the newest in front. */
import {percent, whole} from '../numbers.js';
import {say} from '../words.js';
import {axisBottom, line, scaleTicks} from './axes.js';
import {amount, css} from './colours.js';
import {binText, historyTable, weight} from './history.js';
import {within} from './heatmap.js';

const RIDGES = 36;

/**
 * Which rows to draw: evenly over the iteration axis; the first, the last and those of interest always.
 * @param {number[]} iterations
 * @param {number[]} always indices
 * @returns {number[]} indices, ascending
 */
export function ridgesOf(iterations, always, kind, most = RIDGES) {
  if (iterations.length <= most) return iterations.map((_, i) => i);
  const to = kind === 'log' ? n => Math.log10(1 + n) : n => n;
  const [first, last] = [to(iterations[0]), to(iterations.at(-1))];
  const wanted = new Set([0, iterations.length - 1, ...always]);
  for (let k = 0; k < most - 1; k++) {
    const aim = first + ((last - first) * k) / (most - 1);
    wanted.add(iterations.reduce((best, n, i) => (Math.abs(to(n) - aim) < Math.abs(to(iterations[best]) - aim) ? i : best), 0));
  }
  return [...wanted].filter(i => i >= 0).sort((a, b) => a - b);
}

/** Where each kind of value that is not finite appears for the first time, and where there are most. */
function oddRows({rows, notFinite}) {
  return notFinite.flatMap(({key}) => {
    const counts = rows.map(row => row.source[key]);
    return [counts.findIndex(n => n > 0), counts.indexOf(counts.reduce((a, b) => Math.max(a, b)))];
  });
}

/**
 * @param {import('./history.js').History} history
 * @param {{width: number, height?: number, iterations: 'linear'|'log', logarithmic: boolean, moments: boolean, title: string,
 *          chosen: () => number, pick: (iteration: number) => void}} options
 * @returns {import('./picture.js').Drawing}
 */
export function ridgeline(history, options) {
  const all = history.rows.map(row => row.iteration);
  const shown = ridgesOf(all, [all.indexOf(options.chosen()), ...oddRows(history)], options.iterations);
  const columns = history.notFinite.map((column, i) => ({...column, from: i * 74}));
  const [left, right] = [64, 16 + 74 * columns.length];
  const height = options.height ?? 400;
  const pitch = Math.max(6, Math.min(46, (height - 100) / Math.max(1, shown.length)));
  const peak = Math.max(36, Math.min(100, pitch * 4.5));
  const box = {
    left,
    top: 26,
    width: Math.max(180, options.width - left - right),
    height: peak + pitch * (shown.length - 1) + (all[0] === 0 && shown.length > 1 ? 8 : 0),
  };
  const foot = k => box.top + peak + pitch * k + (all[0] === 0 && k > 0 ? 8 : 0);
  const x = i => left + (box.width * i) / (history.edges.length - 1);
  const place = value => left + box.width * history.scale.at(value);

  const draw = (g, theme) => {
    axisBottom(g, box, scaleTicks(history.scale, box.width, history.symmetric ? 44 : 70), options.title, theme);
    g.font = theme.font;
    g.fillStyle = theme.ink;
    g.textAlign = 'left';
    g.textBaseline = 'alphabetic';
    const drawn = shown.length < all.length ? ` (${say('ridgeline.drawn', {n: shown.length, of: all.length})})` : '';
    g.fillText(`${say('column.iteration')} ↓${drawn}`, 2, 13);
    g.textAlign = 'right';
    columns.forEach(c => g.fillText(c.name, left + box.width + 14 + c.from + 66, 13));
    shown.forEach((i, k) => drawRidge(g, theme, i, k));
    if (options.moments) shown.forEach((i, k) => drawMoments(g, theme, history.rows[i].source, foot(k)));
    drawLabels(g, theme);
  };

  const outlineOf = i => {
    const row = history.rows[i];
    return Array.from(row.counts, n => peak * weight(history, n / row.total, options.logarithmic));
  };
  const trace = (g, i, k) => {
    const y = foot(k);
    g.beginPath();
    g.moveTo(left, y);
    outlineOf(i).forEach((h, bin) => {
      g.lineTo(x(bin), y - h);
      g.lineTo(x(bin + 1), y - h);
    });
    g.lineTo(left + box.width, y);
  };

  const drawRidge = (g, theme, i, k) => {
    const row = history.rows[i];
    const y = foot(k);
    line(g, left, y, left + box.width, y, theme.grid);
    if (row.finite > 0) {
      trace(g, i, k);
      g.fillStyle = css(amount((theme.dark ? 0.35 : 0.2) + (0.6 * k) / Math.max(1, shown.length - 1), theme.dark));
      g.globalAlpha = 0.85;
      g.fill();
      g.globalAlpha = 1;
      g.strokeStyle = theme.paper;
      g.lineWidth = 1;
      g.stroke();
    }
    columns.forEach(c => drawNotFinite(g, theme, row, c, y));
  };

  const drawMoments = (g, theme, {mean, std}, y) => {
    if (!Number.isFinite(mean)) return;
    const [low, high] = [mean - std, mean + std].map(v => within(Math.round(place(v) - left), box.width) + left);
    line(g, low, y, high, y, theme.mark);
    line(g, place(mean), y - 4, place(mean), y + 2, theme.mark, 2);
  };

  const drawNotFinite = (g, theme, row, {key, from}, y) => {
    const n = row.source[key];
    if (n === 0) return;
    const start = left + box.width + 14 + from;
    g.fillStyle = theme.notFinite;
    g.globalAlpha = 0.25;
    g.fillRect(start, y - pitch + 1, 66 * (n / row.total), pitch - 1);
    g.globalAlpha = 1;
    if (pitch < 9 && row.iteration % 2) return;
    g.font = pitch < 12 ? theme.small : theme.font;
    g.textAlign = 'right';
    g.textBaseline = 'alphabetic';
    g.fillText(whole(n), start + 66, y - 1);
  };

  const drawLabels = (g, theme) => {
    g.font = theme.font;
    g.textAlign = 'right';
    g.textBaseline = 'middle';
    let free = -Infinity;
    shown.forEach((i, k) => {
      const last = k === shown.length - 1;
      if (!last && (foot(k) < free || foot(shown.length - 1) - foot(k) < 13)) return;
      g.fillStyle = theme.faint;
      g.fillText(whole(all[i]), left - 6, foot(k));
      free = foot(k) + 14;
    });
  };

  const hit = (k, bin) => {
    const row = history.rows[shown[k]];
    const odd = columns
      .map(({key, name}) => `, ${name}: ${whole(row.source[key])} (${percent(row.source[key] / row.total)})`)
      .join('');
    return {k, bin, text: binText(history, shown[k], bin) + odd};
  };
  const probe = (px, py) => {
    if (px < left - 60 || px > left + box.width + right || py < box.top - 4 || py > box.top + box.height + 6) return null;
    const k = shown.reduce(
      (best, _, j) => (Math.abs(foot(j) - pitch / 3 - py) < Math.abs(foot(best) - pitch / 3 - py) ? j : best),
      0,
    );
    return hit(k, within(Math.floor(((px - left) / box.width) * (history.edges.length - 1)), history.edges.length - 1));
  };

  const emphasise = (g, theme, k, colour, dash) => {
    trace(g, shown[k], k);
    g.strokeStyle = colour;
    g.lineWidth = 2;
    g.setLineDash(dash);
    g.stroke();
    g.setLineDash([]);
  };
  const overlay = (g, theme, at) => {
    const chosen = shown.findIndex(i => all[i] === options.chosen());
    if (chosen >= 0) {
      emphasise(g, theme, chosen, theme.mark, []);
      g.fillStyle = theme.mark;
      g.textAlign = 'left';
      g.textBaseline = 'middle';
      g.font = theme.font;
      g.fillText('▶', 0, foot(chosen));
    }
    if (!at) return;
    emphasise(g, theme, at.k, theme.ink, [3, 2]);
    line(g, x(at.bin + 0.5), box.top, x(at.bin + 0.5), box.top + box.height, theme.ink, 1, [2, 2]);
  };
  const step = (at, dx, dy) =>
    at === null
      ? hit(
          Math.max(
            0,
            shown.findIndex(i => all[i] === options.chosen()),
          ),
          history.edges.length >> 1,
        )
      : hit(within(at.k + dy, shown.length), within(at.bin + dx, history.edges.length - 1));
  return {
    width: left + box.width + right,
    across: box,
    height: box.top + box.height + 42,
    draw,
    probe,
    overlay,
    step,
    drawn: shown.length,
    pick: at => options.pick(all[shown[at.k]]),
    file: 'ridgeline',
    csv: () => historyTable(history),
  };
}
