import {known, say} from './words.js';

/** What a finding is in the verdict, in words: a cause, a consequence of the causes, or a hint. */
export function severityName(severity) {
  return known(`severity.${severity}`) ? say(`severity.${severity}`) : severity;
}
