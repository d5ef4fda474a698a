package gradientlab.engine.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.parts.WeightLayouts;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.engine.DirectPass;
import gradientlab.engine.LayerPass;
import gradientlab.engine.Pass;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * Captures as {@link NetworkProbe} makes them, by one pass of the direct engine over the network's own parameters.
 *
 * <p>Batches that the direct engine does not take (masks, other shapes) go to a {@link NetworkProbe}.
 */
final class DirectProbe implements Probe {

    private final MultiLayerNetwork network;
    private final DirectPass pass;
    private final Structure structure;
    private NetworkProbe other;

    DirectProbe(MultiLayerNetwork network, DirectPass pass, Structure structure) {
        this.network = network;
        this.pass = pass;
        this.structure = structure;
    }

    @Override
    public Capture capture(DataSet batch, int iteration) {
        if (!pass.accepts(batch)) {
            other = other == null ? NetworkProbe.of(network) : other;
            return other.capture(batch, iteration);
        }
        Pass passed = pass.run(batch);
        List<LayerCapture> layers = new ArrayList<>();
        for (int i = 0; i < passed.layers().size(); i++) {
            layers.add(layer(i, passed, layers));
        }
        LayerCapture output = layers.get(layers.size() - 1);
        return new Capture(iteration, passed.loss(), layers, output.preActivation(), output.nonlinearity());
    }

    /** @param below the captures of the layers below */
    private LayerCapture layer(int index, Pass passed, List<LayerCapture> below) {
        LayerFacts facts = structure.layers().get(index);
        LayerPass layer = passed.layers().get(index);
        Matrix input = index == 0
                ? matrix(passed.rows(), passed.features())
                : below.get(index - 1).activation();
        Matrix output = matrix(passed.rows(), layer.output());
        List<ParameterCapture> parameters = parameters(index, layer);
        return switch (facts.role()) {
            case ACTIVATION ->
                capture(facts, input, output, matrix(passed.rows(), gradientOfInput(index, passed)), parameters);
            case OUTPUT -> {
                Matrix probabilities = matrix(passed.rows(), passed.probabilities());
                yield capture(facts, output, probabilities, matrix(passed.rows(), layer.gradient()), parameters);
            }
            default -> capture(facts, output, output, matrix(passed.rows(), layer.gradient()), parameters);
        };
    }

    private static LayerCapture capture(
            LayerFacts facts, Matrix z, Matrix a, Matrix delta, List<ParameterCapture> parameters) {
        return new LayerCapture(facts.name(), facts.kind(), facts.nonlinearity(), z, a, delta, parameters);
    }

    private static float[] gradientOfInput(int index, Pass passed) {
        return passed.layers().get(index - 1).gradient();
    }

    /** Weights have one row per input; PyTorch's W transposed. */
    private List<ParameterCapture> parameters(int index, LayerPass layer) {
        List<ParameterCapture> parameters = new ArrayList<>();
        layer.parameters().forEach((name, values) -> {
            INDArray tensor = network.getLayer(index).getParam(name);
            parameters.add(new ParameterCapture(
                    name,
                    index + "_" + name,
                    tensor.shape().clone(),
                    values,
                    layer.gradients().get(name),
                    WeightLayouts.of(network.getLayer(index).conf().getLayer(), name, tensor)));
        });
        return parameters;
    }

    private static Matrix matrix(int rows, float[] values) {
        return new Matrix(rows, values.length / rows, values);
    }
}
