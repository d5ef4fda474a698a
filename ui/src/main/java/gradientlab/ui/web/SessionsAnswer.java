package gradientlab.ui.web;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.session.Course;
import gradientlab.session.IterationRecord;
import java.util.Comparator;
import java.util.List;

/**
 * Every session.
 *
 * @param problems a sentence for each storage that cannot be read
 */
record SessionsAnswer(List<Entry> sessions, List<String> problems) {

    /** One session; see {@code http-api.md}. */
    record Entry(
            String id, String started, int layers, int iterations, int latest, double loss, long faults, long hints) {

        static Entry of(Recorded session) {
            Course course = session.course();
            return new Entry(
                    session.id(),
                    session.facts().started(),
                    session.facts().structure().layers().size(),
                    session.size(),
                    session.newest().map(IterationRecord::iteration).orElse(-1),
                    course.loss().last(),
                    count(course.findings(), Severity.FAULT),
                    count(course.findings(), Severity.HINT));
        }

        private static long count(List<Finding> findings, Severity severity) {
            return findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
        }
    }

    static SessionsAnswer of(Library library) {
        Library.Reading<Entry> reading = library.ofSessions(Entry::of);
        List<Entry> oldestFirst = reading.found().stream()
                .sorted(Comparator.comparing(Entry::started).thenComparing(Entry::id))
                .toList();
        return new SessionsAnswer(oldestFirst, reading.problems());
    }
}
