import {awaited} from '../awaited.js';
import {checkControl, iterationControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {alone, joined} from '../flow/joined.js';
import {lossChart} from '../flow/losschart.js';
import {flowPicture} from '../flow/picture.js';
import {brokenOf} from '../flow/quantities.js';
import {notFiniteText} from '../flow/readout.js';
import {flowTable} from '../flow/table.js';
import {timeChart} from '../flow/timechart.js';
import {verdict} from '../flow/verdict.js';
import {number, whole} from '../numbers.js';
import {toggle} from '../parts.js';
import {takeaway} from '../takeaway.js';
import {severityName} from '../severity.js';
import {say} from '../words.js';

/** The whole net at one iteration: where the signal dies is seen without a click. */
export const view = {mount};

/** @param {import('../store.js').Store} store */
function mount(container, store) {
  const control = iterationControl(store);
  const state = el('div');
  const judged = el('div');
  const notes = el('div', {class: 'flow-notes'});
  const picture = flowPicture({
    layerLink: layer => store.link('histograms', {layer}),
    findingLink: (layer, severity) => store.link('findings', {layer, severity}),
  });
  const table = flowTable();
  const apart = checkControl(say('flow.apart'), on => store.set({apart: on ? 1 : null}));
  const size = toggle(say('flow.size'), 'size', store, [
    ['std', 'std', say('flow.std')],
    ['norm', say('flow.norm'), say('flow.normHelp')],
  ]);
  const time = timeChart();
  const loss = lossChart(store);
  const body = el(
    'div',
    {hidden: true},
    judged,
    notes,
    picture.element,
    el('div', {class: 'gl-controls flow-apart'}, apart.element, size.element, takeaway(picture.chart)),
    table.element,
    time.element,
    loss.element,
  );
  const newest = newestOnly();
  container.append(control.element, state, body);

  function tell(what) {
    newest.cancel();
    show(state, what);
    body.hidden = true;
  }

  function draw([flow, {findings}]) {
    show(state);
    body.hidden = false;
    const upTo = flow.iteration === store.iterations.at(-1) ? Infinity : flow.iteration;
    const made = findings.filter(finding => finding.iteration <= upTo);
    show(
      judged,
      verdict(made, severity => store.link('findings', {severity})),
    );
    show(notes, statusLine(flow, made, store));
    const wide = store.param('apart') !== null;
    apart.update(wide);
    const shownSize = store.param('size') === 'norm' ? 'norm' : 'std';
    size.update(shownSize);
    const layers = wide ? flow.layers.map(alone) : joined(flow.layers);
    picture.update(store.sessionId, {...flow, layers, single: flow.layers, size: shownSize}, findings, upTo);
    table.update(flow);
    time.update(flow);
    loss.update();
    prefetch(store);
  }

  function update() {
    control.update();
    const wait = awaited(store);
    if (wait) return tell(wait);
    const {api, sessionId, iteration} = store;
    newest(Promise.all([api.flow(sessionId, iteration), api.findings(sessionId, store.version())]), draw, error =>
      tell(message(error.message, 'error')),
    );
  }

  return {
    update,
    destroy() {
      newest.cancel();
      picture.destroy();
      time.destroy();
      loss.destroy();
    },
  };
}

/** Asks for the next iteration ahead of its turn. */
function prefetch(store) {
  const next = store.iterations[store.iterations.indexOf(store.iteration) + 1];
  if (store.playing && next !== undefined) store.api.flow(store.sessionId, next).catch(() => {});
}

/** In a line: what was found about the whole network, and whether its values are finite. */
function statusLine(flow, findings, store) {
  const notes = findings
    .filter(finding => finding.layer === '' && finding.severity !== 'FAULT')
    .map(finding => networkNote(finding, store));
  return [...notes, notFiniteNote(flow.layers), el('span', {class: 'flow-note', text: lossText(flow)})];
}

const lossText = ({loss, chanceLoss}) => say('flow.loss', {loss: number(loss, 4), chance: number(chanceLoss, 4)});

function networkNote(finding, store) {
  return el('a', {
    class: `flow-note ${finding.severity.toLowerCase().replace('_', '-')}`,
    href: store.link('findings', {severity: finding.severity}),
    title: finding.evidence,
    text: say('flow.found', {
      kind: severityName(finding.severity),
      title: finding.title,
      n: whole(finding.iteration),
    }),
  });
}

/** How many layers hold values that are not finite, and what the one nearest to the input holds. */
function notFiniteNote(layers) {
  const broken = layers.filter(layer => brokenOf(layer).length > 0);
  if (broken.length === 0) return null;
  const details = brokenOf(broken[0]).map(([name, statistics]) => `${name} ${notFiniteText(statistics)}`);
  return el('span', {
    class: 'flow-note fault',
    role: 'status',
    title: details.join('; '),
    text: say('flow.broken', {
      n: whole(broken.length),
      of: whole(layers.length),
      layer: broken[0].name,
      what: details[0],
    }),
  });
}
