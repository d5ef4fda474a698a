import {el} from '../dom.js';
import {whole} from '../numbers.js';
import {say} from '../words.js';

/**
 * The root cause in a sentence: where, since when, why, and what to do. Findings come with causes first, so it is the first
 * fault; everything that it explains is folded beneath it on the page Findings.
 * @param {Object[]} findings made up to the iteration that is shown
 * @param {(severity: string) => string} link
 */
export function verdict(findings, link) {
  const fault = findings.find(finding => finding.severity === 'FAULT');
  if (!fault) return el('p', {class: 'flow-verdict none', text: say('verdict.none')});
  const where = fault.layer === '' ? say('findings.network') : fault.layer;
  return el(
    'p',
    {class: 'flow-verdict fault'},
    el('a', {href: link('FAULT'), text: `✕ ${fault.title}`, title: fault.evidence}),
    ` · ${say('verdict.since', {where, n: whole(fault.iteration)})} · ${sentence(fault.cause)} `,
    el('b', {text: `${say('verdict.remedy')} `}),
    sentence(fault.remedy),
    fault.tried ? ` ${fault.tried}` : '',
  );
}

const sentence = text => (/[.!?]$/.test(text) ? text : `${text}.`);
