import {el, show} from '../dom.js';
import {number, percent, whole} from '../numbers.js';
import {say} from '../words.js';
import {notFinite, quantitiesOf} from './quantities.js';

/** What a layer's column says in figures: a card beside it. */
export function readout() {
  const element = el('div', {class: 'flow-card', hidden: true, 'aria-hidden': 'true'});
  return {
    element,
    /** @param {import('./joined.js').Column} layer */
    show(layer) {
      show(
        element,
        el('strong', {text: layer.names.join(', ')}),
        el('div', {class: 'flow-kind', text: describe(layer)}),
        statistics(layer),
        shares(layer),
      );
      element.hidden = false;
    },
    hide() {
      element.hidden = true;
    },
  };
}

/** Kind, nonlinearity and width in words. */
export function describe(layer) {
  return [layer.kind, layer.nonlinearity === 'IDENTITY' ? null : layer.nonlinearity, say('flow.units.n', {n: whole(layer.units)})]
    .filter(Boolean)
    .join(' · ');
}

/** How many values of a quantity are not finite, in words; nothing where all are. */
export function notFiniteText(statistics) {
  return [
    [statistics.nan, 'NaN'],
    [statistics.positiveInfinity, '+∞'],
    [statistics.negativeInfinity, '−∞'],
  ]
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${whole(count)} ${what}`)
    .join(', ');
}

function statistics(layer) {
  const rows = quantitiesOf(layer, false).filter(([, q]) => q.count + notFinite(q) > 0);
  return el(
    'table',
    {},
    el(
      'tr',
      {},
      ['', ...['mean', 'std', 'min', 'max'].map(name => say(`column.${name}`)), ''].map(text => el('th', {text})),
    ),
    rows.map(([name, q]) =>
      el(
        'tr',
        {},
        el('th', {text: name}),
        [q.mean, q.std, q.min, q.max].map(x => el('td', {text: q.count > 0 ? number(x) : '–'})),
        el('td', {class: 'flow-bad', text: notFiniteText(q)}),
      ),
    ),
  );
}

function shares(layer) {
  const ratios = layer.parameters.filter(p => p.update.count > 0).map(p => `${p.name}: ${number(p.log10UpdateRatio)}`);
  const units = [
    [say('flow.saturatedBy'), layer.saturatedShare],
    [say('flow.dead'), layer.deadUnitShare],
    [say('flow.zeroDelta'), layer.zeroDeltaShare],
  ]
    .filter(([, share]) => Number.isFinite(share))
    .map(([name, share]) => `${name}: ${percent(share)}`);
  return el(
    'div',
    {},
    ratios.length ? el('div', {text: `${say('flow.ratio.log')} ${ratios.join(', ')}`}) : null,
    units.length ? el('div', {text: units.join(' · ')}) : null,
  );
}
