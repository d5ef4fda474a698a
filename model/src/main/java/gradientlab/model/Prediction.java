package gradientlab.model;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The logits of examples, with the one question answered that batch normalisation leaves open: by whose statistics?
 *
 * <p>In inference by the running statistics, which training has gathered: then an example's logits do not depend on its
 * company, and one isolated example is as good as any number. In training mode by those of the batch.
 */
public final class Prediction {

    private Prediction() {}

    /** The logits [examples, classes] in inference: batch normalisation uses its running statistics. */
    public static INDArray inference(MultiLayerNetwork network, INDArray features) {
        return Forward.inference(network, features).logits();
    }

    /**
     * The logits [examples, classes] in training mode: batch normalisation uses the statistics of these examples.
     *
     * @throws IllegalArgumentException for a single example if the network has batch normalisation; the message explains
     */
    public static INDArray training(MultiLayerNetwork network, INDArray features) {
        if (features.size(0) < 2 && hasBatchNorm(network)) {
            throw new IllegalArgumentException("Batch normalisation in training mode needs at least 2 examples, not "
                    + features.size(0) + ": the mean of a single example is the example itself, so that every unit"
                    + " becomes its beta and the prediction is the same whatever the input;"
                    + " use inference, which has the running statistics");
        }
        return Forward.training(network, features).logits();
    }

    private static boolean hasBatchNorm(MultiLayerNetwork network) {
        return Arrays.stream(network.getLayers())
                .anyMatch(layer -> layer.conf().getLayer() instanceof BatchNormalization);
    }
}
