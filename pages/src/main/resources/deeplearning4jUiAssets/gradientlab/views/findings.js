import {awaitedSession} from '../awaited.js';
import {button, copyButton, toggleControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {whole} from '../numbers.js';
import {severityName as name} from '../severity.js';
import {tableBelow} from '../table.js';
import {say} from '../words.js';

/** What is wrong with the network: causes first, then what they explain, then hints, each with evidence, cause and remedy. */
export const view = {mount};

const SIGNS = {FAULT: '●', ALSO_SEEN: '○', HINT: '▲'};
const PARTS = ['evidence', 'cause', 'remedy', 'tried', 'source'];
const COLUMNS = ['iteration', 'severity', 'finding', 'layer', 'evidence', 'cause', 'remedy', 'source', 'rule'];

/** @param {import('../store.js').Store} store */
function mount(container, store) {
  const severity = toggleControl(
    say('findings.show'),
    [
      {value: '', label: say('findings.all')},
      {value: 'FAULT', label: say('findings.faults')},
      {value: 'ALSO_SEEN', label: say('findings.alsoSeen')},
      {value: 'HINT', label: say('findings.hints')},
    ],
    value => store.set({severity: value || null}),
  );
  const everywhere = button(say('findings.allLayers'), () => store.set({layer: null}));
  const copy = copyButton(() => chosen.map(asText).join('\n\n'), say('findings.copy'));
  const summary = el('p', {class: 'gl-note', role: 'status'});
  const list = el('ol', {class: 'finding-list'});
  const table = tableBelow(say('findings.table'));
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
        : el('li', {}, message(say(nothing ? 'findings.nothing' : 'findings.nothingOfKind'))),
    );
    table.update(
      COLUMNS.map(column => say(`column.${column}`)),
      () => chosen.map(row),
    );
  }

  function tell(what) {
    newest.cancel();
    drawn = '';
    summary.textContent = '';
    table.element.hidden = true;
    show(list, el('li', {}, what));
  }

  function update() {
    severity.update(store.param('severity', ''));
    everywhere.hidden = store.param('layer') === null;
    const wait = awaitedSession(store);
    if (wait) return tell(wait);
    newest(store.api.findings(store.sessionId, store.version()), draw, error => tell(message(error.message, 'error')));
  }

  return {update, destroy: newest.cancel};
}

function summarise(all, chosen, layer) {
  const count = (of, severity) => of.filter(one => one.severity === severity).length;
  if (all.length === 0) return '';
  const hidden = all.length - chosen.length;
  return say('findings.count', {
    faults: whole(count(chosen, 'FAULT')),
    seen: whole(count(chosen, 'ALSO_SEEN')),
    hints: whole(count(chosen, 'HINT')),
    where: layer === null ? '' : say('findings.at', {layer}),
    hidden: hidden > 0 ? say('findings.hidden', {n: whole(hidden)}) : '',
  });
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
        ...PARTS.filter(part => part !== 'tried' || finding.tried).flatMap(part => [
          el('dt', {text: say(`findings.${part}`)}),
          el('dd', {text: finding[part] || '–'}),
        ]),
        el('dt', {text: say('findings.rule')}),
        el('dd', {}, el('code', {text: finding.rule})),
      ),
      copyButton(() => asText(finding), say('findings.copy')),
    ),
  );
}

/** Where and when, as links. */
function places({layer, unit, iteration}, store) {
  const flow = el('a', {
    href: store.link('flow', {iteration}),
    text: say('findings.iteration', {n: whole(iteration)}),
    title: say('findings.netThen'),
  });
  if (layer === '') return [`${say('findings.network')}, `, flow];
  const histograms = el('a', {
    href: store.link('histograms', {layer, iteration}),
    text: layer,
    title: say('findings.histograms'),
  });
  return [say('findings.layer', {layer: ''}), histograms, unit >= 0 ? say('findings.unit', {unit: whole(unit)}) : '', ', ', flow];
}

function row(finding) {
  return [
    whole(finding.iteration),
    name(finding.severity).toLowerCase(),
    finding.title,
    finding.layer || say('findings.network'),
    finding.evidence,
    finding.cause,
    [finding.remedy, finding.tried].filter(Boolean).join('. '),
    finding.source,
    finding.rule,
  ];
}

/** A finding as plain text. */
export function asText({rule, title, severity, layer, unit, iteration, evidence, cause, remedy, tried, source}) {
  const where =
    layer === ''
      ? say('findings.network')
      : say('findings.layer', {layer}) + (unit >= 0 ? say('findings.unit', {unit: String(unit)}) : '');
  return [
    `${name(severity)}: ${title} (${rule})`,
    say('findings.where', {where, n: String(iteration)}),
    `${say('findings.evidence')}: ${evidence}`,
    `${say('findings.cause')}: ${cause}`,
    `${say('findings.remedy')}: ${remedy}${tried ? `. ${tried}` : ''}`,
    `${say('findings.source')}: ${source}`,
  ].join('\n');
}
