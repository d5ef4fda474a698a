package gradientlab.lab.run;

import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Who looks on while something trains.
 *
 * @param listeners the listeners to attach to a training of the given name, such as the dashboard's
 * @param progress shows how far it is
 * @param interruption whether it is to stop
 */
public record Watch(Function<String, List<TrainingListener>> listeners, Progress progress, Interruption interruption) {

    /** Nobody. */
    public static Watch nobody() {
        return new Watch(name -> List.of(), Progress.NONE, new Interruption());
    }
}
