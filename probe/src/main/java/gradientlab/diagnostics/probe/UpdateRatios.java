package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.ParameterUpdate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The update:parameter ratio, log10(std(update) / std(parameter)), per parameter tensor.
 *
 * <p>About −3 is healthy for plain SGD (Karpathy, makemore part 3, after his course notes CS231n, "Ratio of
 * weights:updates").
 */
public final class UpdateRatios {

    private static final Set<String> RUNNING_STATISTICS = Set.of(
            BatchNormalizationParamInitializer.GLOBAL_MEAN,
            BatchNormalizationParamInitializer.GLOBAL_VAR,
            BatchNormalizationParamInitializer.GLOBAL_LOG_STD);

    private UpdateRatios() {}

    /**
     * Ratios of the update just applied, by DL4J's parameter key such as 0_W.
     *
     * <p>To be called inside {@code TrainingListener.iterationDone}: there and nowhere else {@code model.gradient()}
     * holds the update (learning rate, momentum and so on included). The parameter is taken after the update, which
     * moves the ratio by no more than the ratio itself. A ratio is NaN when the parameter's standard deviation is 0 or
     * undefined (a single value, biases before their first update) or anything is not finite; it is −∞ when the update
     * is the same for every entry, for instance 0. The running statistics of a batch norm, which DL4J moves as if they
     * were parameters, are left out: they are not learned.
     *
     * <p>Cheap enough for every step: the sums are BLAS's where float32 is enough for them, otherwise double. A standard
     * deviation is right to 1e-5 of itself and a ratio within 1e-5 for values as networks have them, to 1e-3 at worst.
     *
     * @throws IllegalStateException when the model has no gradient yet
     */
    public static Map<String, Double> of(Model model) {
        return each(model, (update, parameter) -> ratio(StdAndNorm.std(update), parameter));
    }

    /**
     * The updates just applied, with histograms of a number of bins; the rest as {@link #of}.
     *
     * @throws IllegalStateException when the model has no gradient yet
     */
    public static Map<String, ParameterUpdate> updates(Model model, int bins) {
        return each(model, (update, parameter) -> {
            Distribution values = Distribution.of(HostArrays.read(update, update.ordering()), bins);
            return new ParameterUpdate(values, ratio(StdAndNorm.std(values.statistics()), parameter));
        });
    }

    /** Whether a parameter of this name is a batch norm's running statistic, which is not learned. */
    static boolean runningStatistic(String parameter) {
        return RUNNING_STATISTICS.contains(parameter);
    }

    private static <T> Map<String, T> each(Model model, BiFunction<INDArray, INDArray, T> measure) {
        if (model.gradient() == null) {
            throw new IllegalStateException(
                    "Update ratios are there inside iterationDone only, but this model has no update yet.");
        }
        Map<String, T> measured = new LinkedHashMap<>();
        model.gradient().gradientForVariable().forEach((key, update) -> {
            if (!runningStatistic(key.substring(key.lastIndexOf('_') + 1))) {
                measured.put(key, measure.apply(update, model.getParam(key)));
            }
        });
        return measured;
    }

    /** NaN standard deviations are of values that are not all finite, or fewer than two. */
    private static double ratio(double updateStd, INDArray parameter) {
        double parameterStd = StdAndNorm.std(parameter);
        return parameterStd > 0 ? Math.log10(updateStd / parameterStd) : Double.NaN;
    }
}
