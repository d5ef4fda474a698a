/** Histograms over time as a heat map: iterations to the right, values upwards, colour for the share of values. */
import {axisBottom, axisLeft, line, outline, scaleTicks} from './axes.js';
import {amount, css} from './colours.js';
import {binText, historyTable, notFiniteText, weight} from './history.js';
import {iterationAxis} from './iterations.js';
import {number, whole} from '../numbers.js';
import {say} from '../words.js';

const STRIP = 18;
const BAR = 92;

/**
 * @param {import('./history.js').History} history
 * @param {{width: number, height?: number, iterations: 'linear'|'log', logarithmic: boolean, moments: boolean, title: string,
 *          chosen: () => number, pick: (iteration: number) => void}} options
 * @returns {import('./picture.js').Drawing}
 */
export function heatmap(history, options) {
  const strips = history.notFinite;
  const left = 68;
  const plotHeight = (options.height ?? 400) - 62;
  const box = {left, top: 14, width: Math.max(150, options.width - left - BAR), height: plotHeight - strips.length * STRIP};
  const axis = iterationAxis(
    history.rows.map(row => row.iteration),
    options.iterations,
    box.width,
  );
  const stripTop = i => box.top + box.height + 3 + i * STRIP;
  const y = value => box.top + box.height * (1 - history.scale.at(value));
  const base = {left, top: box.top, width: box.width, height: plotHeight + (strips.length ? 3 : 0)};

  const draw = (g, theme) => {
    axisLeft(g, box, scaleTicks(history.scale, box.height, 34, true), options.title, theme);
    drawCells(g, theme);
    if (options.moments) drawMoments(g, theme);
    outline(g, box, theme);
    strips.forEach((strip, i) => drawStrip(g, theme, strip, stripTop(i)));
    axisBottom(g, base, axis.ticks(box.width / 70), say('axis.iteration'), theme, false);
    colourBar(g, theme, {left: left + box.width + 14, top: box.top, width: 12, height: box.height}, history, options.logarithmic);
  };

  const drawCells = (g, theme) =>
    history.rows.forEach((row, i) => {
      const [from, to] = [Math.floor(left + axis.from[i]), Math.ceil(left + axis.to[i])];
      for (let bin = 0; bin < row.counts.length; bin++) {
        if (!(row.counts[bin] > 0)) continue;
        g.fillStyle = css(amount(weight(history, row.counts[bin] / row.total, options.logarithmic), theme.dark));
        const [high, low] = [Math.floor(y(history.edges[bin + 1])), Math.ceil(y(history.edges[bin]))];
        g.fillRect(from, high, to - from, Math.max(1, low - high));
      }
    });

  const drawMoments = (g, theme) => {
    for (const [of, dash] of [
      [h => h.mean, []],
      [h => h.mean - h.std, [5, 3]],
      [h => h.mean + h.std, [5, 3]],
    ]) {
      for (const [colour, width] of [
        [theme.paper, 4],
        [theme.mark, 2],
      ])
        polyline(
          g,
          history.rows.map((row, i) => [left + axis.middle[i], of(row.source)]),
          y,
          colour,
          width,
          dash,
        );
    }
  };

  const drawStrip = (g, theme, {key, name}, top) => {
    g.font = theme.font;
    g.fillStyle = theme.notFinite;
    g.textAlign = 'right';
    g.textBaseline = 'middle';
    g.fillText(name, left - 8, top + STRIP / 2);
    line(g, left, top + STRIP - 1, left + box.width, top + STRIP - 1, theme.grid);
    const found = runs(history.rows.map(row => row.source[key]));
    const edges = run => [Math.floor(left + axis.from[run.first]), Math.ceil(left + axis.to[run.last])];
    found.forEach((run, k) => {
      if (run.value === 0) return;
      const [from, to] = edges(run);
      g.globalAlpha = 0.35 + 0.65 * (run.value / history.rows[run.first].total);
      g.fillStyle = theme.notFinite;
      g.fillRect(from, top + 1, to - from, STRIP - 3);
      g.globalAlpha = 1;
      stripNumber(
        g,
        theme,
        whole(run.value),
        [from, to],
        [found[k - 1], found[k + 1]].map(next => (next?.value === 0 ? edges(next)[1] - edges(next)[0] : 0)),
        top + STRIP / 2,
      );
    });
  };

  /** The number of a stretch: on it, or where it is too narrow beside it, if nothing stands there. */
  const stripNumber = (g, theme, text, [from, to], [before, after], y) => {
    const width = g.measureText(text).width + 6;
    const inside = width <= to - from;
    if (!inside && width > Math.max(before, after)) return;
    g.fillStyle = inside ? theme.paper : theme.notFinite;
    g.textAlign = inside ? 'center' : width <= after ? 'left' : 'right';
    g.fillText(text, inside ? (from + to) / 2 : width <= after ? to + 3 : from - 3, y);
  };

  const hit = (row, bin, strip = null) => ({
    row,
    bin,
    strip,
    text: strip ? notFiniteText(history, row, strip) : binText(history, row, bin),
  });
  const probe = (px, py) => {
    if (px < left - 2 || px > left + box.width + 2) return null;
    const row = axis.nearest(px - left);
    const strip = Math.floor((py - stripTop(0)) / STRIP);
    if (strips[strip]) return hit(row, null, strips[strip]);
    if (py < box.top || py > box.top + box.height) return null;
    return hit(
      row,
      Math.min(history.edges.length - 2, Math.floor((1 - (py - box.top) / box.height) * (history.edges.length - 1))),
    );
  };

  const column = (g, i, colour, dash) => {
    g.strokeStyle = colour;
    g.lineWidth = 2;
    g.setLineDash(dash);
    g.strokeRect(left + axis.from[i] - 1, box.top - 1, Math.max(3, axis.to[i] - axis.from[i] + 2), base.height + 2);
    g.setLineDash([]);
  };
  const overlay = (g, theme, at) => {
    const chosen = history.rows.findIndex(row => row.iteration === options.chosen());
    if (chosen >= 0) {
      column(g, chosen, theme.mark, []);
      triangle(g, left + (axis.from[chosen] + axis.to[chosen]) / 2, box.top - 3, theme.mark);
    }
    if (!at) return;
    column(g, at.row, theme.ink, [2, 2]);
    if (at.bin !== null)
      line(
        g,
        left,
        y(history.scale.value((at.bin + 0.5) / (history.edges.length - 1))),
        left + box.width,
        y(history.scale.value((at.bin + 0.5) / (history.edges.length - 1))),
        theme.ink,
        1,
        [2, 2],
      );
  };
  // The strips lie below the bins: -1, -2, ...
  const level = at => (at.strip ? -1 - strips.indexOf(at.strip) : at.bin);
  const step = (at, dx, dy) => {
    if (at === null)
      return hit(
        Math.max(
          0,
          history.rows.findIndex(row => row.iteration === options.chosen()),
        ),
        (history.edges.length - 1) >> 1,
      );
    const row = within(at.row + dx, history.rows.length);
    const to = Math.min(history.edges.length - 2, Math.max(-strips.length, level(at) - dy));
    return to < 0 ? hit(row, null, strips[-1 - to]) : hit(row, to);
  };
  return {
    width: left + box.width + BAR,
    across: box,
    height: base.top + base.height + 42,
    draw,
    probe,
    overlay,
    step,
    pick: at => options.pick(history.rows[at.row].iteration),
    file: 'heatmap',
    csv: () => historyTable(history),
  };
}

export const within = (i, length) => Math.min(length - 1, Math.max(0, i));

/** Stretches of equal values. */
export function runs(values) {
  const found = [];
  values.forEach((value, i) => {
    if (found.length && found.at(-1).value === value) found.at(-1).last = i;
    else found.push({value, first: i, last: i});
  });
  return found;
}

export function triangle(g, x, y, colour) {
  g.fillStyle = colour;
  g.beginPath();
  g.moveTo(x, y);
  g.lineTo(x - 6, y - 9);
  g.lineTo(x + 6, y - 9);
  g.fill();
}

function polyline(g, points, y, colour, width, dash) {
  g.strokeStyle = colour;
  g.lineWidth = width;
  g.setLineDash(dash);
  g.beginPath();
  let drawing = false;
  for (const [px, value] of points) {
    if (Number.isFinite(value)) g[drawing ? 'lineTo' : 'moveTo'](px, y(value));
    drawing = Number.isFinite(value);
  }
  g.stroke();
  g.setLineDash([]);
}

/** What the colours mean. */
function colourBar(g, theme, box, history, logarithmic) {
  for (let i = 0; i < box.height; i++) {
    g.fillStyle = css(amount(1 - i / box.height, theme.dark));
    g.fillRect(box.left, box.top + i, box.width, 1);
  }
  outline(g, box, theme);
  g.font = theme.small;
  g.fillStyle = theme.faint;
  g.textAlign = 'left';
  for (const u of [0, 0.25, 0.5, 0.75, 1]) {
    const share = logarithmic ? history.least * (history.greatest / history.least) ** u : u * history.greatest;
    g.textBaseline = 'middle';
    g.fillText(`${number(100 * share, 2)} %`, box.left + box.width + 5, box.top + box.height * (1 - u));
  }
}
