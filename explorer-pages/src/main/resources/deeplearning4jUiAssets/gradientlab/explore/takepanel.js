import {button, copyButton, selectControl} from '../controls.js';
import {el, message, show} from '../dom.js';
import {pngOf, save} from '../save.js';
import {colour} from '../theme.js';
import {csv} from './exports.js';
import {lookOf} from './looks.js';
import {query} from './settings.js';
import {svgChart} from './svgchart.js';
import {curvesOf} from './traincharts.js';
import {say} from './words.js';

/** The net as a command and as a program, and the charts as pictures and numbers. */

/** With more, they would hide the lines. */
const MOST_POINTS = 120;
const SIZE = {width: 960, height: 420};

/**
 * @param {import('./state.js').ExploreState} state
 * @param {() => Object[]} layerData what the charts over the layers show
 */
export function takePanel(state, layerData) {
  let java = null;
  let asked = '';
  let chosen = 'signal';
  const command = el('pre', {class: 'ex-code', tabindex: 0});
  const program = el('pre', {class: 'ex-code ex-program', tabindex: 0});
  const problem = el('div');
  const which = selectControl(say('take.chart'), value => {
    chosen = value;
    update();
  });
  const all = () => [...layerData(), ...(state.training ? curveData(state.training) : [])];
  const chart = () => all().find(one => one.id === chosen) ?? all()[0];
  const element = el(
    'div',
    {},
    el('h3', {text: say('take.command')}),
    command,
    copyButton(() => command.textContent, say('take.copyCommand')),
    el('h3', {text: say('take.java')}),
    problem,
    program,
    el(
      'div',
      {class: 'gl-controls'},
      copyButton(() => program.textContent, say('take.copyJava')),
      button(say('take.saveJava'), () => java && save(java.file, java.text, 'text/x-java')),
    ),
    el('h3', {text: say('take.charts')}),
    el(
      'div',
      {class: 'gl-controls'},
      which.element,
      button('PNG', async () => save(`${chart().id}.png`, await pngOf(svgOf(chart()), SIZE.width, SIZE.height), 'image/png')),
      button('SVG', () => save(`${chart().id}.svg`, svgOf(chart()), 'image/svg+xml')),
      button('CSV', () => save(`${chart().id}.csv`, csv(chart()), 'text/csv')),
    ),
  );

  function update() {
    if (!state.picture) return;
    if (command.textContent !== state.picture.command) command.textContent = state.picture.command;
    const charts = all();
    which.update(
      charts.map(({id, title}) => ({value: id, label: title})),
      charts.some(one => one.id === chosen) ? chosen : charts[0]?.id,
    );
    askJava();
  }

  async function askJava() {
    const key = query(state.controls, state.settings);
    if (!state.upToDate || key === asked) return;
    asked = key;
    const [answer, error] = await state.api.java(state.settings).then(
      value => [value, null],
      reason => [null, reason],
    );
    if (key !== asked) return;
    java = answer;
    program.textContent = answer?.text ?? '';
    program.hidden = error !== null;
    show(problem, error ? message(error.message, 'error') : null);
  }

  return {element, update};
}

/** The curves of a training in the form of the charts over the layers. */
const curveData = training =>
  curvesOf(training).map(({id, x, log, series}) => ({
    id,
    title: say(`curve.${id}`),
    xTitle: say('axis.step'),
    yTitle: say(id === 'loss' ? 'axis.loss' : 'axis.accuracy'),
    log,
    x,
    columns: series.map(one => ({name: one.net, values: one.values, look: lookOf({...one, key: 'z'})})),
  }));

function svgOf(data) {
  const columns = data.columns.map(({look, ...column}) => ({
    ...column,
    colour: colour(look.shade),
    dash: look.dash,
    width: look.width || 0.5,
    points: look.marks && data.x.length <= MOST_POINTS,
  }));
  return svgChart({...data, columns}, {...SIZE, ink: colour('ink'), paper: colour('paper'), grid: colour('grid')});
}
