package gradientlab.diagnostics.facts;

import java.util.List;
import java.util.Optional;

/**
 * What the data of a training look like.
 *
 * @param inputs inputs of the network, in its order; empty when nothing is known
 * @param targets targets of the outputs, in their order
 * @param batches the batches
 */
public record DataFacts(List<InputFacts> inputs, List<TargetFacts> targets, BatchFacts batches) {

    /** Nothing is known. */
    public static final DataFacts NONE = new DataFacts(List.of(), List.of(), BatchFacts.NONE);

    /** Copies the lists. */
    public DataFacts {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    /** Whether anything is known. */
    public boolean known() {
        return batches.seen() > 0;
    }

    /** The input of a name. */
    public Optional<InputFacts> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    /** The targets of the output layer of a name. */
    public Optional<TargetFacts> target(String output) {
        return targets.stream().filter(target -> target.name().equals(output)).findFirst();
    }

    /**
     * The score of the best constant prediction, divided the way the network's own score is; without regularisation.
     *
     * <p>DL4J divides the sum over all rows of all outputs by the number of examples (so that time steps and pixels are
     * summed), and with {@code miniBatch(false)} not at all. NaN when it is not known of every output.
     */
    public double scoreOfGuessing(TrainingFacts training) {
        double each = targets.stream()
                .mapToDouble(target -> target.guessing() * target.rowsPerExample())
                .sum();
        return targets.isEmpty() ? Double.NaN : each * (training.meanOverBatch() ? 1 : batches.typical());
    }
}
