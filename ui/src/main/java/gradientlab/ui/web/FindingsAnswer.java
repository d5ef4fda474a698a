package gradientlab.ui.web;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Remedy;
import gradientlab.diagnostics.judge.Severity;
import java.util.Comparator;
import java.util.List;

/** What is wrong, newest first; see {@code http-api.md}. */
record FindingsAnswer(List<Entry> findings) {

    /** One finding. */
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
            Change change,
            String source) {

        static Entry of(Finding finding) {
            return new Entry(
                    finding.rule().label(),
                    finding.rule().title(),
                    finding.severity(),
                    finding.layer(),
                    finding.unit(),
                    finding.iteration(),
                    finding.evidence(),
                    finding.cause(),
                    finding.remedy(),
                    Change.of(finding.change()),
                    finding.source());
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

    static FindingsAnswer of(Recorded session) {
        return new FindingsAnswer(session.course().findings().stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(
                                Comparator.comparingInt(Finding::iteration).reversed()))
                .map(Entry::of)
                .toList());
    }
}
