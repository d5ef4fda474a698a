/** What became of the units of a layer: their states at each snapshot, orders, and a strip chart of them. */
import {whole} from '../numbers.js';
import {say} from '../words.js';
import {axisBottom, axisLeft, line, outline} from './axes.js';
import {runs, within} from './heatmap.js';
import {iterationAxis} from './iterations.js';
import {unitSize, unitTicks} from './unitmap.js';

export const STATES = ['ALIVE', 'SATURATED', 'DEAD'];

/** @typedef {{unit: number, revived: boolean, changes: {after: number, iteration: number, state: string}[]}} Life */

/** The state of a unit at each of the iterations; null before anything was known. */
export const statesAt = (life, iterations) =>
  iterations.map(n => life.changes.findLast(change => change.iteration <= n)?.state ?? null);

/** How many units are in each state, per iteration. */
export function countsOf(lives, iterations) {
  const states = lives.map(life => statesAt(life, iterations));
  return Object.fromEntries(STATES.map(state => [state, iterations.map((_, i) => states.filter(s => s[i] === state).length)]));
}

/** Iterations at which a unit came back from death. */
export const revivals = life =>
  life.changes.filter((change, i) => i > 0 && life.changes[i - 1].state === 'DEAD' && change.state !== 'DEAD');

/** Units by number, or by when they died for good: those dead longest first, then those alive. */
export function orderOf(lives, byDeath) {
  const units = lives.map(life => life.unit);
  if (!byDeath) return units;
  const died = new Map(
    lives.map(life => [life.unit, life.changes.at(-1)?.state === 'DEAD' ? life.changes.at(-1).iteration : Infinity]),
  );
  return [...units].sort((a, b) => (died.get(a) === died.get(b) ? a - b : died.get(a) - died.get(b)));
}

/** The colours of the states (Okabe and Ito), which differ in lightness as well. */
export const stateColours = theme => ({
  ALIVE: theme.dark ? '#2f6f9f' : '#a9d3ee',
  SATURATED: '#e69f00',
  DEAD: theme.dark ? '#f2f2f2' : '#1d1d1d',
});

/**
 * @param {Life[]} lives
 * @param {{width: number, order: number[], left: number, right: number, sorted: string, iterations: number[], kind: 'linear'|'log',
 *          chosen: () => number, pick: (iteration: number) => void}} options
 * @returns {import('./picture.js').Drawing}
 */
export function strips(lives, {width, order, left, right, sorted, iterations, kind, chosen, pick}) {
  const size = unitSize(width - left - right, lives.length);
  const box = {left, top: 14, width: size * lives.length, height: Math.min(360, Math.max(140, 9 * iterations.length))};
  const axis = iterationAxis(iterations, kind, box.height, 14);
  const byUnit = new Map(lives.map(life => [life.unit, life]));
  const states = new Map(lives.map(life => [life.unit, statesAt(life, iterations)]));
  const gap = size > 5 ? 1 : 0;

  const draw = (g, theme) => {
    const colours = stateColours(theme);
    order.forEach((unit, place) => {
      for (const run of runs(states.get(unit))) {
        if (run.value === null) continue;
        g.fillStyle = colours[run.value];
        const from = box.top + axis.from[run.first];
        const x = box.left + Math.round(place * size);
        g.fillRect(x, from, box.left + Math.round((place + 1) * size) - x - gap, box.top + axis.to[run.last] - from);
      }
    });
    order.forEach((unit, place) => {
      for (const change of revivals(byUnit.get(unit)))
        revived(
          g,
          theme,
          box.left + (place + 0.5) * size,
          box.top + axis.from[iterations.findLastIndex(n => n <= change.iteration)],
        );
    });
    if (axis.apart && iterations.length > 1) {
      g.fillStyle = theme.paper;
      g.fillRect(box.left, box.top + axis.to[0], box.width, axis.from[1] - axis.to[0]);
    }
    outline(g, box, theme);
    axisLeft(g, box, axis.ticks(box.height / 40), say('axis.down'), theme, false);
    axisBottom(g, box, unitTicks(order, size), say('axis.unit', {sorted}), theme, false);
  };
  const revived = (g, theme, x, y) => {
    const r = Math.max(4, Math.min(6, size / 2));
    g.fillStyle = theme.notFinite;
    g.strokeStyle = theme.paper;
    g.lineWidth = 1;
    g.beginPath();
    g.moveTo(x, y);
    for (const [px, py] of [
      [x + r, y + r],
      [x, y + 2 * r],
      [x - r, y + r],
    ])
      g.lineTo(px, py);
    g.closePath();
    g.fill();
    g.stroke();
  };

  const hit = (row, place) => ({
    row,
    place,
    text: lifeText(byUnit.get(order[place]), iterations[row], states.get(order[place])[row]),
  });
  const probe = (x, y) => {
    const place = Math.floor((x - box.left) / size);
    if (place < 0 || place >= order.length || y < box.top || y > box.top + box.height) return null;
    return hit(axis.nearest(y - box.top), place);
  };
  const overlay = (g, theme, at) => {
    const row = iterations.indexOf(chosen());
    if (row >= 0)
      line(g, box.left - 8, box.top + axis.middle[row], box.left + box.width + 6, box.top + axis.middle[row], theme.mark, 2);
    if (!at) return;
    g.strokeStyle = theme.ink;
    g.lineWidth = 2;
    g.strokeRect(box.left + at.place * size - 1, box.top - 1, size + 2, box.height + 2);
    line(g, box.left, box.top + axis.middle[at.row], box.left + box.width, box.top + axis.middle[at.row], theme.ink, 1, [2, 2]);
  };
  const step = (at, dx, dy) =>
    at === null
      ? hit(Math.max(0, iterations.indexOf(chosen())), 0)
      : hit(within(at.row + dy, iterations.length), within(at.place + dx, order.length));
  return {
    width: box.left + box.width + right,
    across: box,
    height: box.top + box.height + 40,
    draw,
    probe,
    overlay,
    step,
    pick: at => pick(iterations[at.row]),
    file: 'lives',
    csv: () => [
      ['unit', 'iteration', 'state'],
      lives.flatMap(({unit, changes}) => changes.map(({iteration, state}) => [unit, iteration, state])),
    ],
  };
}

/** A unit's life in a sentence. */
export function lifeText(life, iteration, state) {
  const [first, ...later] = life.changes;
  const steps = later.map(({after, iteration: by, state: s}, i) => {
    const back = life.changes[i].state === 'DEAD' && s !== 'DEAD' ? `${say('units.revived')}, ` : '';
    return back + became(s, after, by);
  });
  const now = say('life.now', {unit: life.unit, n: whole(iteration), state: say(`state.${state ?? 'UNSEEN'}`)});
  const began = first && became(first.state, first.iteration, first.iteration);
  return first ? `${now} ${say('life.all', {steps: [began, ...steps].join('; ')})}` : now;
}

function became(state, after, by) {
  const when = after + 1 >= by ? say('life.at', {n: whole(by)}) : say('life.between', {from: whole(after), to: whole(by)});
  return `${say(`state.${state}`)} ${when}`;
}
