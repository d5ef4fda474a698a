package gradientlab.ui.web;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.MissingResourceException;

/** What is wrong, newest first; see {@code http-api.md}. */
record FindingsAnswer(List<Entry> findings) {

    /**
     * One finding.
     *
     * @param tried what a trial of the remedy showed; null where it was not tried
     */
    record Entry(
            String rule,
            String title,
            Severity severity,
            String layer,
            int unit,
            int iteration,
            String evidence,
            String cause,
            String remedy,
            String tried,
            Change change,
            String source) {

        static Entry of(Finding stored, Language language) {
            Finding finding = told(stored, language);
            return new Entry(
                    finding.rule().label(),
                    finding.rule().title(language),
                    finding.severity(),
                    finding.layer(),
                    finding.unit(),
                    finding.iteration(),
                    finding.evidence(),
                    finding.cause(),
                    finding.remedy(),
                    tried(finding, language),
                    Change.of(finding.change()),
                    finding.source(language));
        }

        private static String tried(Finding finding, Language language) {
            try {
                return finding.tried(language).orElse(null);
            } catch (MissingResourceException | IllegalArgumentException e) {
                return null;
            }
        }

        /** The same with another trial. */
        Entry tried(String other) {
            return new Entry(
                    rule, title, severity, layer, unit, iteration, evidence, cause, remedy, other, change, source);
        }
    }

    /** In a language; a finding of a session whose sentences are in no catalogue of today stays as it was stored. */
    private static Finding told(Finding stored, Language language) {
        try {
            return language == Language.ENGLISH ? stored : stored.in(language);
        } catch (MissingResourceException | IllegalArgumentException e) {
            return stored;
        }
    }

    /** A remedy for a program. */
    record Change(Remedy.Kind kind, String layer, String activation, List<Quantity> numbers, List<Change> likewise) {

        static Change of(Remedy remedy) {
            return new Change(
                    remedy.kind(),
                    remedy.layer(),
                    remedy.activation(),
                    remedy.numbers().entrySet().stream()
                            .map(number -> new Quantity(number.getKey(), number.getValue()))
                            .toList(),
                    remedy.likewise().stream().map(Change::of).toList());
        }
    }

    /** One of its numbers. */
    record Quantity(String name, double value) {}

    static FindingsAnswer of(Recorded session, Language language) {
        return new FindingsAnswer(session.course().findings().stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(
                                Comparator.comparingInt(Finding::iteration).reversed()))
                .map(finding -> Entry.of(finding, language))
                .toList());
    }
}
