import {lineChart} from '../charts.js';
import {el, show} from '../dom.js';
import {number, percent} from '../numbers.js';
import {tableBelow} from '../table.js';
import {grownLayers, lostLayers} from './headline.js';
import {layerText, tableNames, tableRows} from './layertable.js';
import {lookOf, nameOf} from './looks.js';
import {markLayer, markUndrawable, shade} from './marks.js';
import {CHARTS, seriesOf, wantsLog} from './series.js';
import {say} from './words.js';

/** Four charts over the layers, the input on the left: what becomes of signal and gradient. */

const LOST = 0.01;
const GROWN = 100;

/** @param {import('./state.js').ExploreState} state */
export function layerCharts(state) {
  const readout = el('p', {class: 'pic-readout', role: 'status', text: say('charts.hint')});
  const charts = CHARTS.map(chart => one(chart, state, index => read(index)));
  const table = tableBelow(say('charts.table'));
  const element = el('div', {class: 'ex-charts'}, ...charts.map(chart => chart.element), readout, table.element);
  let drawn = null;
  let pointed = null;
  let looked = '';
  const read = index => {
    if (index === pointed) return;
    pointed = index;
    readout.textContent = index === null || !drawn ? say('charts.hint') : layerText(drawn, index);
  };
  const update = () => {
    const shown = state.shown;
    const look = `${state.view} ${state.layer}`;
    if (shown && drawn && look !== looked) charts.forEach(chart => chart.redraw());
    looked = look;
    if (!shown || (drawn && shown.a === drawn.a && shown.b === drawn.b)) return;
    drawn = shown;
    charts.forEach(chart => chart.update(shown));
    table.update(tableNames(shown), () => tableRows(shown));
    if (pointed !== null) readout.textContent = layerText(shown, pointed);
  };
  /** The data behind the charts, to be taken away. */
  const taken = () => charts.map(chart => chart.taken()).filter(chart => chart !== null);
  return {element, update, taken};
}

function one(chart, state, read) {
  const title = el('div', {class: 'ex-title'});
  const shaded = el('span', {class: 'ex-shaded'});
  const box = el('div');
  const element = el('section', {class: 'ex-chart', 'aria-label': say(`chart.${chart.id}`)}, title, box);
  const format = chart.share ? percent : number;
  const lowest = chart === CHARTS.at(-1);
  let plot = null;
  let built = '';
  let now = null;
  const build = () => {
    plot?.destroy();
    const {series, log} = now;
    const band = series.findIndex(one => one.kind === 'high') + 1;
    plot = lineChart(box, {
      label: say(`chart.${chart.id}`),
      height: chartHeight() + (lowest ? 32 : 0),
      sync: 'layers',
      legend: false,
      x: {
        label: lowest ? say('axis.layer') : undefined,
        size: lowest ? 24 : 8,
        range: (u, low, high) => [low - 0.4, high + 0.4],
        splits: () => layerTicks(now.x.length),
        format: lowest ? layerTick : () => '',
      },
      y: {
        label: say(chart.share ? 'axis.share' : 'axis.std'),
        log,
        format,
        space: 20,
        range: chart.share ? [-0.04, 1.04] : undefined,
      },
      series: series.map(lookOf),
      bands: band ? [{series: [band, band + 1], shade: 'band'}] : [],
      onClick: x => {
        state.look({layer: Math.max(1, Math.round(x)), view: 'inside'});
        document.getElementById('panel').scrollIntoView({block: 'nearest'});
      },
      hooks: {
        drawClear: [u => chart.id === 'delta' && shadeDelta(u, now.b.layers)],
        draw: [
          u => state.view === 'inside' && markLayer(u, Math.min(state.layer, now.x.length)),
          u =>
            markUndrawable(
              u,
              now.series.map(one => ({...one, shade: lookOf(one).shade})),
              now.log,
            ),
        ],
        setCursor: [u => read(u.cursor.idx ?? null)],
      },
    });
    show(title, el('b', {text: say(`chart.${chart.id}`)}), keys(chart, series), shaded);
  };
  const layerTick = v => {
    const {b, a} = now;
    const last = b.layers.length;
    return Number.isInteger(v) ? (v === last && (!a || a.layers.length === last) ? say('axis.output') : String(v)) : '';
  };
  const update = shown => {
    const {x, series} = seriesOf(chart, shown.b, shown.a);
    now = {...shown, x, series, log: !chart.share && wantsLog(series)};
    const structure = JSON.stringify([now.log, series.map(nameOf)]);
    if (structure !== built) build();
    built = structure;
    if (chart.id === 'delta') shaded.textContent = shadedText(shown.b.layers);
    plot.setData([x, ...series.map(one => one.values)]);
  };
  const taken = () =>
    now && {
      id: chart.id,
      title: say(`chart.${chart.id}`),
      xTitle: say('axis.layer'),
      yTitle: say(chart.share ? 'axis.share' : 'axis.std'),
      log: now.log,
      x: now.x,
      columns: now.series.map(one => ({
        name: nameOf(one),
        values: one.kind === 'measured' ? one.values : said(one.values),
        look: lookOf(one),
      })),
    };
  return {element, update, redraw: () => plot.redraw(), taken};
}

/** Where the gradient is lost, and where it has exploded. */
function shadeDelta(u, layers) {
  shade(u, lostLayers(layers, LOST));
  shade(u, grownLayers(layers, GROWN));
}

/** What the ground of colour means; '' where there is none. */
function shadedText(layers) {
  const last = layers.length - 1;
  if (lostLayers(layers, LOST).length) return say('charts.lost', {last});
  return grownLayers(layers, GROWN).length ? say('charts.grown', {last}) : '';
}

/** What the theory says: where it says nothing there is nothing. */
const said = values => values.map(value => (Number.isNaN(value) ? undefined : value));

/** As high as four fit below the verdict, within limits. */
const chartHeight = () => Math.round(Math.min(180, Math.max(92, (innerHeight - 400) / 4)));

/** Every layer, or round numbers; the first and the last always. */
function layerTicks(length) {
  const step = [1, 2, 5, 10, 20].find(wanted => length / wanted <= 12) ?? 20;
  const inner = Array.from({length}, (_, i) => i + 1).filter(i => i % step === 0 && i < length - step / 2 && i > step / 2 + 1);
  return [...new Set([1, ...inner, length])];
}

/** What the lines of a chart are: quantities by dash pattern, the theory apart. */
function keys(chart, series) {
  const line = (shade, dash) => el('i', {class: `ex-line ${dash}`, style: {'border-color': `var(--${shade})`}});
  const measured = chart.quantities.map(({key}, i) =>
    el('span', {class: 'pic-key'}, line('ink', i ? 'dashed' : ''), say(`quantity.${key}`)),
  );
  const theory = series.some(one => one.kind === 'theory')
    ? [el('span', {class: 'pic-key'}, line('theory', 'dashed thin'), say('charts.theory'))]
    : [];
  return [...measured, ...theory];
}
