package gradientlab.rulebenchmark.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.RampSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** DL4J's activation functions, losses and updaters by the names of the cases. */
final class CaseParts {

    /** What the cases call otherwise than DL4J. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "mae", "MEAN_ABSOLUTE_ERROR",
            "mape", "MEAN_ABSOLUTE_PERCENTAGE_ERROR",
            "msle", "MEAN_SQUARED_LOGARITHMIC_ERROR",
            "squaredhinge", "SQUARED_HINGE");

    private CaseParts() {}

    static IActivation activation(Spec layer) {
        String name = layer.text("activation");
        if (name.equals("exponential")) {
            return new Exponential();
        }
        return named(Activation.values(), name)
                .orElseThrow(() -> layer.unknown("activation"))
                .getActivationFunction();
    }

    static ILossFunction loss(Spec output) {
        String name = output.text("loss");
        return named(LossFunction.values(), OTHERWISE.getOrDefault(name, name))
                .orElseThrow(() -> output.unknown("loss"))
                .getILossFunction();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A gradient that is climbed is a negative rate: the two do the same. */
    static IUpdater updater(Spec program) {
        Spec spec = program.child("optimizer");
        double sign = program.number("gradientSign", 1);
        double rate = sign * spec.number("lr", 1);
        double momentum = spec.number("momentum", 0);
        double epsilon = spec.number("epsilon", 1e-8);
        IUpdater updater = switch (spec.text("kind")) {
            case "sgd" -> momentum == 0 ? new Sgd(rate) : new Nesterovs(rate, momentum);
            case "adam" -> new Adam(rate, spec.number("beta1", 0.9), spec.number("beta2", 0.999), epsilon);
            case "rmsprop" -> new RmsProp(rate, spec.number("rho", 0.9), epsilon);
            case "adagrad" -> new AdaGrad(rate, spec.number("epsilon", 1e-6));
            case "nadam" -> new Nadam(rate);
            case "adamax" -> new AdaMax(rate);
            case "adadelta" -> new AdaDelta(spec.number("rho", 0.95), spec.number("epsilon", 1e-6));
            default -> throw spec.unknown("kind");
        };
        ISchedule schedule = schedule(spec, rate);
        if (schedule != null && updater.hasLearningRate()) {
            updater.setLrAndSchedule(rate, schedule);
        }
        return with(spec, IUpdater.class, updater);
    }

    /** How the rate changes; null where it stays. */
    private static ISchedule schedule(Spec spec, double rate) {
        double decay = spec.number("decay", 0);
        if (decay != 0) {
            return new InverseSchedule(ScheduleType.ITERATION, rate, decay, 1);
        }
        if (!spec.has("schedule")) {
            return null;
        }
        Spec schedule = spec.child("schedule");
        return switch (schedule.text("kind")) {
            case "step" ->
                new StepSchedule(ScheduleType.ITERATION, rate, schedule.number("by"), schedule.number("every"));
            case "exponential" -> new ExponentialSchedule(ScheduleType.ITERATION, rate, schedule.number("by"));
            case "ramp" -> new RampSchedule(new FixedSchedule(rate), schedule.whole("steps"));
            default -> throw schedule.unknown("kind");
        };
    }

    /** The part with what {@code dl4j} says in DL4J's own JSON, for what the cases have no word for: RFC 7396. */
    static <T> T with(Spec spec, Class<T> kind, T part) {
        if (!spec.has("dl4j")) {
            return part;
        }
        try {
            String plain = NeuralNetConfiguration.mapper().writeValueAsString(part);
            JsonNode other = MergePatch.apply(
                    new ObjectMapper().readTree(plain), spec.node().get("dl4j"));
            return NeuralNetConfiguration.mapper().readValue(other.toString(), kind);
        } catch (IOException e) {
            throw new CaseException(spec.where() + ".dl4j: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
