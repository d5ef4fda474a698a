package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.facts.LossKind;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
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
final class Losses {

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
            Map.entry(LossPoisson.class, LossKind.POISSON));

    private Losses() {}

    /** Empty for an output layer whose loss is no loss function of its own, such as YOLO's. */
    static Optional<ILossFunction> of(Layer layer) {
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

    /** OTHER for a subclass or a stranger. */
    static LossKind kind(ILossFunction loss) {
        return ROWS.getOrDefault(loss.getClass(), LossKind.OTHER);
    }

    static boolean weighted(ILossFunction loss) {
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
