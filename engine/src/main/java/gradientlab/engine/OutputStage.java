package gradientlab.engine;

/** The affine map of the output layer with softmax and cross entropy, as {@code LossSoftmaxCrossEntropy} defines them. */
final class OutputStage extends DenseStage {

    private final float[] labels;
    private final float[] shifted;

    OutputStage(LayerPlace place) {
        super(place);
        labels = new float[place.rows() * place.out()];
        shifted = new float[place.out()];
    }

    /** Where the labels of the batch are to be put. */
    float[] labels() {
        return labels;
    }

    /** The sum of the examples' losses; the gradient with respect to the logits goes to {@code delta}. */
    double loss(Delta delta, int rows) {
        double loss = 0;
        for (int i = 0; i < rows; i++) {
            loss += example(i * place.out(), delta.values);
        }
        return loss;
    }

    /** The softmax of the logits, row by row. */
    float[] probabilities(int rows) {
        int classes = place.out();
        float[] probabilities = new float[rows * classes];
        for (int start = 0; start < probabilities.length; start += classes) {
            softmax(start, probabilities);
        }
        return probabilities;
    }

    private void softmax(int start, float[] into) {
        float sum = exponentials(start, into);
        for (int j = 0; j < place.out(); j++) {
            into[start + j] /= sum;
        }
    }

    /** Of the logits less the greatest of the example; returns their sum. */
    private float exponentials(int start, float[] into) {
        int classes = place.out();
        float max = output.values[start];
        for (int j = 1; j < classes; j++) {
            max = Math.max(max, output.values[start + j]);
        }
        float sum = 0;
        for (int j = 0; j < classes; j++) {
            shifted[j] = output.values[start + j] - max;
            into[start + j] = (float) Math.exp(shifted[j]);
            sum += into[start + j];
        }
        return sum;
    }

    /** In float32 like DL4J, so that what overflows there overflows here. */
    private double example(int start, float[] delta) {
        return softmaxMinusLabels(start, delta, exponentials(start, delta));
    }

    private double softmaxMinusLabels(int start, float[] delta, float sum) {
        float logSum = (float) Math.log(sum);
        float weight = 0;
        float loss = 0;
        for (int j = 0; j < place.out(); j++) {
            weight += labels[start + j];
            loss -= labels[start + j] * (shifted[j] - logSum);
        }
        for (int j = 0; j < place.out(); j++) {
            delta[start + j] = delta[start + j] / sum * weight - labels[start + j];
        }
        return loss;
    }
}
