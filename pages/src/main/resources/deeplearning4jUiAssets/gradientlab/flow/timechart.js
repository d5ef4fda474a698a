import {curves} from '../draw/curves.js';
import {Picture} from '../draw/picture.js';
import {number, whole} from '../numbers.js';
import {box, heading, legend, lineKey, note} from '../parts.js';
import {swatch} from '../sessionlist.js';
import {tableBelow} from '../table.js';
import {el, show} from '../dom.js';
import {say} from '../words.js';
import {alsoFromElsewhere, changeOf, profiles} from './overtime.js';

/** δ of every recurrent layer on its way back through time, at the iteration that is shown; empty where there is no time. */
export function timeChart() {
  let layers = [];
  const keys = legend();
  const thin = note();
  const picture = new Picture(width => drawing(layers, width), '');
  const table = tableBelow(say('time.table'));
  const about = el('p', {class: 'gl-note', text: say('time.how')});
  const element = el('div');
  const chart = box(heading(say('time.title')), about, keys, thin, picture.root, table.element);
  chart.classList.add('flow-time');
  const update = flow => {
    layers = profiles(flow.layers);
    if (layers.length === 0) return show(element);
    if (!chart.isConnected) show(element, chart);
    const told = layers.map(told => say('time.change', changeText(told)));
    show(
      keys,
      layers.map(({look}, i) => lineKey(swatch(look), told[i])),
    );
    thin.hidden = !layers.some(alsoFromElsewhere);
    thin.textContent = say('time.thin');
    picture.setLabel(say('time.label', {what: told.join('; ')}));
    picture.redraw();
    table.update(columns(layers), () => rows(layers));
  };
  return {element, update, destroy: () => picture.destroy()};
}

function changeText(layer) {
  const {share, steps, perStep} = changeOf(layer);
  return {layer: layer.name, share: number(share), n: whole(steps), perStep: number(perStep)};
}

function drawing(layers, width) {
  const all = layers.filter(alsoFromElsewhere).map(({name, look, norms}) => curve(say('time.allOf', {layer: name}), look, norms));
  return curves([...layers.map(({name, look, fromLast}) => curve(name, look, fromLast)), ...all.map(thinned)], {
    width,
    height: 300,
    across: 'stepsBack',
    kind: 'linear',
    logarithmic: true,
    title: say('time.axis'),
    levels: layers
      .filter(({limit}) => Number.isFinite(limit))
      .map(({look, limit}) => ({value: limit, look, text: say('time.limit')})),
    named: true,
    floor: true,
    file: 'delta-over-time',
  });
}

const curve = (name, look, values) => ({name, look, values, iterations: values.map((_, back) => back)});

const thinned = one => ({...one, thin: true});

const columns = layers => [
  say('axis.stepsBack'),
  ...layers.flatMap(({name: layer}) => [layer, say('time.shareOf', {layer}), say('time.allOf', {layer})]),
];

function rows(layers) {
  const steps = Math.max(...layers.flatMap(({fromLast, norms}) => [fromLast.length, norms.length]));
  const text = v => (v === undefined ? '–' : number(v));
  return Array.from({length: steps}, (_, back) => [
    whole(back),
    ...layers.flatMap(({fromLast, norms}) => [
      text(fromLast[back]),
      back < fromLast.length ? number(fromLast[back] / fromLast[0]) : '–',
      text(norms[back]),
    ]),
  ]);
}
