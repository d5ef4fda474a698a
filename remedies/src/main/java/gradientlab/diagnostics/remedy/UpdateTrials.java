package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.remedy.PairedResult.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;

/**
 * Tries the remedies about the updates of one training by {@link PairedSteps}, each remedy once.
 *
 * <p>A learning rate that is still too high after the remedy is divided again, up to {@value #LARGEST_DIVISOR} times, until the
 * copy gets below the loss that it started from.
 */
public final class UpdateTrials {

    private static final int LARGEST_DIVISOR = 1_000_000;

    private final Function<Model, PairedSteps.Watch> watches;
    private final Map<Remedy, List<Trial>> results = new HashMap<>();

    /** Trials in which copies are looked at so. */
    public UpdateTrials(Function<Model, PairedSteps.Watch> watches) {
        this.watches = watches;
    }

    /**
     * The finding after a trial of its remedy, if it is a fault with a remedy about the updates; to be called on the thread
     * that trains.
     *
     * @param windows of the training, in which a remedy is worth a trial
     */
    public Finding tried(Finding finding, Model network, Function<Remedy, List<StepWindow>> windows) {
        Remedy remedy = finding.change();
        if (finding.severity() == Severity.FAULT && UpdateRemedies.applicable(remedy)) {
            results.computeIfAbsent(remedy, key -> trials(finding, network, windows.apply(key)));
        }
        return told(finding);
    }

    /** The finding with what is known of its remedy; what a fault explains is not told that it helped. */
    public Finding told(Finding finding) {
        List<Trial> known = results.getOrDefault(finding.change(), List.of());
        Optional<Trial> helped = known.stream()
                .filter(trial -> trial.helps(finding))
                .min(Comparator.comparing((Trial trial) -> !trial.result.learns())
                        .thenComparing(trial -> trial.result.learns() ? 0 : trial.result.lossWith()));
        if (helped.isPresent()) {
            return finding.severity() == Severity.FAULT ? helped.get().helped(finding) : finding;
        }
        return known.stream()
                .filter(trial -> trial.outcome(finding) == Outcome.NOT_HELPED)
                .findFirst()
                .map(trial -> new SteppedFinding(finding, trial.result).withdrawn())
                .orElse(finding);
    }

    /** @param divisor of the learning rate, where it is another than the remedy says; otherwise 0 */
    private record Trial(int divisor, PairedResult result) {

        Outcome outcome(Finding finding) {
            return result.outcome(finding.change(), finding.rule().label());
        }

        boolean helps(Finding finding) {
            return outcome(finding) == Outcome.LOWER || outcome(finding) == Outcome.GONE;
        }

        boolean succeeds(Finding finding) {
            return helps(finding) && result.learns();
        }

        Finding helped(Finding finding) {
            SteppedFinding stepped = new SteppedFinding(finding, result);
            return divisor == 0 ? stepped.helped() : stepped.helpedDividingBy(divisor);
        }
    }

    private List<Trial> trials(Finding finding, Model network, List<StepWindow> windows) {
        List<Trial> made = new ArrayList<>(trials(finding, 0, finding.change(), network, windows));
        double factor = finding.change().number("factor");
        boolean lowers = finding.change().kind() == Remedy.Kind.MULTIPLY_LEARNING_RATE && factor < 1;
        double divisor = Math.rint(1 / (factor * factor));
        while (lowers && divisor <= LARGEST_DIVISOR && tooWeak(made, finding)) {
            Remedy stronger = Remedy.multiplyLearningRate(1 / divisor);
            made.addAll(trials(finding, (int) divisor, stronger, network, windows));
            divisor = Math.rint(divisor / factor);
        }
        return List.copyOf(made);
    }

    private static boolean tooWeak(List<Trial> made, Finding finding) {
        return made.stream().noneMatch(trial -> trial.succeeds(finding))
                && made.stream().anyMatch(trial -> trial.outcome(finding) != Outcome.UNDECIDED);
    }

    /** In one window after the other, until it succeeds. */
    private List<Trial> trials(Finding finding, int divisor, Remedy remedy, Model network, List<StepWindow> windows) {
        List<Trial> made = new ArrayList<>();
        for (StepWindow window : windows) {
            Optional<Trial> trial =
                    PairedSteps.of(remedy, network, window, watches).map(result -> new Trial(divisor, result));
            trial.ifPresent(made::add);
            if (trial.filter(each -> each.succeeds(finding)).isPresent()) {
                break;
            }
        }
        return made;
    }
}
