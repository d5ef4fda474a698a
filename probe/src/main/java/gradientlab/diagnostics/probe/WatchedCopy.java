package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.diagnostics.remedy.IterationCount;
import gradientlab.diagnostics.remedy.PairedSteps;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A copy that makes steps to try a remedy: watched as a training is, and judged by the same rules. */
record WatchedCopy(Model copy, NetworkProbe probe, DiagnosticListener listener) implements PairedSteps.Watch {

    /** Products of a step that are cheap: a trial takes the time of a hundred steps, here four seconds on one core. */
    private static final double MOST_PRODUCTS = 5e7;

    private static final Schedule SEEN = Schedule.every(5);

    static WatchedCopy of(Model copy, Limits limits) {
        DiagnosticListener listener = DiagnosticListener.with(SEEN, limits, finding -> {});
        copy.setListeners(listener);
        return new WatchedCopy(
                copy,
                copy instanceof ComputationGraph graph
                        ? NetworkProbe.of(graph)
                        : NetworkProbe.of((MultiLayerNetwork) copy),
                listener);
    }

    /** Whether copies are cheap, and the steps of this training are made by {@code fit} on whole batches. */
    static boolean cheap(Model model, Capture capture, TrainingFacts training) {
        double products = capture.layers().stream()
                .mapToDouble(layer -> (double) layer.activation().rows()
                        * training.layer(layer.name())
                                .map(LayerTraining::parameters)
                                .orElse(0L))
                .sum();
        return products <= MOST_PRODUCTS && training.truncatedSteps() == 0 && Layers.stepwise(model);
    }

    @Override
    public double loss(Batch batch) {
        return probe.capture(batch, IterationCount.of(copy)).loss();
    }

    @Override
    public Set<String> found() {
        return listener.findings().stream()
                .filter(finding -> finding.severity() != Severity.HINT)
                .map((Finding finding) -> finding.rule().label())
                .collect(Collectors.toUnmodifiableSet());
    }
}
