package gradientlab.diagnostics.parts;

import gradientlab.diagnostics.facts.LossKind;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossKLD;
import org.nd4j.linalg.lossfunctions.impl.LossL1;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMAPE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossMSLE;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;

/** Which loss function an output layer has. */
public final class Losses {

    private static final Map<Class<? extends ILossFunction>, LossKind> ROWS = Map.ofEntries(
            Map.entry(LossMCXENT.class, LossKind.MCXENT),
            Map.entry(LossNegativeLogLikelihood.class, LossKind.MCXENT),
            Map.entry(LossSparseMCXENT.class, LossKind.SPARSE_MCXENT),
            Map.entry(LossBinaryXENT.class, LossKind.XENT),
            Map.entry(LossMSE.class, LossKind.MSE),
            Map.entry(LossL2.class, LossKind.L2),
            Map.entry(LossMAE.class, LossKind.MAE),
            Map.entry(LossL1.class, LossKind.L1),
            Map.entry(LossHinge.class, LossKind.HINGE),
            Map.entry(LossSquaredHinge.class, LossKind.SQUARED_HINGE),
            Map.entry(LossKLD.class, LossKind.KL_DIVERGENCE),
            Map.entry(LossPoisson.class, LossKind.POISSON),
            Map.entry(LossMAPE.class, LossKind.MAPE),
            Map.entry(LossMSLE.class, LossKind.MSLE));

    /** Rows of logits that a stranger is asked about. */
    private static final int ASKED = 3;

    /** Classes without fields of their own, which always answer the same: each is asked once. */
    private static final Map<Class<?>, Boolean> STATELESS = new ConcurrentHashMap<>();

    private Losses() {}

    /** Empty for an output layer whose loss is no loss function of its own, such as YOLO's. */
    public static Optional<ILossFunction> of(Layer layer) {
        if (layer instanceof BaseOutputLayer output) {
            return Optional.ofNullable(output.getLossFn());
        } else if (layer instanceof LossLayer output) {
            return Optional.ofNullable(output.getLossFn());
        } else if (layer instanceof RnnLossLayer output) {
            return Optional.ofNullable(output.getLossFn());
        } else if (layer instanceof CnnLossLayer output) {
            return Optional.ofNullable(output.getLossFn());
        }
        return layer instanceof Cnn3DLossLayer output ? Optional.ofNullable(output.getLossFn()) : Optional.empty();
    }

    /** Of a class that is not DL4J's it is asked whether it is the cross entropy of a softmax; otherwise OTHER. */
    public static LossKind kind(ILossFunction loss, Optional<IActivation> activation, int units) {
        LossKind known = ROWS.get(loss.getClass());
        if (known != null) {
            return known;
        }
        boolean softmax = activation.filter(ActivationSoftmax.class::isInstance).isPresent() && units > 1;
        return softmax && crossEntropyOf(loss, activation.orElseThrow(), units) ? LossKind.MCXENT : LossKind.OTHER;
    }

    private static boolean crossEntropyOf(ILossFunction loss, IActivation softmax, int units) {
        return isStateless(loss.getClass())
                ? STATELESS.computeIfAbsent(loss.getClass(), type -> crossEntropy(loss, softmax, units))
                : crossEntropy(loss, softmax, units);
    }

    private static boolean isStateless(Class<?> type) {
        return type.getSuperclass() == Object.class
                && Arrays.stream(type.getDeclaredFields()).allMatch(field -> Modifier.isStatic(field.getModifiers()));
    }

    /** By its value for a few logits z and classes: the mean of ln Σ exp z − z of the class. */
    private static boolean crossEntropy(ILossFunction loss, IActivation softmax, int units) {
        INDArray z = Nd4j.create(DataType.DOUBLE, ASKED, units);
        INDArray y = Nd4j.create(DataType.DOUBLE, ASKED, units);
        double expected = 0;
        for (int row = 0; row < ASKED; row++) {
            double sum = 0;
            for (int column = 0; column < units; column++) {
                double logit = Math.sin(1 + row * units + column);
                z.putScalar(row, column, logit);
                sum += Math.exp(logit);
            }
            y.putScalar(row, row % units, 1);
            expected += (Math.log(sum) - z.getDouble(row, row % units)) / ASKED;
        }
        try {
            double score = loss.computeScore(y, z, softmax, null, true);
            return Math.abs(score - expected) < 1e-4 * expected;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether some outputs count more than others. */
    public static boolean weighted(ILossFunction loss) {
        if (loss instanceof LossMCXENT entropy) {
            return entropy.getWeights() != null;
        } else if (loss instanceof LossBinaryXENT entropy) {
            return entropy.getWeights() != null;
        } else if (loss instanceof LossL2 squares) {
            return squares.getWeights() != null;
        } else if (loss instanceof LossL1 distances) {
            return distances.getWeights() != null;
        } else if (loss instanceof LossMSLE squares) {
            return squares.getWeights() != null;
        }
        return loss instanceof LossMAPE shares && shares.getWeights() != null;
    }
}
