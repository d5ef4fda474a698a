import {selectControl} from '../controls.js';
import {el, message, show} from '../dom.js';
import {css} from '../draw/colours.js';
import {Picture} from '../draw/picture.js';
import {number, whole} from '../numbers.js';
import {key} from '../parts.js';
import {mapDrawing} from './mapdrawing.js';
import {gridOf, ratioColour, valueColour} from './mapgrid.js';
import {say} from './words.js';

/** Beside the map of fresh nets one of nets that a sweep has trained, where there is any. */

const FIRST = ['test-accuracy', 'last-loss'];
const RATIOS = ['delta-ratio', 'signal'];
const ALIKE = ['activation', 'norm', 'normPosition'];
const LEGEND = [0, 0.25, 0.5, 0.75, 1];

/**
 * @param {import('./state.js').ExploreState} state
 * @param {() => Object} theory what the theory says of the fresh nets
 * @param {(state: Object) => Object} here where the net of the controls lies
 */
export function sweptPanel(state, theory, here) {
  let maps = null;
  let chosen = -1;
  let measure = '';
  const map = selectControl(say('swept.map'), value => {
    chosen = Number(value);
    draw();
  });
  const which = selectControl(say('swept.measure'), value => {
    measure = value;
    draw();
  });
  const about = el('p', {class: 'gl-note'});
  const problem = el('div');
  const legend = el('p', {class: 'pic-legend'});
  const picture = new Picture(width => drawing(width), say('swept.title'));
  const body = el(
    'div',
    {hidden: true},
    el('div', {class: 'gl-controls'}, map.element, which.element),
    about,
    legend,
    picture.root,
  );
  const none = el('p', {class: 'gl-note', text: say('swept.none')});
  const element = el('section', {class: 'ex-swept'}, el('h3', {text: say('swept.title')}), problem, none, body);

  async function ask() {
    maps = [];
    try {
      const answer = await state.api.sweeps();
      maps = answer.maps;
      show(problem, answer.problems.length ? message(answer.problems.join(' '), 'error') : null);
    } catch (error) {
      maps = null;
      show(problem, message(error.message, 'error'));
    }
    draw();
  }

  function draw() {
    if (!maps?.length) return;
    none.hidden = true;
    body.hidden = false;
    if (chosen < 0)
      chosen = Math.max(
        0,
        maps.findIndex(one => alike(one, state)),
      );
    const {measures} = maps[chosen];
    if (!measures.includes(measure)) measure = FIRST.find(name => measures.includes(name)) ?? measures[0];
    map.update(
      maps.map(({name}, i) => ({value: String(i), label: name})),
      String(chosen),
    );
    which.update(
      measures.map(name => ({value: name, label: name})),
      measure,
    );
    about.textContent = aboutText(maps[chosen]);
    const {colour, values} = looks(maps[chosen], measure);
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    show(
      legend,
      values.map(value => key(css(colour(value, dark)), number(value))),
      key(css(colour(NaN, dark)), say('inside.notFinite')),
    );
    picture.redraw();
  }

  function drawing(width) {
    if (!maps?.length || chosen < 0) return null;
    const shown = maps[chosen];
    const column = shown.measures.indexOf(measure);
    const {colour} = looks(shown, measure);
    const nothing = {criticalWeightStd: NaN, depthScales: []};
    return mapDrawing(
      {...(alike(shown, state) ? theory() : nothing), cells: shown.cells},
      {
        width,
        grid: gridOf(shown.cells),
        look: {
          colour: (cell, dark) => colour(cell.values[column], dark),
          text: cell => cellText(cell, measure, cell.values[column]),
        },
        here: alike(shown, state) ? here(state) : {weightStd: null, depth: 1},
        pick: ({weightStd, depth}) =>
          state.change({...shown.settings, init: 'scaled', weightStd: String(weightStd), depth: String(depth)}),
      },
    );
  }

  return {
    element,
    draw,
    update: () => {
      if (maps === null) ask();
      else if (chosen >= 0) picture.mark();
    },
  };
}

/** Whether the nets of a map are those around the net of the controls, whatever their size and training. */
const alike = ({settings}, state) => ALIKE.every(name => settings[name] === state.settings[name]);

/** How a measure is coloured, and values that explain the colours. */
function looks({measures, cells}, measure) {
  const values = cells.map(cell => cell.values[measures.indexOf(measure)]).filter(Number.isFinite);
  if (RATIOS.includes(measure)) return {colour: ratioColour, values: [1e-8, 1e-4, 0.1, 1, 1e4]};
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    colour: (value, dark) => valueColour(value, low, high, dark),
    values: values.length ? LEGEND.map(share => low + share * (high - low)) : [],
  };
}

function aboutText({settings, cells}) {
  const {activation, norm, width, optimizer, lr, batchSize} = settings;
  const nets = cells.reduce((sum, cell) => sum + cell.nets, 0);
  return say('swept.about', {nets: whole(nets), activation, norm, width, optimizer, lr, batchSize});
}

const cellText = ({weightStd, depth, nets}, measure, value) =>
  say('swept.cell', {weightStd: number(weightStd), depth, measure, value: number(value), nets: whole(nets)});
