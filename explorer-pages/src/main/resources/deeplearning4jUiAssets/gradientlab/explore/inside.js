import {selectControl, toggleControl} from '../controls.js';
import {onCommonBins} from '../comparison.js';
import {el, message, show} from '../dom.js';
import {Picture} from '../draw/picture.js';
import {totalCount} from '../draw/rebin.js';
import {steps} from '../draw/steps.js';
import {percent, number, whole} from '../numbers.js';
import {lineKey} from '../parts.js';
import {swatch} from '../sessionlist.js';
import {mapPicture} from './insidemap.js';
import {oneInFlight} from './newest.js';
import {query} from './settings.js';
import {letter} from './traincharts.js';
import {say} from './words.js';

/** One layer of the nets that the charts show, fresh or in training: which units are saturated on which examples, and how a quantity is distributed. */

const QUANTITIES = ['z', 'a', 'delta', 'gradient', 'weights'];
const LOOKS = {B: 0, A: 1};

/** @param {import('./state.js').ExploreState} state */
export function insidePanel(state) {
  let quantity = 'z';
  let asked = '';
  let drawn = null;
  const layer = selectControl(say('inside.layer'), value => state.look({layer: Number(value)}));
  const which = selectControl(say('inside.quantity'), value => {
    quantity = value;
    update();
  });
  let symmetric = false;
  const axis = toggleControl(
    say('inside.axis'),
    ['linear', 'symlog'].map(value => ({value, label: say(`inside.${value}`)})),
    value => {
      symmetric = value === 'symlog';
      axis.update(value);
      histogram.redraw();
    },
  );
  axis.update('linear');
  const shade = toggleControl(
    say('inside.shade'),
    ['state', 'level'].map(value => ({value, label: say(`inside.${value}`)})),
    value => {
      shade.update(value);
      Object.values(maps).forEach(map => map.shade(value === 'level'));
    },
  );
  shade.update('state');
  const histogram = new Picture(width => drawn?.(width), say('inside.histogram'));
  const about = el('p', {class: 'pic-legend'});
  const when = el('p', {class: 'gl-note', hidden: true});
  const problem = el('div');
  const maps = {A: mapPicture('A'), B: mapPicture('B')};
  const element = el(
    'div',
    {},
    el('div', {class: 'gl-controls'}, layer.element, which.element, axis.element, shade.element),
    when,
    problem,
    el(
      'div',
      {class: 'ex-inside'},
      el('section', {}, el('b', {text: say('inside.histogram')}), about, histogram.root),
      maps.B.element,
      maps.A.element,
    ),
  );
  const ask = oneInFlight(
    question => answers(state, question),
    take,
    error => show(problem, message(error.message, 'error')),
  );

  function take({histograms, units}, {names, key}) {
    if (key !== asked) return;
    const failed = histograms.find(one => one.error);
    show(problem, failed ? message(failed.error, 'error') : null);
    const good = histograms.flatMap((one, i) => (one.value && totalCount(one.value) > 0 ? [{name: names[i], h: one.value}] : []));
    drawn = good.some(({h}) => h.counts.length)
      ? width => histogramDrawing(good, {width, symmetric, title: say(`quantity.${quantity}`)})
      : null;
    histogram.box.hidden = drawn === null;
    show(
      about,
      good.map(({name, h}) => lineKey(swatch(LOOKS[name]), aboutText(name, h))),
    );
    histogram.redraw();
    for (const name of ['A', 'B']) maps[name].show(units[names.indexOf(name)] ?? null);
  }

  function update() {
    const nets = netsShown(state);
    if (nets.length === 0) return;
    const {layers, step} = nets[0];
    const hidden = layers.length - 1;
    const chosen = Math.min(state.layer, hidden + 1);
    when.hidden = step === undefined;
    if (step !== undefined) when.textContent = say('inside.trained', {step: whole(step)});
    layer.update(
      layers.map((one, i) => ({
        value: String(i + 1),
        label: i < hidden ? say('inside.hidden', {layer: i + 1}) : say('layer.output'),
      })),
      String(chosen),
    );
    which.update(
      QUANTITIES.map(value => ({value, label: say(`quantity.${value}`)})),
      quantity,
    );
    if (step === undefined && !state.upToDate) return;
    const key = JSON.stringify([quantity, chosen, nets.map(({name, whose, step}) => [name, whose, step])]);
    if (key === asked) return;
    asked = key;
    ask({
      key,
      quantity,
      names: nets.map(({name}) => name),
      nets: nets.map(net => ({whose: net.whose, ...place(net.layers, chosen, hidden)})),
    });
  }
  return {element, update};
}

/**
 * The nets that the charts show, B first: their layers, by which parameters the server is asked about them, and after which
 * step of a training they were measured, where they are in one.
 */
function netsShown({now, training, picture, pinned, pinnedPicture, settings, controls}) {
  if (now && training?.nets.length) {
    const all = training.nets.map((net, i) => ({
      name: letter(i, training.nets.length),
      layers: net.layers,
      whose: `${new URLSearchParams({training: training.training, net: i})}`,
      step: net.lookedAt,
    }));
    return all.reverse();
  }
  return [
    {name: 'B', layers: picture?.layers, of: settings},
    {name: 'A', layers: pinnedPicture?.layers, of: pinned},
  ]
    .filter(({layers, of}) => layers && of)
    .map(({name, layers, of}) => ({name, layers, whose: query(controls, of)}));
}

/** The layer of a net at the chosen place, its output layer where that of B is chosen; and why it has no map, if so. */
const place = (layers, chosen, hidden) => {
  const own = layers.length - 1;
  const layer = chosen > hidden ? own + 1 : Math.min(chosen, own);
  const limits = Number.isFinite(layers[layer - 1].saturatedShare);
  return {layer, noMap: layer > own ? say('inside.noMap') : limits ? '' : say('inside.noLimits')};
};

/** What each net says of its layer; what it refuses is a sentence. */
async function answers({api}, {nets, quantity}) {
  const all = (of, work) =>
    Promise.all(
      of.map(net =>
        work(net).then(
          value => ({value}),
          error => ({error: error.message}),
        ),
      ),
    );
  const histograms = await all(nets, ({whose, layer}) => api.histogram(whose, layer, quantity));
  const units = await all(nets, ({whose, layer, noMap}) => (noMap ? Promise.reject(new Error(noMap)) : api.units(whose, layer)));
  return {histograms, units};
}

function histogramDrawing(good, {width, symmetric, title}) {
  const {scale, edges, rows, shares} = onCommonBins(
    good.map(({h}) => h),
    symmetric,
  );
  const layers = good.map(({name}, i) => ({name, look: LOOKS[name], shares: shares[i], counts: rows[i].counts, note: ''}));
  return steps(layers, {width, edges, scale, symmetric, logarithmic: false, title, unit: say('inside.share'), filled: true});
}

function aboutText(net, h) {
  const broken = h.nan + h.positiveInfinity + h.negativeInfinity;
  const text = say('inside.about', {net, mean: number(h.mean), std: number(h.std)});
  return broken ? `${text} ${say('inside.broken', {share: percent(broken / totalCount(h))})}` : text;
}
