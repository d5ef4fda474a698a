import {toggleControl} from '../controls.js';
import {el, message, show} from '../dom.js';
import {css} from '../draw/colours.js';
import {Picture} from '../draw/picture.js';
import {power} from '../numbers.js';
import {key} from '../parts.js';
import {freshLook, mapDrawing} from './mapdrawing.js';
import {ratioColour, REACH} from './mapgrid.js';
import {query} from './settings.js';
import {sweptPanel} from './sweptpanel.js';
import {say} from './words.js';

/** The map of trainability around the net that is shown, from coarse to fine while one looks at it. */

const OWN = ['weightStd', 'depth', 'lr', 'optimizer', 'steps'];
const REST_MILLISECONDS = 400;

/** @param {import('./state.js').ExploreState} state */
export function mapPanel(state) {
  const grid = state.served.map;
  const nothing = {cells: [], criticalWeightStd: NaN, depthScales: []};
  let known = nothing;
  let asked = null;
  let timer = null;
  let of = 'deltaRatio';
  let seen = false;
  const which = toggleControl(
    say('map.shows'),
    ['deltaRatio', 'signal'].map(value => ({value, label: say(`map.${value}`)})),
    value => {
      of = value;
      draw();
    },
  );
  const status = el('p', {class: 'gl-note', role: 'status'});
  const theory = el('p', {class: 'gl-note', text: say('map.theory')});
  const problem = el('div');
  const legend = el('p', {class: 'pic-legend'});
  const picture = new Picture(
    width =>
      mapDrawing(known, {
        width,
        grid,
        look: freshLook(of),
        here: here(state),
        pick: cell => state.change({init: 'scaled', weightStd: String(cell.weightStd), depth: String(cell.depth)}),
      }),
    say('map.label'),
  );
  const swept = sweptPanel(state, () => known, here);
  const element = el(
    'div',
    {},
    el('div', {class: 'gl-controls'}, which.element),
    el('p', {class: 'gl-note', text: say('map.about')}),
    theory,
    status,
    problem,
    legend,
    picture.root,
    swept.element,
  );

  /** The net around which the map lies: what the axes say, and how it is trained, is no part of it. */
  const around = () => ({
    ...Object.fromEntries(Object.entries(state.settings).filter(([name]) => !OWN.includes(name))),
    init: 'scaled',
  });

  function draw() {
    which.update(of);
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    show(
      legend,
      [-REACH, -REACH / 2, -1, 0, 1, REACH / 2].map(k => key(css(ratioColour(10 ** k, dark)), power(k))),
      key(css(ratioColour(0, dark)), say('map.none')),
    );
    theory.hidden = !(known.criticalWeightStd > 0) && !known.depthScales.some(({layers}) => layers > 0);
    picture.redraw();
    swept.draw();
  }

  async function ask(question) {
    known = nothing;
    show(problem);
    for (let level = 0; level < grid.levels && seen && question === asked; level++) {
      status.textContent = say('map.working', {level: level + 1, levels: grid.levels});
      try {
        const answer = await state.api.map(around(), level);
        if (question !== asked) return;
        known = {...answer, cells: [...known.cells, ...answer.cells]};
        draw();
      } catch (error) {
        if (question !== asked) return;
        show(problem, message(error.message, 'error'));
        asked = null;
        break;
      }
    }
    if (question === asked && seen) status.textContent = say('map.done', {cells: known.cells.length});
    else if (question === asked) asked = null;
  }

  function update() {
    seen = true;
    const question = query(state.controls, around());
    which.update(of);
    picture.mark();
    swept.update();
    if (question === asked || !state.upToDate) return draw();
    asked = question;
    clearTimeout(timer);
    timer = setTimeout(() => ask(question), REST_MILLISECONDS);
  }

  return {element, update, hidden: () => (seen = false)};
}

/** Where the net that is shown lies; without a weight std where its weights are drawn in another way. */
const here = ({settings}) => ({
  weightStd: settings.init === 'scaled' ? Number(settings.weightStd) : null,
  depth: Number(settings.depth),
});
