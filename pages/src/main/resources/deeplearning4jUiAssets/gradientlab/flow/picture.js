import {el, show, svg} from '../dom.js';
import {onDrag} from '../draw/drag.js';
import {magnified, stretchBetween} from '../draw/zoom.js';
import {number} from '../numbers.js';
import {drawBadges, ROW_HEIGHT, ROWS} from './badges.js';
import {swatch} from './marks.js';
import {drawPanel, yOf} from './panel.js';
import {kindOf, kindsOf} from './kinds.js';
import {alive, PANELS} from './quantities.js';
import {describe, readout} from './readout.js';
import {say} from '../words.js';
import {bounds, ticks} from './scale.js';
import {flowDocument, flowNumbers} from './takeflow.js';

/** The whole net in one picture: stacked panels over one axis of layers. */

const AXIS = 74;
const TITLE = 20;
const GAP = 6;
const BADGES = ROWS.length * ROW_HEIGHT;
const NARROWEST = 13;
const LETTER = 6.6;
const LONGEST = 14;
/** Pixels of a column beside whose name there is room for its kind. */
const TWO_LINES = 30;
/** Milliseconds within which a second click makes a double click. */
const DOUBLE_CLICK = 300;

/** @param {{layerLink: (layer: string) => string, findingLink: (layer: string, severity: string) => string}} links */
export function flowPicture(links) {
  const axes = svg('svg', {class: 'flow-axes', 'aria-hidden': 'true', width: AXIS});
  const titles = el('div', {class: 'flow-titles'});
  const columns = svg('g');
  const values = svg('g');
  const badges = svg('g');
  const dragged = svg('rect', {class: 'flow-dragged', visibility: 'hidden'});
  const cursor = svg('line', {class: 'flow-cursor', visibility: 'hidden'});
  const plot = svg(
    'svg',
    {class: 'flow-plot', role: 'group', 'aria-label': say('flow.layers')},
    columns,
    cursor,
    values,
    badges,
    dragged,
  );
  const scroll = el('div', {class: 'flow-scroll'}, plot);
  const card = readout();
  const element = el('div', {class: 'flow-picture'}, axes, scroll, titles, card.element);
  const seen = new Map();
  let shown = null;
  let stretch = null;
  let frames = [];
  let built = '';

  const at = column => column * shown.width + shown.width / 2;

  function layout() {
    const room = Math.max(120, element.clientWidth - AXIS - 2);
    const names = shown.flow.layers.map(layer => layer.name);
    const fitting = Math.max(NARROWEST, room / names.length);
    const all = {left: 0, width: fitting * names.length};
    const width = stretch ? magnified(all, all.width, room, stretch) / names.length : fitting;
    const letters = Math.max(...shown.flow.layers.map(layer => Math.max(short(layer.name).length, kindOf(layer).length)));
    const words = shown.flow.layers.flatMap(layer => [short(layer.name), ...kindsOf(layer)]);
    const upright = width >= Math.max(...words.map(word => word.length)) * LETTER + 6;
    const both = Math.max(...shown.flow.layers.map(layer => nameAndKind(layer).length));
    const above = element.getBoundingClientRect().top + scrollY + 4;
    const below = upright ? 54 : (width >= TWO_LINES ? letters : both) * LETTER + 14;
    const height = Math.min(150, Math.max(58, (innerHeight - above - BADGES - below) / PANELS.length - TITLE - GAP));
    Object.assign(shown, {
      width,
      upright,
      abreast: width >= TWO_LINES,
      below,
      panelHeight: Math.round(height),
      total: BADGES + PANELS.length * (Math.round(height) + TITLE + GAP) + below,
    });
  }

  function frame(panel, i, series) {
    const height = shown.panelHeight;
    const all = series.flatMap(one => one.cells.filter(cell => cell.exists).map(cell => cell.value));
    seen.set(panel.id, bounds(panel, all, seen.get(panel.id)));
    return {
      panel,
      series,
      top: BADGES + i * (height + TITLE + GAP) + TITLE,
      height,
      bounds: seen.get(panel.id),
      x: at,
      columnWidth: shown.width,
    };
  }

  function drawColumns() {
    const now = JSON.stringify([
      shown.flow.layers.map(layer => [layer.name, layer.role, kindOf(layer)]),
      shown.width,
      shown.total,
      shown.session,
    ]);
    const links = columns.querySelectorAll('a');
    const focused = [...links].indexOf(document.activeElement);
    if (now !== built) {
      show(columns, shown.flow.layers.map(column));
      columns.querySelectorAll('a')[focused]?.focus({preventScroll: true});
    } else shown.flow.layers.forEach((layer, i) => links[i].setAttribute('href', href(layer)));
    built = now;
    plot.setAttribute('width', shown.width * shown.flow.layers.length);
    for (const one of [plot, axes]) one.setAttribute('height', shown.total);
  }

  function href(layer) {
    return links.layerLink(layer.opens);
  }

  function column(layer, i) {
    const y = shown.total - shown.below + 12;
    return svg(
      'a',
      {
        href: href(layer),
        class: `column ${layer.role.toLowerCase()}`,
        'aria-label': say('flow.column', {names: layer.names.join(', '), what: describe(layer), opens: layer.opens}),
        on: {focus: () => point(i), blur: leave},
      },
      svg('rect', {class: 'hit', x: i * shown.width, y: BADGES, width: shown.width, height: shown.total - BADGES}),
      shown.upright ? uprightNames(layer, i, y) : turnedNames(layer, i, y),
    );
  }

  /** The name of a layer, and below it its kind. */
  function uprightNames(layer, i, y) {
    return [
      svg('text', {x: at(i), y: y + 4, 'text-anchor': 'middle'}, short(layer.name)),
      ...kindsOf(layer).map((kind, line) =>
        svg('text', {class: 'kind', x: at(i), y: y + 19 + 14 * line, 'text-anchor': 'middle'}, kind),
      ),
    ];
  }

  /** The same in narrow columns: side by side where there is room for two lines, else in one. */
  function turnedNames(layer, i, y) {
    const turned = (aside, text, kind) =>
      svg('text', {class: kind, transform: `translate(${at(i) + 4 + aside} ${y - 6}) rotate(-90)`, 'text-anchor': 'end'}, text);
    return shown.abreast ? [turned(-7, short(layer.name)), turned(7, kindOf(layer), 'kind')] : [turned(0, nameAndKind(layer))];
  }

  function drawAxes() {
    const rows = ROWS.map((name, i) =>
      svg('text', {x: AXIS - 8, y: (i + 0.5) * ROW_HEIGHT + 4, 'text-anchor': 'end'}, say(`badges.${name}`)),
    );
    show(
      axes,
      rows,
      frames.flatMap(axis),
      svg('text', {x: AXIS - 8, y: shown.total - shown.below + 16, 'text-anchor': 'end'}, say('column.layer')),
    );
    show(
      titles,
      frames.map(({panel, series, top}) =>
        el(
          'div',
          {class: 'flow-title', style: {top: `${top - TITLE}px`, left: `${AXIS}px`}},
          el('b', {text: say(`flow.${panel.id}`), title: say(`flow.${panel.id}`)}),
          series.map(one => el('span', {}, swatch(one, panel.scale === 'share'), one.label)),
          panel.healthy === undefined || alive(series).length === 0
            ? null
            : el('span', {class: 'flow-healthy'}, `┄ ${say('flow.healthy', {value: number(panel.healthy)})}`),
        ),
      ),
    );
  }

  function axis(frameOf) {
    const {panel, top, height} = frameOf;
    return [
      svg(
        'text',
        {class: 'axis-label', transform: `translate(13 ${top + height / 2}) rotate(-90)`, 'text-anchor': 'middle'},
        panel.scale === 'log' ? shown.flow.size : say(`flow.${panel.id}.axis`),
      ),
      ...ticks(panel, frameOf.bounds, height).map(({at: place, label}) =>
        svg('text', {x: AXIS - 8, y: yOf(frameOf, place) + 4, 'text-anchor': 'end'}, label),
      ),
      svg('path', {class: 'edge', d: `M${AXIS - 0.5} ${top}v${height}`}),
    ];
  }

  function grid(frameOf) {
    const {panel, top, height} = frameOf;
    const right = shown.width * shown.flow.layers.length;
    const healthy = panel.healthy === undefined ? [] : healthyLine(frameOf);
    return [
      svg('rect', {class: 'paper', x: 0, y: top, width: right, height}),
      ...ticks(panel, frameOf.bounds, height).map(({at: place}) =>
        svg('path', {class: 'grid', d: `M0 ${yOf(frameOf, place)}H${right}`}),
      ),
      ...healthy,
    ];
  }

  /** Through the layers that learn alone: where nothing moves, no rate of moving is healthy. */
  function healthyLine(frameOf) {
    const y = yOf(frameOf, frameOf.panel.healthy);
    const d = alive(frameOf.series).map(i => `M${i * shown.width} ${y}h${shown.width}`);
    return d.length ? [svg('path', {class: 'healthy', d: d.join('')})] : [];
  }

  function point(i) {
    if (!shown?.flow.layers[i]) return leave();
    const x = at(i);
    for (const [name, value] of [
      ['x1', x],
      ['x2', x],
      ['y1', BADGES],
      ['y2', shown.total - shown.below],
      ['visibility', 'visible'],
    ])
      cursor.setAttribute(name, value);
    card.show(shown.flow.layers[i]);
    const left = x + AXIS - scroll.scrollLeft;
    const beside = left + 16 + card.element.offsetWidth < element.clientWidth ? left + 16 : left - 16 - card.element.offsetWidth;
    card.element.style.left = `${Math.max(0, beside)}px`;
    pointed = i;
  }

  let pointed = -1;

  function leave() {
    pointed = -1;
    cursor.setAttribute('visibility', 'hidden');
    card.hide();
  }

  function draw() {
    if (!shown || element.clientWidth === 0) return;
    layout();
    const {flow, findings} = shown;
    frames = PANELS.map((panel, i) => frame(panel, i, panel.series(flow.layers, flow.size)));
    drawColumns();
    drawAxes();
    show(
      values,
      frames.flatMap(frameOf => [...grid(frameOf), ...drawPanel(frameOf, frameOf.series)]),
    );
    show(badges, drawBadges(flow.layers, findings, {x: at, columnWidth: shown.width, upTo: shown.upTo, link: links.findingLink}));
    if (pointed >= 0) point(pointed);
  }

  /** Lets a stretch of the layers fill the picture; null shows all. */
  function zoom(to) {
    if (stretch === to) return;
    stretch = to;
    draw();
    scroll.scrollLeft = to ? to[0] * shown.width * shown.flow.layers.length : 0;
  }

  onDrag(plot, {
    moved(from, to) {
      dragged.setAttribute('visibility', from === null ? 'hidden' : 'visible');
      if (from === null) return;
      for (const [name, value] of [
        ['x', Math.min(from, to)],
        ['y', BADGES],
        ['width', Math.abs(to - from)],
        ['height', shown.total - shown.below - BADGES],
      ])
        dragged.setAttribute(name, value);
    },
    dropped: (from, to) => zoom(stretchBetween({left: 0, width: shown.width * shown.flow.layers.length}, from, to) ?? stretch),
  });
  /** While a stretch is magnified, a click waits: a second one shall show all layers, and not open one. */
  let waiting = 0;
  plot.addEventListener('click', event => {
    const link = event.target.closest('a');
    clearTimeout(waiting);
    if (!stretch || !link || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.detail === 1) waiting = setTimeout(() => (location.href = link.getAttribute('href')), DOUBLE_CLICK);
  });
  plot.addEventListener('dblclick', () => zoom(null));
  plot.addEventListener('pointermove', event =>
    point(Math.floor((event.clientX - plot.getBoundingClientRect().left) / shown.width)),
  );
  plot.addEventListener('pointerleave', leave);
  const resized = new ResizeObserver(draw);
  resized.observe(element);
  return {
    element,
    /** What can be taken away of it. */
    chart: () => shown && {file: 'flow', ...flowDocument(axes, plot, titlesOf(frames)), csv: flowNumbers(shown.flow.single)},
    /** Draws a session's net at an iteration, its layers as columns; what was found after `upTo` is faint. */
    update(session, flow, findings, upTo) {
      if (shown?.session !== session) stretch = null;
      if (shown?.session !== session || shown.flow.size !== flow.size) seen.clear();
      shown = {session, flow, findings, upTo};
      draw();
    },
    destroy: () => resized.disconnect(),
  };
}

const titlesOf = frames =>
  frames.map(({panel, series, top}) => ({
    text: [say(`flow.${panel.id}`), ...series.map(({label}) => label)].join(' · '),
    y: top - 6,
  }));

const nameAndKind = layer => [short(layer.name), kindOf(layer)].filter(Boolean).join(' · ');

/** A name that fits: its beginning and its end. */
function short(name) {
  return name.length <= LONGEST ? name : `${name.slice(0, 7)}…${name.slice(-6)}`;
}
