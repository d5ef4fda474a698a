const NAMES = {FAULT: 'Fault', ALSO_SEEN: 'Also seen', HINT: 'Hint'};

/** What a finding is in the verdict, in words: a cause, a consequence of the causes, or a hint. */
export function severityName(severity) {
  return NAMES[severity] ?? severity;
}
