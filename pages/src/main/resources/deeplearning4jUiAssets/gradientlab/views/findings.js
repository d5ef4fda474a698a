import {awaited, FIRST_SNAPSHOT} from '../awaited.js';
import {button, copyButton, toggleControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {counted, whole} from '../numbers.js';
import {severityName as name} from '../severity.js';
import {tableBelow} from '../table.js';

/** What is wrong with the network: causes first, then what they explain, then hints, each with evidence, cause and remedy. */
export const view = {title: 'Findings', mount};

const SIGNS = {FAULT: '●', ALSO_SEEN: '○', HINT: '▲'};
const COLUMNS = ['iteration', 'severity', 'finding', 'layer', 'evidence', 'cause', 'remedy', 'source', 'rule'];

/** @param {import('../store.js').Store} store */
function mount(container, store) {
  const severity = toggleControl(
    'Show',
    [
      {value: '', label: 'All'},
      {value: 'FAULT', label: 'Faults'},
      {value: 'ALSO_SEEN', label: 'Also seen'},
      {value: 'HINT', label: 'Hints'},
    ],
    value => store.set({severity: value || null}),
  );
  const everywhere = button('All layers', () => store.set({layer: null}));
  const copy = copyButton(() => chosen.map(asText).join('\n\n'));
  const summary = el('p', {class: 'gl-note', role: 'status'});
  const list = el('ol', {class: 'finding-list'});
  const table = tableBelow('Findings, causes first');
  const newest = newestOnly();
  let chosen = [];
  let drawn = '';
  container.append(el('div', {class: 'gl-controls'}, severity.element, everywhere, copy), summary, list, table.element);

  function draw({findings}) {
    const layer = store.param('layer');
    const wanted = store.param('severity', '');
    chosen = findings.filter(one => (wanted === '' || one.severity === wanted) && (layer === null || one.layer === layer));
    summary.textContent = summarise(findings, chosen, layer);
    copy.disabled = chosen.length === 0;
    table.element.hidden = chosen.length === 0;
    redraw(findings.length === 0);
  }

  /** Draws anew only what has changed, so that text stays selected and focus stays where it is. */
  function redraw(nothing) {
    const now = JSON.stringify([store.link('flow'), chosen, nothing]);
    if (now === drawn) return;
    drawn = now;
    show(
      list,
      chosen.length > 0
        ? chosen.map(one => card(one, store))
        : el('li', {}, message(nothing ? 'Nothing found so far.' : 'Nothing of that kind found so far.')),
    );
    table.update(COLUMNS, () => chosen.map(row));
  }

  function say(what) {
    newest.cancel();
    drawn = '';
    summary.textContent = '';
    table.element.hidden = true;
    show(list, el('li', {}, what));
  }

  function update() {
    severity.update(store.param('severity', ''));
    everywhere.hidden = store.param('layer') === null;
    const wait = awaited(store);
    if (wait && wait.textContent !== FIRST_SNAPSHOT) return say(wait);
    newest(store.api.findings(store.sessionId, store.version()), draw, error => say(message(error.message, 'error')));
  }

  return {update, destroy: newest.cancel};
}

function summarise(all, chosen, layer) {
  const count = (of, severity) => of.filter(one => one.severity === severity).length;
  if (all.length === 0) return '';
  const where = layer === null ? '' : ` at layer ${layer}`;
  const hidden = all.length - chosen.length;
  return `${counted(count(chosen, 'FAULT'), 'fault')}, ${counted(count(chosen, 'ALSO_SEEN'), 'consequence')} and ${counted(count(chosen, 'HINT'), 'hint')}${where}, causes first${hidden > 0 ? `; ${whole(hidden)} more not shown` : ''}.`;
}

function card(finding, store) {
  const kind = finding.severity.toLowerCase().replace('_', '-');
  return el(
    'li',
    {},
    el(
      'article',
      {class: `finding ${kind}`},
      el(
        'h3',
        {},
        el('span', {class: 'finding-severity', text: `${SIGNS[finding.severity]} ${name(finding.severity)}`}),
        ` ${finding.title}`,
      ),
      el('p', {class: 'finding-place'}, ...places(finding, store)),
      el(
        'dl',
        {},
        ...['evidence', 'cause', 'remedy', 'source'].flatMap(part => [
          el('dt', {text: part[0].toUpperCase() + part.slice(1)}),
          el('dd', {text: finding[part] || '–'}),
        ]),
        el('dt', {text: 'Rule'}),
        el('dd', {}, el('code', {text: finding.rule})),
      ),
      copyButton(() => asText(finding)),
    ),
  );
}

/** Where and when, as links. */
function places({layer, unit, iteration}, store) {
  const flow = el('a', {
    href: store.link('flow', {iteration}),
    text: `iteration ${whole(iteration)}`,
    title: 'The whole net at this iteration',
  });
  if (layer === '') return ['the whole network, ', flow];
  const histograms = el('a', {
    href: store.link('histograms', {layer, iteration}),
    text: layer,
    title: 'Histograms of this layer',
  });
  return ['layer ', histograms, unit >= 0 ? `, unit ${whole(unit)}` : '', ', ', flow];
}

function row(finding) {
  return [
    whole(finding.iteration),
    name(finding.severity).toLowerCase(),
    finding.title,
    finding.layer || 'the whole network',
    finding.evidence,
    finding.cause,
    finding.remedy,
    finding.source,
    finding.rule,
  ];
}

/** A finding as plain text. */
export function asText({rule, title, severity, layer, unit, iteration, evidence, cause, remedy, source}) {
  const where = layer === '' ? 'the whole network' : `layer ${layer}${unit >= 0 ? `, unit ${unit}` : ''}`;
  return [
    `${name(severity)}: ${title} (${rule})`,
    `Where: ${where}, iteration ${iteration}`,
    `Evidence: ${evidence}`,
    `Cause: ${cause}`,
    `Remedy: ${remedy}`,
    `Source: ${source}`,
  ].join('\n');
}
