import {svg} from '../dom.js';

/** Marks of the flow picture: a shape besides the colour for every series. */

const SHAPES = [
  r => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  r => `M${-r * 0.85} ${-r * 0.85}h${r * 1.7}v${r * 1.7}h${-r * 1.7}z`,
  r => `M0 ${-r * 1.15}L${r} ${r * 0.75}H${-r}z`,
  r => `M0 ${-r * 1.25}L${r * 1.05} 0L0 ${r * 1.25}L${-r * 1.05} 0z`,
  r =>
    `M${-r} ${-r * 0.35}h${r * 0.65}v${-r * 0.65}h${r * 0.7}v${r * 0.65}h${r * 0.65}v${r * 0.7}h${-r * 0.65}v${r * 0.65}h${-r * 0.7}v${-r * 0.65}h${-r * 0.65}z`,
  r => `M0 ${r * 1.15}L${r} ${-r * 0.75}H${-r}z`,
  r => `M${-r} ${-r * 0.5}h${2 * r}v${r}h${-2 * r}z`,
];

/** A series' mark around a point. */
export function mark(look, x, y, r) {
  return svg('path', {class: `mark look${look}`, d: SHAPES[look](r), transform: `translate(${x} ${y})`});
}

/** A value beyond the axis: an open triangle at its edge, pointing out. */
export function beyond(look, x, y, up) {
  return svg('path', {
    class: `beyond look${look}`,
    d: up ? 'M-4 7L0 1L4 7z' : 'M-4 -7L0 -1L4 -7z',
    transform: `translate(${x} ${y})`,
  });
}

/** Something that is not finite. */
export function cross(x, y, r = 4) {
  return svg('path', {class: 'cross', d: `M${-r} ${-r}L${r} ${r}M${-r} ${r}L${r} ${-r}`, transform: `translate(${x} ${y})`});
}

/** A small picture of a series for the legend. */
export function swatch(series, bar) {
  const shape = bar
    ? svg('rect', {class: `bar look${series.look}`, x: 9, y: 1, width: 9, height: 10})
    : mark(series.look, 13, 6, 4);
  return svg(
    'svg',
    {class: 'swatch', width: 26, height: 12, 'aria-hidden': 'true'},
    series.line ? svg('path', {class: `line look${series.look}`, d: 'M0 6H26'}) : null,
    shape,
  );
}
