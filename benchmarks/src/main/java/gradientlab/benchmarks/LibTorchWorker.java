package gradientlab.benchmarks;

import static org.bytedeco.pytorch.global.torch.batch_norm;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.from_blob;
import static org.bytedeco.pytorch.global.torch.histc;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.tanh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** LibTorch in the JVM, in a process without ND4J. */
final class LibTorchWorker implements Worker {

    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;

    /** One hidden layer or the output layer; bias, norm and running statistics may be missing. */
    private record Layer(Tensor weights, Tensor bias, Tensor gamma, Tensor beta, Tensor mean, Tensor variance) {}

    private final List<Tensor> features = new ArrayList<>();
    private final List<Tensor> labels = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private Size size;
    private SGD optimiser;
    private float[] parameters;
    private int read;

    /**
     * LibTorch's libraries need one another: all have to lie beside each other before the first is loaded, or the system's
     * loader takes those of another LibTorch that it may find, and the process crashes.
     */
    LibTorchWorker() throws IOException {
        Loader.cacheResources(torch.class, Loader.getPlatform() + "/");
        set_num_threads(1);
    }

    @Override
    public String version() {
        return "LibTorch " + Tensor.class.getPackage().getImplementationVersion() + ", " + Machine.openblas();
    }

    @Override
    public void open(Path folder, Size wanted) throws IOException {
        size = wanted;
        features.clear();
        labels.clear();
        layers.clear();
        split(Floats.read(folder.resolve("features.f32")), Size.INPUTS, features);
        split(Floats.read(folder.resolve("labels.f32")), Size.CLASSES, labels);
        labels.replaceAll(oneHot -> oneHot.argmax(new LongOptional(1), false));
        parameters = Floats.read(folder.resolve("parameters.f32"));
        read = 0;
        int in = Size.INPUTS;
        for (int i = 0; i < size.depth(); i++) {
            layers.add(hidden(in, size.width()));
            in = size.width();
        }
        layers.add(new Layer(next(Size.CLASSES, in), next(Size.CLASSES), null, null, null, null));
        TensorVector learnt = new TensorVector();
        layers.forEach(layer -> learnt(layer).forEach(learnt::push_back));
        optimiser = new SGD(learnt, new SGDOptions(Size.LEARNING_RATE));
    }

    private void split(float[] all, int columns, List<Tensor> into) {
        int length = size.batch() * columns;
        for (int i = 0; i < Size.BATCHES; i++) {
            float[] part = new float[length];
            System.arraycopy(all, i * length, part, 0, length);
            into.add(from_blob(new FloatPointer(part), size.batch(), columns).clone());
        }
    }

    private Layer hidden(int in, int out) {
        Tensor weights = next(out, in);
        if (!size.batchNorm()) {
            return new Layer(weights, next(out), null, null, null, null);
        }
        Tensor gamma = next(out);
        Tensor beta = next(out);
        Tensor mean = next(out).detach();
        next(out); // log10 of the running deviation, which is 0 at the start
        Tensor variance = from_blob(new FloatPointer(ones(out)), out).clone();
        return new Layer(weights, null, gamma, beta, mean, variance);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        java.util.Arrays.fill(ones, 1f);
        return ones;
    }

    private Tensor next(long... shape) {
        int length = 1;
        for (long extent : shape) {
            length *= (int) extent;
        }
        float[] part = new float[length];
        System.arraycopy(parameters, read, part, 0, length);
        read += length;
        return from_blob(new FloatPointer(part), shape).clone().set_requires_grad(true);
    }

    private static List<Tensor> learnt(Layer layer) {
        List<Tensor> learnt = new ArrayList<>(List.of(layer.weights));
        if (layer.bias != null) {
            learnt.add(layer.bias);
        }
        if (layer.gamma != null) {
            learnt.add(layer.gamma);
            learnt.add(layer.beta);
        }
        return learnt;
    }

    @Override
    @SuppressWarnings({"try", "unchecked"}) // the scope frees the step's tensors
    public double step(long number) {
        try (PointerScope scope = new PointerScope()) {
            boolean histograms = size.hasHistograms(number);
            List<Tensor> seen = new ArrayList<>();
            int batch = (int) (number % Size.BATCHES);
            Tensor logits = forward(features.get(batch), histograms, seen);
            Tensor loss = cross_entropy_loss(logits, labels.get(batch));
            optimiser.zero_grad();
            loss.backward();
            if (histograms) {
                histograms(seen);
            }
            optimiser.step();
            return loss.item_float();
        }
    }

    private Tensor forward(Tensor input, boolean histograms, List<Tensor> seen) {
        Tensor signal = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Tensor z = layer.bias == null
                    ? linear(signal, layer.weights)
                    : linear(signal, layer.weights, new TensorOptional(layer.bias));
            if (histograms) {
                z.retain_grad();
                seen.add(z);
            }
            boolean output = i == layers.size() - 1;
            signal = output ? z : tanh(layer.gamma == null ? z : norm(layer, z));
            if (histograms && !output) {
                seen.add(signal);
            }
        }
        return signal;
    }

    private static Tensor norm(Layer layer, Tensor z) {
        return batch_norm(
                z,
                new TensorOptional(layer.gamma),
                new TensorOptional(layer.beta),
                new TensorOptional(layer.mean),
                new TensorOptional(layer.variance),
                true,
                MOMENTUM,
                EPSILON,
                false);
    }

    private void histograms(List<Tensor> seen) {
        for (Tensor tensor : seen) {
            histogram(tensor.detach());
        }
        for (int i = 0; i < seen.size(); i += 2) { // the pre-activations
            histogram(seen.get(i).grad());
        }
        layers.forEach(layer -> histogram(layer.weights.grad()));
    }

    private static void histogram(Tensor tensor) {
        histc(tensor, Size.BINS, new Scalar(0), new Scalar(0));
    }
}
