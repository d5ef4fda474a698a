import {el, message, show} from '../dom.js';
import {languageMenu, onLanguage} from '../language.js';
import {compareBar} from './comparebar.js';
import {controlPanel} from './controlpanel.js';
import {ExplorerApi} from './explorerapi.js';
import {findingsPanel} from './findings.js';
import {glossary} from './glossary.js';
import {insidePanel} from './inside.js';
import {layerCharts} from './layercharts.js';
import {mapPanel} from './mappanel.js';
import {ExploreState} from './state.js';
import {tabs} from './tabs.js';
import {takePanel} from './takepanel.js';
import {tourPanel} from './tourpanel.js';
import {Training} from './training.js';
import {trainPanel} from './trainpanel.js';
import {trainStrip} from './trainstrip.js';
import {verdictPanel} from './verdict.js';
import {say} from './words.js';

/** The page: controls, the picture of the net that they describe, and what else can be done with it. */

const root = document.getElementById('explore');
const WIDE = matchMedia('(min-width: 768px)');

document.querySelector('.app-header').append(languageMenu());
try {
  start(await begin());
} catch (error) {
  show(root, message(error.message, 'error'));
}

async function begin() {
  const api = new ExplorerApi();
  return new ExploreState(api, await api.controls());
}

function start(state) {
  const training = new Training(state);
  let shown = build(state, training);
  state.subscribe(() => shown.parts.forEach(part => part.update()));
  WIDE.addEventListener('change', () => (shown.drawer.open = WIDE.matches));
  addEventListener('hashchange', () => state.read());
  document.addEventListener('keydown', event => undo(event, state));
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    document.getElementById('verdict').focus();
  });
  onLanguage(async () => {
    nameShell();
    shown = build(state, training);
    await state.speak().catch(error => (state.problem = error.message));
    shown = build(state, training);
    state.changed();
  });
  nameShell();
  state.changed();
}

/** The words around the page. */
function nameShell() {
  document.querySelectorAll('[data-say]').forEach(element => (element.textContent = say(element.dataset.say)));
  document.querySelectorAll('[data-say-label]').forEach(element => (element.ariaLabel = say(element.dataset.sayLabel)));
  document.title = say('page.title');
}

/** Puts the page together in the reader's language. */
function build(state, training) {
  const controls = controlPanel(state);
  const verdict = verdictPanel(state);
  const compare = compareBar(state);
  const strip = trainStrip(state, training);
  const charts = layerCharts(state);
  const side = tabs(state, [
    {name: 'findings', make: () => findingsPanel(state)},
    {name: 'train', make: () => trainPanel(state, training)},
    {name: 'inside', make: () => insidePanel(state)},
    {name: 'map', make: () => mapPanel(state)},
    {name: 'tour', make: () => tourPanel(state)},
    {name: 'take', make: () => takePanel(state, charts.taken)},
  ]);
  const drawer = el(
    'details',
    {class: 'ex-drawer', open: WIDE.matches},
    el('summary', {text: say('controls.title')}),
    controls.element,
  );
  const unknown = state.unknown.length
    ? el('p', {class: 'gl-banner', role: 'alert', text: say('address.unknown', {names: state.unknown.join(', ')})})
    : null;
  show(
    root,
    unknown,
    el(
      'div',
      {class: 'ex-grid'},
      // The controls stay in sight beside the picture, not beside the tabs.
      el(
        'div',
        {class: 'ex-upper'},
        drawer,
        el('div', {class: 'ex-main'}, verdict.element, compare.element, strip.element, charts.element, verdict.below, glossary()),
      ),
      side.element,
    ),
  );
  return {drawer, parts: [controls, verdict, compare, strip, charts, side]};
}

/** Ctrl+Z and Ctrl+Shift+Z, or Ctrl+Y; what is being typed has its own. */
function undo(event, state) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(key)) return;
  if (event.target.closest('textarea, input[type=text]')) return;
  event.preventDefault();
  state.travel(key === 'y' || event.shiftKey ? 1 : -1);
}
