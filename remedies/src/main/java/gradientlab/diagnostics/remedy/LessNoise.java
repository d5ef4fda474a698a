package gradientlab.diagnostics.remedy;

import java.util.List;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.ISchedule;

/** Less of what keeps a layer from fitting: dropout, its relatives, and pulls on the weights. */
final class LessNoise {

    private LessNoise() {}

    /** Keeps this share of the layer's input, or of its weights; false where it keeps as much, or drops in a way of its own. */
    static boolean keep(Layer layer, double kept) {
        IDropout less = kept(layer.getIDropout(), kept);
        if (less != null) {
            layer.setIDropout(less);
            return true;
        } else if (layer instanceof BaseLayer weighted
                && weighted.getWeightNoise() instanceof DropConnect drop
                && value(drop.getWeightRetainProbSchedule(), drop.getWeightRetainProb()) < kept) {
            weighted.setWeightNoise(new DropConnect(kept, drop.isApplyToBiases()));
            return true;
        }
        return false;
    }

    /** Null where that much is kept. */
    private static IDropout kept(IDropout dropout, double kept) {
        if (dropout instanceof Dropout plain && value(plain.getPSchedule(), plain.getP()) < kept) {
            return new Dropout(kept);
        } else if (dropout instanceof AlphaDropout alpha && value(alpha.getPSchedule(), alpha.getP()) < kept) {
            return new AlphaDropout(kept);
        } else if (dropout instanceof SpatialDropout spatial && value(spatial.getPSchedule(), spatial.getP()) < kept) {
            return new SpatialDropout(kept);
        }
        return dropout instanceof GaussianDropout gaussian
                        && 1 - value(gaussian.getRateSchedule(), gaussian.getRate()) < kept
                ? new GaussianDropout(1 - kept)
                : null;
    }

    private static double value(ISchedule schedule, double constant) {
        return schedule == null ? constant : schedule.valueAt(0, 0);
    }

    /** Multiplies the strength of the pulls on weights and biases; false where there are none. */
    static boolean scale(BaseLayer layer, double factor) {
        boolean any = some(layer.getRegularization()) || some(layer.getRegularizationBias());
        layer.setRegularization(scaled(layer.getRegularization(), factor));
        layer.setRegularizationBias(scaled(layer.getRegularizationBias(), factor));
        return any;
    }

    private static boolean some(List<Regularization> all) {
        return all != null && !all.isEmpty();
    }

    private static List<Regularization> scaled(List<Regularization> all, double factor) {
        return all == null
                ? null
                : all.stream().map(each -> scaled(each, factor)).toList();
    }

    private static Regularization scaled(Regularization pull, double factor) {
        if (pull instanceof L1Regularization l1) {
            return new L1Regularization(new ChangedSchedule(l1.getL1(), factor, 1));
        } else if (pull instanceof L2Regularization l2) {
            return new L2Regularization(new ChangedSchedule(l2.getL2(), factor, 1));
        }
        return pull instanceof WeightDecay decay
                ? new WeightDecay(new ChangedSchedule(decay.getCoeff(), factor, 1), decay.isApplyLR())
                : pull;
    }
}
