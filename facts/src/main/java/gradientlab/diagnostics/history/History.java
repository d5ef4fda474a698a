package gradientlab.diagnostics.history;

import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.TrainingFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as rules see it: plain data that any JSON mapper can write and read.
 *
 * @param structure how the network is built
 * @param observations in ascending order of iterations; the first may be iteration 0
 * @param firstIteration iteration of the first loss
 * @param losses loss of every iteration's own batch, regularisation included, before the update; may be empty
 * @param updateRatios log10(‖update‖ / ‖parameters‖) of the whole network for every iteration; may be empty
 * @param penalties the regularisation term in every loss, held between the iterations at which it was computed; empty
 *     without regularisation, and where it is not known
 * @param training how the network is trained; {@link TrainingFacts#NONE} where that is not known
 * @param data what its data look like; {@link DataFacts#NONE} where that is not known
 */
public record History(
        Structure structure,
        List<Observation> observations,
        int firstIteration,
        List<Double> losses,
        List<Double> updateRatios,
        List<Double> penalties,
        TrainingFacts training,
        DataFacts data) {

    /**
     * Copies the lists; what a history written before did not have is unknown.
     *
     * @throws IllegalArgumentException when the observations are out of order, or penalties are neither one for each loss
     *     nor none
     */
    public History {
        penalties = penalties == null ? List.of() : List.copyOf(penalties);
        training = training == null ? TrainingFacts.NONE : training;
        data = data == null ? DataFacts.NONE : data;
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
        if (!penalties.isEmpty() && penalties.size() != losses.size()) {
            throw new IllegalArgumentException("There is one penalty for each loss, but there were " + penalties.size()
                    + " for " + losses.size() + ".");
        }
    }

    /** A run of which neither configuration nor data are known. */
    public History(
            Structure structure,
            List<Observation> observations,
            int firstIteration,
            List<Double> losses,
            List<Double> updateRatios) {
        this(
                structure,
                observations,
                firstIteration,
                losses,
                updateRatios,
                List.of(),
                TrainingFacts.NONE,
                DataFacts.NONE);
    }

    /** A network that was looked at once. */
    public static History of(Structure structure, Observation observation) {
        return new History(structure, List.of(observation), observation.iteration(), List.of(), List.of());
    }

    /** The same run with what is known of its configuration and its data. */
    public History with(TrainingFacts configuration, DataFacts facts) {
        return new History(
                structure, observations, firstIteration, losses, updateRatios, penalties, configuration, facts);
    }

    /** The first observations and steps of the run; configuration and data facts still cover the whole run. */
    public History until(int observed, int steps) {
        return new History(
                structure,
                observations.subList(0, observed),
                firstIteration,
                losses.subList(0, steps),
                updateRatios.subList(0, Math.min(steps, updateRatios.size())),
                penalties.subList(0, Math.min(steps, penalties.size())),
                training,
                data);
    }

    /** The loss of every iteration without the regularisation term. */
    public List<Double> dataLosses() {
        List<Double> data = new ArrayList<>(losses);
        for (int i = 0; i < penalties.size(); i++) {
            data.set(i, losses.get(i) - penalties.get(i));
        }
        return data;
    }
}
