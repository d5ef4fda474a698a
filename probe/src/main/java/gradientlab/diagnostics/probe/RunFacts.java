package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.facts.BatchData;
import gradientlab.diagnostics.facts.DataCollector;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.OutputStatistics;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.remedy.Batch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of one network's training besides the captures: configuration, data, the regularisation term.
 *
 * <p>What cannot be read is left out; it says so once, and never throws into the training.
 */
final class RunFacts {

    private static final Logger log = LoggerFactory.getLogger(RunFacts.class);
    private static final int FIRST = 50;
    private static final int EVERY = 10;

    private final Model model;
    private final TrainingFacts training;
    private final DataCollector collector;
    private final BatchReader reader;
    private final List<DiagnosticState.Judgement> judgements = new ArrayList<>();
    private double penalty = Double.NaN;
    private long steps;
    private boolean dataUnreadable;

    private RunFacts(Model model, TrainingFacts training, DataCollector collector, BatchReader reader) {
        this.model = model;
        this.training = training;
        this.collector = collector;
        this.reader = reader;
    }

    static RunFacts of(Observer observer) {
        return of(observer, orElse(TrainingFacts.NONE, "configuration", () -> training(observer.model())));
    }

    /** Of a network that goes on, as it was trained from the start. */
    static RunFacts of(Observer observer, TrainingFacts training) {
        List<Boolean> embedded = observer.inputs().stream()
                .map(input -> observer.structure().consumers(input).stream()
                        .anyMatch(layer -> layer.kind().contains("Embedding")))
                .toList();
        return new RunFacts(
                observer.model(),
                training,
                new DataCollector(observer.inputs(), training.outputs()),
                new BatchReader(embedded, Formats.of(layers(observer.model())).imagesLast()));
    }

    /** The same data and configuration, of a network that goes on where this one ended. */
    RunFacts continuedBy(Observer observer) {
        RunFacts next = new RunFacts(observer.model(), training, collector, reader);
        next.judgements.addAll(judgements);
        next.penalty = penalty;
        next.steps = steps;
        next.dataUnreadable = dataUnreadable;
        return next;
    }

    private static TrainingFacts training(Model model) {
        return model instanceof ComputationGraph graph
                ? TrainingReader.of(graph)
                : TrainingReader.of((MultiLayerNetwork) model);
    }

    private static Layer[] layers(Model model) {
        return model instanceof ComputationGraph graph ? graph.getLayers() : ((MultiLayerNetwork) model).getLayers();
    }

    /** Before the update: looks at the batch, where it is the turn of it, and at the regularisation term. */
    void step(Batch batch) {
        if (training.penalised() && (steps < FIRST || steps % EVERY == 0)) {
            penalty = orElse(Double.NaN, "regularisation", this::computedPenalty);
        }
        steps++;
        if (!dataUnreadable && collector.step()) {
            dataUnreadable = !orElse(false, "data", () -> {
                collector.add(read(batch));
                return true;
            });
        }
    }

    /** The regularisation term of the score, as of the last step at which it was computed; NaN without any. */
    double penalty() {
        return penalty;
    }

    private double computedPenalty() {
        double sum = 0;
        for (Layer layer : layers(model)) {
            sum += layer.calcRegularizationScore(true);
        }
        return sum;
    }

    /**
     * A history with all that is known besides.
     *
     * <p>Tests whether targets follow from features, which takes some 20 ms where the sample has grown.
     */
    History complete(History history) {
        return history.with(
                training,
                orElse(DataFacts.NONE, "data", () -> collector.relate().facts()));
    }

    /**
     * The same for a judgement while training: data as they were not long ago.
     *
     * @param relate whether to test if targets follow from features
     */
    History recent(History history, boolean relate) {
        return history.with(training, recent(relate));
    }

    private DataFacts recent(boolean relate) {
        judgements.add(new DiagnosticState.Judgement(steps, relate));
        Supplier<DataFacts> seen =
                () -> relate && collector.mayRelate() ? collector.relate().facts() : collector.recent();
        return orElse(DataFacts.NONE, "data", seen);
    }

    /** How the network is trained. */
    TrainingFacts training() {
        return training;
    }

    /** When {@link #recent} was asked. */
    List<DiagnosticState.Judgement> judgements() {
        return List.copyOf(judgements);
    }

    /** Looks at the batches of an earlier record once more, and asks what was asked then. */
    void replay(DiagnosticState state, Iterator<? extends DataSet> batches) {
        int asked = 0;
        for (int step = 0; step < state.steps().losses().length; step++) {
            step(Batch.of(batches.next()));
            while (asked < state.judgements().size()
                    && state.judgements().get(asked).steps() == steps) {
                recent(state.judgements().get(asked++).relate());
            }
        }
        penalty = state.penalty();
    }

    /** An observation with its outputs against the targets, and its gradients against regularisation and clipping. */
    Observation complete(Observation observation, Capture capture, Batch batch) {
        return orElse(
                observation, "outputs", () -> observation.with(outputs(capture, batch), gradients(capture, batch)));
    }

    private List<OutputStatistics> outputs(Capture capture, Batch batch) {
        BatchData data = read(batch);
        List<OutputStatistics> outputs = new ArrayList<>();
        for (int i = 0; i < training.outputs().size(); i++) {
            OutputFacts output = training.outputs().get(i);
            Matrix targets = data.targets().get(i).rows();
            outputs.add(OutputStatistics.of(output, capture.layer(output.name()).activation(), targets));
        }
        return outputs;
    }

    private List<GradientNorms> gradients(Capture capture, Batch batch) {
        List<GradientNorms> norms = new ArrayList<>();
        for (LayerCapture layer : capture.layers()) {
            LayerTraining known = training.layer(layer.name()).orElse(null);
            if (known != null && (known.penalty().any() || known.clipping().any())) {
                norms.add(GradientNorms.of(known, layer, training.meanOverBatch() ? 1 : batch.size()));
            }
        }
        return norms;
    }

    private BatchData read(Batch batch) {
        MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
        try {
            return reader.read(batch);
        } finally {
            outside.close();
        }
    }

    private static <T> T orElse(T otherwise, String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            log.debug("The {} of the training cannot be read.", what, e);
            return otherwise;
        }
    }
}
