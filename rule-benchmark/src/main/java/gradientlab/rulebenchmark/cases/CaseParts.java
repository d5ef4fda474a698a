package gradientlab.rulebenchmark.cases;

import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** DL4J's activation functions, losses and updaters by the names of the cases. */
final class CaseParts {

    private static final Map<String, Supplier<IActivation>> ACTIVATIONS = Map.ofEntries(
            Map.entry("relu", ActivationReLU::new),
            Map.entry("sigmoid", ActivationSigmoid::new),
            Map.entry("tanh", ActivationTanH::new),
            Map.entry("identity", ActivationIdentity::new),
            Map.entry("softmax", ActivationSoftmax::new),
            Map.entry("elu", ActivationELU::new),
            Map.entry("selu", ActivationSELU::new),
            Map.entry("exponential", Exponential::new),
            Map.entry("leakyrelu", () -> new ActivationLReLU(0.01)),
            Map.entry("softplus", ActivationSoftPlus::new));

    private static final Map<String, Supplier<ILossFunction>> LOSSES = Map.of(
            "mcxent", LossMCXENT::new,
            "xent", LossBinaryXENT::new,
            "mse", LossMSE::new,
            "l2", LossL2::new,
            "mae", LossMAE::new,
            "hinge", LossHinge::new);

    private CaseParts() {}

    static IActivation activation(Spec layer) {
        Supplier<IActivation> known = ACTIVATIONS.get(layer.text("activation"));
        if (known == null) {
            throw layer.unknown("activation");
        }
        return known.get();
    }

    static ILossFunction loss(Spec output) {
        Supplier<ILossFunction> known = LOSSES.get(output.text("loss"));
        if (known == null) {
            throw output.unknown("loss");
        }
        return known.get();
    }

    /** A gradient that is climbed is a negative rate: the two do the same. */
    static IUpdater updater(Spec program) {
        Spec spec = program.child("optimizer");
        double sign = program.number("gradientSign", 1);
        double rate = sign * spec.number("lr", 1);
        double decay = spec.number("decay", 0);
        ISchedule schedule = decay == 0 ? null : new InverseSchedule(ScheduleType.ITERATION, rate, decay, 1);
        return switch (spec.text("kind")) {
            case "sgd" -> sgd(rate, spec.number("momentum", 0), schedule);
            case "adam" -> {
                Adam adam = new Adam(
                        rate, spec.number("beta1", 0.9), spec.number("beta2", 0.999), spec.number("epsilon", 1e-8));
                adam.setLearningRateSchedule(schedule);
                yield adam;
            }
            case "rmsprop" -> {
                RmsProp rmsProp = new RmsProp(rate, spec.number("rho", 0.9), spec.number("epsilon", 1e-8));
                rmsProp.setLearningRateSchedule(schedule);
                yield rmsProp;
            }
            case "adagrad" -> {
                AdaGrad adaGrad = new AdaGrad(rate, spec.number("epsilon", 1e-6));
                adaGrad.setLearningRateSchedule(schedule);
                yield adaGrad;
            }
            case "adadelta" -> new AdaDelta(spec.number("rho", 0.95), spec.number("epsilon", 1e-6));
            default -> throw spec.unknown("kind");
        };
    }

    private static IUpdater sgd(double rate, double momentum, ISchedule schedule) {
        if (momentum == 0) {
            return schedule == null ? new Sgd(rate) : new Sgd(schedule);
        }
        return schedule == null ? new Nesterovs(rate, momentum) : new Nesterovs(schedule, momentum);
    }
}
