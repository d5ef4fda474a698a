import {lineChart} from '../charts.js';
import {el} from '../dom.js';
import {number, percent, whole} from '../numbers.js';
import {wantsLog} from './series.js';
import {say} from './words.js';

/** Loss and test accuracy while the nets are trained. */

/** The name of a net: the last one is B. */
export const letter = (i, count) => (i === count - 1 ? 'B' : 'A');

/** The curves of a training, each with the steps that any net has a value at. */
export function curvesOf({nets}) {
  const longest = Math.max(...nets.map(net => net.curve.length));
  const steps = [...new Set(nets.flatMap(net => net.accuracies.steps))].sort((a, b) => a - b);
  const at = ({accuracies}, step) => accuracies.values[accuracies.steps.indexOf(step)];
  const named = i => letter(i, nets.length);
  const losses = nets.map((net, i) => ({net: named(i), kind: 'measured', values: net.curve}));
  return [
    {id: 'loss', x: Array.from({length: longest}, (_, i) => i), log: wantsLog(losses, 100), series: losses},
    {
      id: 'accuracy',
      x: steps,
      log: false,
      series: nets.map((net, i) => ({net: named(i), kind: 'measured', values: steps.map(step => at(net, step))})),
    },
  ];
}

const SHADES = {A: 's1', B: 's0'};

export function trainCharts() {
  const boxes = {loss: el('div'), accuracy: el('div')};
  const element = el(
    'div',
    {class: 'ex-curves'},
    Object.entries(boxes).map(([id, box]) => el('section', {}, el('b', {text: say(`curve.${id}`)}), box)),
  );
  const plots = {};
  const built = {};
  const update = training => {
    for (const {id, x, log, series} of curvesOf(training)) {
      const structure = JSON.stringify([log, series.length]);
      if (structure !== built[id]) {
        plots[id]?.destroy();
        plots[id] = build(id, boxes[id], log, series);
      }
      built[id] = structure;
      plots[id].setData([x, ...series.map(one => Array.from(x, (_, i) => one.values[i]))]);
    }
  };
  return {element, update};
}

const build = (id, box, log, series) =>
  lineChart(box, {
    label: say(`curve.${id}`),
    height: 200,
    x: {label: say('axis.step'), format: whole},
    y:
      id === 'loss'
        ? {label: say('axis.loss'), log, format: v => number(v, 4)}
        : {label: say('axis.accuracy'), format: percent, range: [0, 1]},
    series: series.map(({net}) => ({label: net, shade: SHADES[net], dash: [], width: 1.5, marks: id === 'accuracy'})),
  });
