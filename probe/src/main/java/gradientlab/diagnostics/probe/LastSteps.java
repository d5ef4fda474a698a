package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import java.util.List;

/**
 * The last steps before a fault was found, each observed on its own batch: plain data that any JSON mapper can write.
 *
 * @param finding the fault
 * @param observations of consecutive iterations, oldest first, with the update that each step made where it is known
 */
public record LastSteps(Finding finding, List<Observation> observations) {

    /** Copies the list. */
    public LastSteps {
        observations = List.copyOf(observations);
    }
}
