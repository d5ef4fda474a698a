package gradientlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * The stages of one network, one behind the other, with buffers for a number of examples: a forward pass and a backward pass,
 * no update. Parameters are read where the network has them; gradients go to an array that is given.
 */
final class LayerPipeline {

    final int rows;
    final Signal input;
    final List<Stage> stages;
    final OutputStage outputStage;
    final Delta delta;

    // Own the memory that the stages point into.
    final INDArray parameters;
    final INDArray gradients;

    /** The skips that begin at the output of each stage. */
    private final Map<Integer, List<SkipStage>> skips = new HashMap<>();

    /** @param gradients as many values as the network has parameters, in the same order */
    LayerPipeline(MultiLayerNetwork network, INDArray gradients, int rows) {
        this(Links.of(network), network.params(), gradients, rows);
    }

    /** @param links whose layers' parameters lie one behind the other, a layer the first */
    LayerPipeline(List<Link> links, INDArray parameters, INDArray gradients, int rows) {
        this.rows = rows;
        this.parameters = parameters;
        this.gradients = gradients;
        input = new Signal(rows, units(((Link.OfLayer) links.get(0)).layer(), true, 0));
        stages = stages(links);
        outputStage = (OutputStage) stages.get(stages.size() - 1);
        delta = new Delta(
                rows, stages.stream().mapToInt(stage -> stage.place.out()).max().orElseThrow());
    }

    /** Whether there is room for this number of examples and these are still the arrays that the pointers go to. */
    boolean fits(INDArray source, INDArray target, int batch) {
        return batch <= rows && source == parameters && target == gradients;
    }

    /** Whether a batch is a matrix of examples without masks, of the network's inputs and outputs. */
    boolean accepts(DataSet batch) {
        return !batch.hasMaskArrays()
                && isMatrix(batch.getFeatures(), input.units)
                && isMatrix(batch.getLabels(), outputStage.place.out())
                && batch.getLabels().size(0) == batch.getFeatures().size(0);
    }

    private static boolean isMatrix(INDArray array, int columns) {
        return array != null && array.rank() == 2 && array.size(1) == columns && array.length() > 0;
    }

    void read(DataSet batch) {
        INDArray features = NativeArrays.rowByRow(batch.getFeatures());
        INDArray labels = NativeArrays.rowByRow(batch.getLabels());
        if (stages.get(0).readsNative()) {
            NativeArrays.copy(features, input.pointer, features.length());
        } else {
            NativeArrays.copy(features, input.values, (int) features.length());
        }
        NativeArrays.copy(labels, outputStage.labels(), (int) labels.length());
    }

    /** A copy of the features that were read. */
    float[] features(int batch) {
        if (stages.get(0).readsNative()) {
            input.fromNative(batch);
        }
        return Arrays.copyOf(input.values, batch * input.units);
    }

    /** @param shown whether every signal but the last has to be in native memory, where listeners look at it */
    void forward(int batch, boolean shown) {
        Signal signal = input;
        for (Stage stage : stages) {
            stage.forward(signal, batch);
            signal = stage.output;
            boolean last = stage == outputStage;
            if (!last && (shown || stages.get(stage.place.index() + 1).readsNative())) {
                signal.toNative(batch);
            }
        }
    }

    /** The mean loss of the batch; {@link #delta} becomes its sum's gradient with respect to the logits. */
    double loss(int batch) {
        return outputStage.loss(delta, batch) / batch;
    }

    /** @param each gets every stage when its parameters' gradients are there and {@link #delta} belongs to its output */
    void backward(int batch, Consumer<Stage> each) {
        for (int i = stages.size() - 1; i >= 0; i--) {
            Stage stage = stages.get(i);
            Signal before = i == 0 ? input : stages.get(i - 1).output;
            skips.getOrDefault(i, List.of()).forEach(skip -> skip.addTo(delta, batch));
            stage.parameterGradients(before, delta, batch);
            each.accept(stage);
            if (i > 0) {
                stage.inputGradient(before, delta, batch);
            }
        }
    }

    private List<Stage> stages(List<Link> links) {
        List<Stage> all = new ArrayList<>();
        int in = input.units;
        int offset = 0;
        for (Link link : links) {
            if (link instanceof Link.OfLayer each) {
                Layer layer = each.layer();
                int out = units(layer, false, in);
                LayerPlace place =
                        new LayerPlace(all.size(), layer.conf().getLayer(), rows, in, out, parameters(layer, offset));
                all.add(StageKind.of(place.layer()).orElseThrow().stage(place));
                offset += (int) layer.numParams();
                in = out;
            } else {
                all.add(vertex(link, all, in));
            }
        }
        return List.copyOf(all);
    }

    private Stage vertex(Link link, List<Stage> before, int units) {
        LayerPlace place = new LayerPlace(before.size(), null, rows, units, units, Map.of());
        if (link instanceof Link.Scale scale) {
            return new ScaleStage(place, scale.factor());
        }
        int from = ((Link.Skip) link).from();
        SkipStage skip = new SkipStage(place, before.get(from).output);
        skips.computeIfAbsent(from, k -> new ArrayList<>()).add(skip);
        return skip;
    }

    private Map<String, Parameter> parameters(Layer layer, int start) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        int offset = start;
        Map<String, INDArray> table = layer.paramTable() == null ? Map.of() : layer.paramTable();
        for (Map.Entry<String, INDArray> entry : table.entrySet()) {
            int length = (int) entry.getValue().length();
            all.put(
                    entry.getKey(),
                    new Parameter(
                            NativeArrays.pointer(parameters, offset), NativeArrays.pointer(gradients, offset), length));
            offset += length;
        }
        return all;
    }

    /** A layer's inputs or outputs per example; a layer without weights has as many as come in. */
    private static int units(Layer layer, boolean inputs, int before) {
        if (layer.conf().getLayer() instanceof FeedForwardLayer sized) {
            long units = inputs ? sized.getNIn() : sized.getNOut();
            return units > 0 ? (int) units : before;
        }
        return before;
    }
}
