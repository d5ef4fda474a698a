/**
 * What is drawn and said of sessions that are compared.
 *
 * @typedef {{name: string, look: number, data: Object}} Part one session's data and which colour and dash it has
 * @typedef {Object} Plan
 * @property {string} title
 * @property {string} how the difference is made
 * @property {(width: number) => import('./draw/picture.js').Drawing|null} over
 * @property {(width: number) => import('./draw/picture.js').Drawing|null} minus
 * @property {{look: number, text: string}[]} legend
 * @property {{look: number, text: string}[]} minusLegend
 * @property {[string[], () => string[][]]} table columns and rows
 * @property {[string[], () => string[][]]} minusTable
 */
import {difference, nearestTo, onCommonBins} from './comparison.js';
import {placeText} from './draw/across.js';
import {curves} from './draw/curves.js';
import {NOT_FINITE} from './draw/history.js';
import {finiteCount, totalCount} from './draw/rebin.js';
import {steps} from './draw/steps.js';
import {number, percent, whole} from './numbers.js';
import {quantityOf} from './quantities.js';
import {say} from './words.js';

/** The quantity compared, in words. */
export function titleOf({what, layer, quantity, parameter}) {
  return what === 'ratio' ? say('quantity.of', {what: parameter, layer}) : quantityOf(quantity, layer);
}

/** @returns {Plan} curves over the iterations */
export function curvePlan(choice, parts, {kind, logarithmic: asked, smooth, across}, notes) {
  const named = choice.of ? say(`compare.curve.${choice.what}`, {of: titleOf(choice)}) : say(`compare.${choice.what}`);
  const logarithmic = asked && choice.what !== 'ratio' && choice.what !== 'mean';
  const list = parts.map(({name, look, data}) => ({name, look, ...data}));
  for (const {name, values, iterations} of list) {
    const odd = values.filter(v => !Number.isFinite(v)).length;
    const first = iterations[values.findIndex(v => !Number.isFinite(v))];
    if (odd)
      notes.push(
        say('compare.notFinite', {
          name,
          odd: whole(odd),
          of: whole(values.length),
          first: say(`at.${across}`, {n: placeText(across, first)}),
        }),
      );
    const low = values.filter(v => v <= 0 && Number.isFinite(v)).length;
    if (logarithmic && low) notes.push(say('compare.notAbove', {name, n: whole(low)}));
  }
  const [first, ...others] = list;
  const minus = others.map(other => ({name: `${other.name} − ${first.name}`, look: other.look, ...difference(first, other)}));
  return {
    title: named,
    how: say('compare.interpolated'),
    over: width => curves(list, {width, kind, logarithmic, title: named, smooth, across}),
    minus: width =>
      curves(minus, {width, height: 260, kind, across, logarithmic: false, title: say('compare.difference'), zero: true}),
    legend: list.map(({look, name}) => ({look, text: name})),
    minusLegend: minus.map(({look, name}) => ({look, text: name})),
    table: tableOf(list, across),
    minusTable: tableOf(minus, across),
  };
}

/** @returns {Plan|null} histograms at one iteration; null where no session has a finite value there */
export function histogramPlan(choice, parts, {iteration, logarithmic, values}, notes) {
  const nearest = parts.map(part => ({
    ...part,
    h: nearestTo(
      part.data.filter(h => totalCount(h) > 0),
      iteration ?? 0,
    ),
  }));
  for (const {name, h} of nearest) {
    const odd = NOT_FINITE.filter(({key}) => h[key] > 0);
    if (odd.length)
      notes.push(
        say('compare.odd', {
          name,
          n: whole(h.iteration),
          list: odd.map(({key, name: kind}) => `${kind} ${whole(h[key])} (${percent(h[key] / totalCount(h))})`).join(', '),
          of: whole(totalCount(h)),
        }),
      );
  }
  const shown = nearest.filter(({h}) => finiteCount(h) > 0);
  if (shown.length === 0) return null;
  const common = onCommonBins(
    shown.map(({h}) => h),
    values ? values === 'symlog' : undefined,
  );
  const text = ({name, h}) => say('compare.histogramOf', {name, n: whole(h.iteration), mean: number(h.mean), std: number(h.std)});
  const layers = shown.map((part, i) => ({
    name: part.name,
    note: part.name,
    look: part.look,
    counts: common.rows[i].counts,
    shares: common.shares[i],
  }));
  const minus = layers.slice(1).map((layer, i) => ({
    ...layer,
    name: `${layer.name} − ${layers[0].name}`,
    counts: null,
    shares: layer.shares.map((share, bin) => share - common.shares[0][bin]),
  }));
  const base = {edges: common.edges, scale: common.scale, symmetric: common.symmetric, title: titleOf(choice)};
  const bins = list => [
    [say('table.from'), say('table.to'), ...list.map(l => l.name)],
    () =>
      list.length === 0
        ? []
        : Array.from(list[0].shares, (_, i) => [
            number(common.edges[i]),
            number(common.edges[i + 1]),
            ...list.map(l => percent(l.shares[i])),
          ]),
  ];
  return {
    symmetric: common.symmetric,
    title: say('compare.histograms', {of: titleOf(choice)}),
    how: say('compare.densities'),
    over: width => steps(layers, {...base, width, height: 340, logarithmic, unit: say('axis.share')}),
    minus: width =>
      minus.length ? steps(minus, {...base, width, height: 240, logarithmic: false, unit: say('axis.shares')}) : null,
    legend: shown.map(part => ({look: part.look, text: text(part)})),
    minusLegend: minus.map(({look, name}) => ({look, text: name})),
    table: bins(layers),
    minusTable: bins(minus),
  };
}

/** Columns and rows of curves: each iteration of any of them. */
function tableOf(list, across) {
  const rows = () => {
    const maps = list.map(({iterations, values}) => new Map(iterations.map((n, i) => [n, values[i]])));
    const all = [...new Set(list.flatMap(curve => curve.iterations))].sort((a, b) => a - b);
    return all.map(n => [placeText(across, n), ...maps.map(map => (map.has(n) ? number(map.get(n), 4) : ''))]);
  };
  return [[say(`across.${across}`), ...list.map(curve => curve.name)], rows];
}
