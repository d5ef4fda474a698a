import {escaped} from '../draw/svgcontext.js';
import {colour} from '../theme.js';

/** The flow picture as a document of its own: what the style sheet says of it is written into it. */

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'visibility',
  'font-size',
  'font-weight',
  'font-family',
];
const STATISTICS = ['count', 'mean', 'std', 'min', 'max', 'nan', 'positiveInfinity', 'negativeInfinity'];

/**
 * @param {SVGElement} axes left of the picture
 * @param {SVGElement} plot
 * @param {{text: string, y: number}[]} titles above the panels
 * @returns {{svg: string, width: number, height: number}}
 */
export function flowDocument(axes, plot, titles) {
  const [left, right, height] = [
    Number(axes.getAttribute('width')),
    Number(plot.getAttribute('width')),
    Number(plot.getAttribute('height')),
  ];
  const width = left + right;
  const font = escaped(getComputedStyle(document.body).fontFamily);
  const words = titles.map(({text, y}) => `<text x="${left + 2}" y="${y}" fill="${colour('ink')}">${escaped(text)}</text>`);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-size="12" font-family="${font}"><rect width="100%" height="100%" fill="${colour('paper')}"/>` +
    `${inside(axes)}<g transform="translate(${left} 0)">${inside(plot)}</g>${words.join('')}</svg>`;
  return {svg, width, height};
}

/** What is in an SVG element, with the look that it has on the page. */
function inside(element) {
  const copy = element.cloneNode(true);
  const [originals, copies] = [element, copy].map(one => [...one.querySelectorAll('*')]);
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    STYLES.forEach(name => copies[i].setAttribute(name, style.getPropertyValue(name)));
    ['class', 'href', 'aria-label'].forEach(name => copies[i].removeAttribute(name));
  });
  return [...copy.childNodes].map(node => new XMLSerializer().serializeToString(node)).join('');
}

/** Every statistic of every layer, as numbers: columns and rows. */
export function flowNumbers(layers) {
  const shares = ['saturatedShare', 'deadUnitShare', 'zeroDeltaShare'];
  const rows = layers.flatMap(layer =>
    quantities(layer).map(([of, q]) => [layer.name, layer.kind, of, ...STATISTICS.map(s => q[s])]),
  );
  const rest = layers.flatMap(layer => [
    ...shares.map(share => [layer.name, layer.kind, share, '', layer[share]]),
    ...layer.parameters.map(p => [layer.name, layer.kind, `log10UpdateRatio ${p.name}`, '', p.log10UpdateRatio]),
  ]);
  return [
    ['layer', 'kind', 'quantity', ...STATISTICS],
    [...rows, ...rest],
  ];
}

const quantities = ({z, a, delta, parameters}) => [
  ['z', z],
  ['a', a],
  ['delta', delta],
  ...parameters.flatMap(p => ['values', 'gradient', 'update'].map(kind => [`${kind} ${p.name}`, p[kind]])),
];
