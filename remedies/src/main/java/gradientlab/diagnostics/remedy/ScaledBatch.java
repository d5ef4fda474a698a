package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A batch whose features or targets are scaled as a remedy asks for. */
public final class ScaledBatch {

    private ScaledBatch() {}

    /** Empty where the remedy is not about the data, or asks for a number that is not known. */
    public static Optional<Batch> of(Remedy remedy, Batch batch, Model model) {
        return switch (remedy.kind()) {
            case SCALE_INPUT -> scaled(remedy, batch, model);
            case SCALE_COLUMNS -> columns(batch, input(remedy, model));
            case SCALE_TARGETS -> targets(remedy, batch, model);
            default -> Optional.empty();
        };
    }

    private static Optional<Batch> scaled(Remedy remedy, Batch batch, Model model) {
        double mean = remedy.number("mean");
        double std = remedy.number("std");
        int input = input(remedy, model);
        return Double.isFinite(mean) && std > 0
                ? Optional.of(batch.withFeatures(
                        input, batch.features()[input].sub(mean).divi(std)))
                : Optional.empty();
    }

    /** Columns are those of a matrix; one that is constant becomes 0. */
    private static Optional<Batch> columns(Batch batch, int input) {
        INDArray features = batch.features()[input];
        if (features.rank() != 2) {
            return Optional.empty();
        }
        INDArray std = features.std(false, 0);
        std.addi(std.eq(0).castTo(std.dataType()));
        return Optional.of(batch.withFeatures(
                input, features.subRowVector(features.mean(0)).diviRowVector(std)));
    }

    private static Optional<Batch> targets(Remedy remedy, Batch batch, Model model) {
        double std = remedy.number("std");
        int output = outputs(model).indexOf(remedy.layer());
        INDArray labels = batch.labels()[Math.max(0, output)];
        return std > 0
                ? Optional.of(batch.withLabels(
                        Math.max(0, output), labels.sub(labels.meanNumber()).divi(std)))
                : Optional.empty();
    }

    /** The input that is named; the first of a network with a single one. */
    private static int input(Remedy remedy, Model model) {
        return model instanceof ComputationGraph graph
                ? Math.max(0, graph.getConfiguration().getNetworkInputs().indexOf(remedy.layer()))
                : 0;
    }

    private static List<String> outputs(Model model) {
        return model instanceof ComputationGraph graph
                ? graph.getConfiguration().getNetworkOutputs()
                : List.of();
    }
}
