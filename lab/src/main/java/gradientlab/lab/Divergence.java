package gradientlab.lab;

import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.lab.run.Iteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says from where on a training is not finite: the first step, and the first value that was seen. */
final class Divergence {

    private Divergence() {}

    /** Sentences; empty for a training in which every loss and every value that was looked at is finite. */
    static Optional<String> of(Map<Long, List<Iteration>> metrics, Optional<History> history) {
        List<String> sentences = new ArrayList<>();
        metrics.forEach((seed, steps) -> steps.stream()
                .filter(step -> !Double.isFinite(step.loss()))
                .findFirst()
                .ifPresent(step -> sentences.add(
                        "The loss of seed " + seed + " is not finite from step " + step.iteration() + " on.")));
        if (sentences.size() > 2) {
            sentences.subList(1, sentences.size()).clear();
            sentences.add("Other seeds diverge as well.");
        }
        history.flatMap(Divergence::first).ifPresent(sentences::add);
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private static Optional<String> first(History history) {
        return history.observations().stream()
                .filter(seen -> seen.nonFinite().exists())
                .findFirst()
                .map(Divergence::sentence);
    }

    private static String sentence(Observation seen) {
        NonFinite value = seen.nonFinite();
        return "The first value that was seen not to be finite is " + value.value() + ": "
                + value.tensor()
                + (value.layer().isEmpty() ? "" : " of " + value.layer())
                + (value.unit() < 0 ? "" : ", unit " + value.unit())
                + (value.example() < 0 ? "" : ", example " + value.example())
                + ", before the update of step " + seen.iteration() + ".";
    }
}
