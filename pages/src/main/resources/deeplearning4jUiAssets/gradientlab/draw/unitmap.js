/** The saturation map: examples downwards, units to the right, white where the activation is saturated. */
import {number} from '../numbers.js';
import {say} from '../words.js';
import {axisBottom, axisLeft, line, outline} from './axes.js';
import {within} from './heatmap.js';

/** The level of an activation that is not finite. */
export const NOT_FINITE = 255;

/** Bytes of a base64 text. */
export const bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));

/**
 * A map with its bytes decoded.
 * @param {Object} json the answer of /gradients/api/units
 */
export const unitMapOf = json => ({...json, level: bytes(json.level), state: bytes(json.state), dead: new Set(json.deadUnits)});

/** On how many of the examples shown a unit is saturated. */
export function saturatedOn(map, unit) {
  let n = 0;
  for (let example = 0; example < map.examples; example++) n += map.state[example * map.units + unit] >= 1 ? 1 : 0;
  return n;
}

/** Every cell of a map: its example, its unit, |a|, and 0 unsaturated, 1 saturated, 2 so far that next to no gradient passes. */
const cellsOf = ({level, state, units, scale}) =>
  Array.from(level, (value, i) => [
    Math.floor(i / units),
    i % units,
    value === NOT_FINITE ? NaN : (value / 254) * scale,
    state[i],
  ]);

/** Pixels of one unit: as many as there is room for, never less than can be told apart. */
export const unitSize = (room, units) => Math.max(4, Math.min(22, room / units));

/** Ticks at every so-many-th unit; `order[place]` is the unit at a place. */
export function unitTicks(order, size) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find(s => s * size >= 34) ?? 1000;
  return order.flatMap((unit, place) => (place % step === 0 ? [{at: (place + 0.5) * size, label: String(unit)}] : []));
}

/**
 * @param {ReturnType<typeof unitMapOf>} map
 * @param {{width: number, order: number[], grey: boolean, left: number, right: number, sorted: string}} options
 * @returns {import('./picture.js').Drawing}
 */
export function unitmap(map, {width, order, grey, left, right, sorted}) {
  const size = unitSize(width - left - right, map.units);
  const rowSize = Math.max(4, Math.min(10, Math.floor(360 / map.examples)));
  const box = {left, top: 34, width: size * map.units, height: rowSize * map.examples};
  const index = (example, place) => example * map.units + order[place];
  const shadeOf = i => (grey ? Math.round((255 * map.level[i]) / 254) : map.state[i] >= 1 ? 255 : 0);

  const draw = (g, theme) => {
    g.fillStyle = '#000';
    g.fillRect(box.left, box.top, box.width, box.height);
    for (let example = 0; example < map.examples; example++) {
      for (let place = 0; place < map.units; place++) cell(g, theme, example, place);
    }
    outline(g, box, theme);
    markDead(g, theme);
    axisLeft(
      g,
      box,
      [0, ...Array.from({length: map.examples}, (_, i) => i).filter(i => i && i % 8 === 0)].map(i => ({
        at: (i + 0.5) * rowSize,
        label: String(i),
      })),
      say('axis.example'),
      theme,
      false,
    );
    axisBottom(g, box, unitTicks(order, size), say('axis.unit', {sorted}), theme, false);
  };
  const cell = (g, theme, example, place) => {
    const i = index(example, place);
    const [x, y] = [box.left + Math.round(place * size), box.top + example * rowSize];
    const shade = shadeOf(i);
    if (map.level[i] === NOT_FINITE) g.fillStyle = theme.notFinite;
    else if (shade === 0) return;
    else g.fillStyle = `rgb(${shade},${shade},${shade})`;
    g.fillRect(x, y, box.left + Math.round((place + 1) * size) - x, rowSize);
    if (map.level[i] === NOT_FINITE) line(g, x, y + rowSize, x + size, y, '#fff');
  };
  const markDead = (g, theme) => {
    g.fillStyle = theme.mark;
    g.font = theme.small;
    let free = -Infinity;
    order.forEach((unit, place) => {
      if (!map.dead.has(unit)) return;
      const x = box.left + (place + 0.5) * size;
      g.fillStyle = theme.mark;
      g.beginPath();
      g.moveTo(x, box.top - 2);
      g.lineTo(x - Math.min(5, size / 2 + 1), box.top - 10);
      g.lineTo(x + Math.min(5, size / 2 + 1), box.top - 10);
      g.fill();
      const half = g.measureText(String(unit)).width / 2;
      if (x - half < free) return;
      g.textAlign = 'center';
      g.textBaseline = 'alphabetic';
      g.fillText(String(unit), x, box.top - 13);
      free = x + half + 3;
    });
  };

  const hit = (example, place) => {
    const i = index(example, place);
    const unit = order[place];
    const lost = map.level[i] === NOT_FINITE;
    const size = lost ? say('cell.notFinite') : say('cell.size', {size: number((map.level[i] / 254) * map.scale)});
    const here = say('cell.here', {unit, example, size, state: say(`cell.state.${map.state[i]}`)});
    const all = map.dead.has(unit)
      ? say('cell.dead', {unit})
      : say('cell.saturated', {unit, n: saturatedOn(map, unit), of: map.examples});
    return {example, place, text: `${here} ${all}`};
  };
  const probe = (x, y) => {
    const place = Math.floor((x - box.left) / size);
    if (place < 0 || place >= map.units || y < 0 || y > box.top + box.height) return null;
    return hit(within(Math.floor((y - box.top) / rowSize), map.examples), place);
  };
  const overlay = (g, theme, at) => {
    if (!at) return;
    g.strokeStyle = theme.mark;
    g.lineWidth = 2;
    g.strokeRect(box.left + at.place * size - 1, box.top - 1, size + 2, box.height + 2);
    g.strokeRect(box.left + at.place * size - 1, box.top + at.example * rowSize - 1, size + 2, rowSize + 2);
  };
  const step = (at, dx, dy) =>
    at === null ? hit(0, 0) : hit(within(at.example + dy, map.examples), within(at.place + dx, map.units));
  const csv = () => [['example', 'unit', '|a|', 'state'], cellsOf(map)];
  const [full, high] = [box.left + box.width + right, box.top + box.height + 40];
  return {width: full, height: high, across: box, draw, probe, overlay, step, file: 'saturation', csv};
}
