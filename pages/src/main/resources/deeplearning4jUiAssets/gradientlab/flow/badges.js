import {svg} from '../dom.js';
import {inLanguage} from '../language.js';
import {whole} from '../numbers.js';
import {say} from '../words.js';
import {cross} from './marks.js';
import {brokenOf, notFinite} from './quantities.js';

/** The rows above the panels: faults, hints, and what is not finite, at their layers. */

/** Their words are `badges.ROW`. */
export const ROWS = ['FAULT', 'ALSO_SEEN', 'HINT', 'broken'];
export const ROW_HEIGHT = 19;

const SEVERITIES = ROWS.slice(0, 3);
const COMPACT = new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 0});

/**
 * @param {import('./joined.js').Column[]} layers
 * @param {Object[]} findings
 * @param {{x: (column: number) => number, columnWidth: number, upTo: number, link: (layer: string, severity: string) => string}} place
 */
export function drawBadges(layers, findings, {x, columnWidth, upTo, link}) {
  return layers
    .flatMap((layer, i) => [
      ...SEVERITIES.map((severity, row) =>
        badge(
          findings.filter(finding => layer.names.includes(finding.layer) && finding.severity === severity),
          x(i),
          middle(row),
          upTo,
          link,
        ),
      ),
      broken(layer, x(i), middle(SEVERITIES.length), columnWidth),
    ])
    .filter(Boolean);
}

function middle(row) {
  return row * ROW_HEIGHT + ROW_HEIGHT / 2;
}

function badge(findings, x, y, upTo, link) {
  if (findings.length === 0) return null;
  const [{severity, layer}] = findings;
  const later = findings.every(finding => finding.iteration > upTo);
  const noun = severity === 'ALSO_SEEN' ? 'consequence' : severity.toLowerCase();
  const when = later ? say('badge.later', {n: whole(findings.at(-1).iteration)}) : '';
  const titles = [...new Set(findings.map(finding => finding.title))].join('; ');
  const label = say(`badge.${severity}`, {layer, n: whole(findings.length), when, titles});
  return svg(
    'a',
    {href: link(layer, severity), class: `badge ${noun}${later ? ' later' : ''}`, 'aria-label': label},
    svg('title', {}, label),
    shape(severity, x, y),
    svg('text', {x, y: y + (severity === 'HINT' ? 5 : 4), 'text-anchor': 'middle'}, whole(findings.length)),
  );
}

function shape(severity, x, y) {
  return severity !== 'HINT'
    ? svg('circle', {cx: x, cy: y, r: 8})
    : svg('path', {d: `M${x} ${y - 9}L${x + 10} ${y + 8}H${x - 10}z`});
}

function broken(layer, x, y, columnWidth) {
  const count = brokenOf(layer).reduce((sum, [, statistics]) => sum + notFinite(statistics), 0);
  if (count === 0) return null;
  const text = columnWidth >= 46 ? svg('text', {class: 'crosses', x: x + 3, y: y + 4}, inLanguage(COMPACT.format(count))) : null;
  return svg(
    'g',
    {class: 'broken'},
    svg('title', {}, say('badge.broken', {layer: layer.name, n: whole(count)})),
    cross(text ? x - 8 : x, y, 4.5),
    text,
  );
}
