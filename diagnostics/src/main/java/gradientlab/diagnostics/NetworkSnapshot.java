package gradientlab.diagnostics;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The whole network on one batch: its loss against chance, its logits, its predictions.
 *
 * @param loss mean loss of the batch, without regularisation
 * @param chanceLoss ln C for a softmax over C classes, the loss of a fresh model that is well set up; otherwise NaN
 * @param logits pre-activations of the first output layer
 * @param softmaxEntropy mean entropy of the predicted distribution, in nats; NaN when the output is no softmax
 * @param predictions examples predicted as each class, without those that have a NaN among their logits; empty unless
 *     there are two or more columns of logits
 */
public record NetworkSnapshot(
        double loss, double chanceLoss, Distribution logits, double softmaxEntropy, List<Long> predictions) {

    /** Copies the list of predictions. */
    public NetworkSnapshot {
        predictions = List.copyOf(predictions);
    }

    static NetworkSnapshot of(Capture capture, int bins) {
        Matrix logits = capture.logits();
        boolean softmax = capture.output() == Nonlinearity.SOFTMAX;
        boolean classes = logits.columns() >= 2;
        return new NetworkSnapshot(
                capture.loss(),
                softmax ? Logits.chanceLoss(logits.columns()) : Double.NaN,
                Distribution.of(logits.values(), bins),
                softmax ? Logits.meanEntropy(logits) : Double.NaN,
                classes ? LongStream.of(Logits.predictions(logits)).boxed().toList() : List.of());
    }
}
