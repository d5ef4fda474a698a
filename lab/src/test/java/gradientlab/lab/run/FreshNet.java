package gradientlab.lab.run;

import gradientlab.diagnostics.Capture;
import gradientlab.engine.probe.Probes;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.MlpSpec;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What is measured of a fresh net on the first examples of MNIST, layer by layer.
 *
 * @param zStd std of the affine output
 * @param deltaStd std of δ
 * @param gradientStd std of the gradient of the weights
 */
record FreshNet(List<Double> zStd, List<Double> deltaStd, List<Double> gradientStd) {

    static FreshNet of(MlpSpec spec, int batch) {
        DataSet data = MnistOnce.data().train().first(batch);
        Capture capture = Probes.of(spec.toNetwork(data.getFeatures())).capture(data, 0);
        MlpCapture net = new MlpCapture(capture, spec.activation());
        int depth = spec.hidden().size();
        return new FreshNet(
                layers(depth, l -> MlpCapture.std(net.affine(l).preActivation().values())),
                layers(depth, l -> MlpCapture.std(net.nonlinearity(l).delta().values())),
                layers(depth, l -> MlpCapture.weightGradientStd(net.affine(l))));
    }

    private static List<Double> layers(int depth, IntToDoubleFunction figure) {
        return IntStream.rangeClosed(1, depth).mapToDouble(figure).boxed().toList();
    }

    /** E[x²] of every example. */
    static double[] meanSquares(int batch) {
        INDArray x = MnistOnce.data().train().first(batch).getFeatures();
        return x.mul(x).mean(1).toDoubleVector();
    }
}
