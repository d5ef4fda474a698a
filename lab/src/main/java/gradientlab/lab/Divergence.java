package gradientlab.lab;

import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.lab.run.Iteration;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says from where on a training is not finite: the first step, and the first value that was seen. */
final class Divergence {

    private Divergence() {}

    /** Sentences; empty for a training in which every loss and every value that was looked at is finite. */
    static Optional<String> of(Map<Long, List<Iteration>> metrics, Optional<History> history, Words words) {
        List<String> sentences = new ArrayList<>();
        metrics.forEach((seed, steps) -> steps.stream()
                .filter(step -> !Double.isFinite(step.loss()))
                .findFirst()
                .ifPresent(step -> sentences.add(words.text("divergence.loss", seed, step.iteration()))));
        if (sentences.size() > 2) {
            sentences.subList(1, sentences.size()).clear();
            sentences.add(words.text("divergence.others"));
        }
        history.flatMap(Divergence::first).map(seen -> sentence(seen, words)).ifPresent(sentences::add);
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private static Optional<Observation> first(History history) {
        return history.observations().stream()
                .filter(seen -> seen.nonFinite().exists())
                .findFirst();
    }

    private static String sentence(Observation seen, Words words) {
        NonFinite value = seen.nonFinite();
        String place = value.tensor()
                + (value.layer().isEmpty() ? "" : words.text("divergence.layer", value.layer()))
                + (value.unit() < 0 ? "" : words.text("divergence.unit", value.unit()))
                + (value.example() < 0 ? "" : words.text("divergence.example", value.example()));
        return words.text("divergence.value", value.value(), place, seen.iteration());
    }
}
