package gradientlab.diagnostics.judge;

import java.util.List;

/**
 * A run as rules see it: plain data that any JSON mapper can write and read.
 *
 * @param structure how the network is built
 * @param observations in ascending order of iterations; the first may be iteration 0
 * @param firstIteration iteration of the first loss
 * @param losses loss of every iteration's own batch, regularisation included, before the update; may be empty
 * @param updateRatios log10(‖update‖ / ‖parameters‖) of the whole network for every iteration; may be empty
 */
public record History(
        Structure structure,
        List<Observation> observations,
        int firstIteration,
        List<Double> losses,
        List<Double> updateRatios) {

    /** Copies the lists; throws {@link IllegalArgumentException} when the observations are out of order. */
    public History {
        observations = List.copyOf(observations);
        losses = List.copyOf(losses);
        updateRatios = List.copyOf(updateRatios);
        for (int i = 1; i < observations.size(); i++) {
            if (observations.get(i).iteration() <= observations.get(i - 1).iteration()) {
                throw new IllegalArgumentException("Observations come in ascending order, but iteration "
                        + observations.get(i).iteration() + " came after "
                        + observations.get(i - 1).iteration() + ".");
            }
        }
    }

    /** A network that was looked at once. */
    public static History of(Structure structure, Observation observation) {
        return new History(structure, List.of(observation), observation.iteration(), List.of(), List.of());
    }
}
