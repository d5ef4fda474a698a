package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.language.Language;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was seen of a network and what follows from it.
 *
 * @param history the measurements, to be stored and judged again
 * @param findings what is wrong; empty when nothing is
 */
public record Checkup(History history, List<Finding> findings) {

    /** Copies the findings. */
    public Checkup {
        findings = List.copyOf(findings);
    }

    /** Whether there is no fault; hints may be there. */
    public boolean healthy() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.FAULT);
    }

    /** One line per finding: causes, then what they explain, then hints; without any, that nothing was found, and in what. */
    public String report() {
        return report(Language.ENGLISH);
    }

    /** The same lines in a language. */
    public String report(Language language) {
        return findings.isEmpty()
                ? nothing(language)
                : findings.stream().map(finding -> finding.line(language)).collect(Collectors.joining("\n"));
    }

    private String nothing(Language language) {
        Observation seen = history.observations().get(0);
        return Finding.nothing(
                language,
                history.structure().layers().size(),
                seen.batchSize(),
                seen.snapshot().network().loss(),
                Rule.values().length);
    }
}
