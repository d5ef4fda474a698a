package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.probe.DiagnosticState.Reported;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** When a run is judged, and which of its findings are news. */
final class FindingNews {

    /** Observations of which each is worth a judgement. */
    private static final int EARLY = 50;

    private final ListenerSettings settings;
    private final Set<Reported> reported = new HashSet<>();
    private int judgedAt;

    FindingNews(ListenerSettings settings) {
        this.settings = settings;
    }

    /** Whether to judge after a step: judging takes as long as the record is, so not after every one. */
    boolean due(RunLog run, boolean observed) {
        boolean seen = observed && (run.observed() <= EARLY || run.nonFinite() || run.steps() >= 1.05 * judgedAt);
        return seen || related(run) && run.steps() >= 1.25 * judgedAt;
    }

    /** Whether steps were made since the last judgement. */
    boolean open(RunLog run) {
        return run.steps() > judgedAt;
    }

    /** Whether the course of the loss is asked, and with it whether targets follow from features. */
    boolean related(RunLog run) {
        return run.steps() >= settings.limits().get(Limit.LOSS_ITERATIONS);
    }

    /**
     * Passes on what was not said before; a fault with the steps that led to it.
     *
     * @param tried tries the remedy of a finding
     */
    void report(List<Finding> findings, RunLog run, StepMemory memory, UnaryOperator<Finding> tried) {
        judgedAt = run.steps();
        for (Finding judged : findings) {
            if (reported.add(new Reported(judged))) {
                Finding finding = tried.apply(judged);
                settings.report().accept(finding);
                if (memory.used() && finding.severity() == Severity.FAULT) {
                    settings.recall().accept(memory.before(finding));
                }
            }
        }
    }

    int judgedAt() {
        return judgedAt;
    }

    List<Reported> reported() {
        return List.copyOf(reported);
    }

    /** Goes on where an earlier record stood. */
    void resume(DiagnosticState state) {
        reported.addAll(state.reported());
        judgedAt = state.judgedAt();
    }
}
