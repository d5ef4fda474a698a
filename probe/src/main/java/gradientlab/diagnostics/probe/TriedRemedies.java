package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.diagnostics.remedy.Remedies;
import gradientlab.diagnostics.remedy.ScaledBatch;
import gradientlab.diagnostics.remedy.Undisturbed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;

/**
 * Tries remedies on copies of a network before they are given as advice.
 *
 * <p>The change is made in a copy, or in the batch where it is about the data; the copy is measured on that batch and judged.
 * Remedies about the training are not tried: before the first step there is no training to compare with.
 *
 * @param before the measurements of the network as it is
 */
record TriedRemedies(Model model, Batch batch, int iteration, Limits limits, History before) {

    /** A loss that rises by more is worse; not so in a fresh network, which has learned nothing that could be lost. */
    private static final double RISE = 1.1;

    /** What these change stands in the configuration, which wrappers share with their copies. */
    private static final Set<Remedy.Kind> CONFIGURED =
            EnumSet.of(Remedy.Kind.CHANGE_ACTIVATION, Remedy.Kind.CHANGE_OUTPUT, Remedy.Kind.LOWER_DECAY);

    /** What a remedy showed. */
    private enum Outcome {
        HELPED,
        NOT_HELPED,
        HARMED
    }

    private record Trial(Outcome outcome, double loss) {}

    /** The findings with what became of the remedies of the faults among them. */
    List<Finding> over(List<Finding> findings) {
        if (!Layers.copied(model)) {
            return findings;
        }
        Map<Remedy, Optional<Trial>> trials = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.FAULT) {
                trials.computeIfAbsent(finding.change(), remedy -> trial(finding));
            }
        }
        return findings.stream()
                .map(finding -> trials.getOrDefault(finding.change(), Optional.empty())
                        .map(trial -> told(finding, trial))
                        .orElse(finding))
                .toList();
    }

    /** What a fault explains is not given a remedy that did not help the fault; that it helped is said once. */
    private Finding told(Finding finding, Trial trial) {
        boolean lower = comparable(finding.change()) && trial.loss < loss(before);
        return switch (trial.outcome) {
            case HELPED ->
                finding.severity() == Severity.FAULT
                        ? finding.helped(lower ? loss(before) : Double.NaN, trial.loss)
                        : finding;
            case NOT_HELPED -> finding.notHelped();
            case HARMED -> finding.harmed(loss(before), trial.loss);
        };
    }

    /** Empty where the change cannot be made, or where the copy cannot be measured. */
    private Optional<Trial> trial(Finding finding) {
        try {
            return Undisturbed.run(() -> changed(finding.change())).map(after -> compare(finding, after));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<History> changed(Remedy remedy) {
        Optional<Batch> other = ScaledBatch.of(remedy, batch, model);
        if (other.isPresent()) {
            return Optional.of(Preflight.look(model, other.get(), iteration));
        }
        if (!Remedies.applicable(remedy) || (CONFIGURED.contains(remedy.kind()) && wraps())) {
            return Optional.empty();
        }
        Model copy = Layers.copy(model);
        return Remedies.apply(remedy, copy) ? Optional.of(Preflight.look(copy, batch, iteration)) : Optional.empty();
    }

    private boolean wraps() {
        return Arrays.stream(Layers.of(model)).anyMatch(layer -> layer != Layers.unwrapped(layer));
    }

    private Trial compare(Finding finding, History after) {
        double loss = loss(after);
        boolean worse = comparable(finding.change()) && Double.isFinite(loss(before)) && !(loss <= RISE * loss(before));
        if (worse && iteration > 0) {
            return new Trial(Outcome.HARMED, loss);
        }
        boolean gone = Judge.judge(after, limits).stream()
                .noneMatch(each -> each.rule() == finding.rule() && each.severity() != Severity.HINT);
        return new Trial(gone ? Outcome.HELPED : Outcome.NOT_HELPED, loss);
    }

    /** Whether the loss with a remedy is measured in the same way. */
    private static boolean comparable(Remedy remedy) {
        return remedy.kind() != Remedy.Kind.SCALE_TARGETS && remedy.kind() != Remedy.Kind.CHANGE_OUTPUT;
    }

    private static double loss(History history) {
        return history.observations().get(0).snapshot().network().loss();
    }
}
