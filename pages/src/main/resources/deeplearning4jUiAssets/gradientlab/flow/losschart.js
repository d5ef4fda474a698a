import {lineChart} from '../charts.js';
import {el} from '../dom.js';
import {number, whole} from '../numbers.js';
import {colour} from '../theme.js';
import {say} from '../words.js';

/** The loss over the iterations, with the one that is shown; a click goes to the kept one nearest to it. */
export function lossChart(store) {
  const box = el('div', {class: 'gl-inside'});
  const note = el('p', {class: 'gl-note'});
  const element = el('section', {class: 'gl-box'}, el('h2', {text: say('loss.title')}), box);
  box.append(note);
  const chart = lineChart(box, {
    label: say('loss.label'),
    height: 190,
    x: {label: say('column.iteration'), format: whole},
    y: {label: say('loss.axis'), format: number},
    series: [{label: say('loss.batch')}, {label: say('compare.testLoss'), points: true, look: 1}],
    onClick: x => store.setIteration(Math.max(0, Math.round(x))),
    hooks: {draw: [u => markIteration(u, store.iteration)]},
  });
  const update = () => {
    const {loss, testLoss} = store.session;
    const data = joined(loss, testLoss);
    const lost = loss.iterations.filter((_, i) => !Number.isFinite(loss.values[i]));
    const of = {n: whole(lost.length), of: whole(loss.iterations.length), first: whole(lost[0] ?? NaN)};
    note.textContent = `${lost.length > 0 ? `${say('loss.notFinite', of)} ` : ''}${say('loss.how')}`;
    chart.setData(data);
  };
  return {element, update, destroy: chart.destroy};
}

function markIteration(u, iteration) {
  if (iteration === null) return;
  const x = u.valToPos(iteration, 'x', true);
  const {left, top, width, height} = u.bbox;
  if (x < left || x > left + width) return;
  u.ctx.save();
  u.ctx.strokeStyle = colour('ink');
  u.ctx.lineWidth = 2;
  u.ctx.setLineDash([4, 4]);
  u.ctx.beginPath();
  u.ctx.moveTo(x, top);
  u.ctx.lineTo(x, top + height);
  u.ctx.stroke();
  u.ctx.restore();
}

/** Two curves over one abscissa. */
export function joined(...curves) {
  const places = [...new Set(curves.flatMap(curve => curve.iterations))].sort((a, b) => a - b);
  return [
    places,
    ...curves.map(curve => {
      const values = new Map(curve.iterations.map((iteration, i) => [iteration, curve.values[i]]));
      return places.map(place => (values.has(place) ? values.get(place) : undefined));
    }),
  ];
}
