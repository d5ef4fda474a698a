package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.remedy.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.graph.vertex.impl.FrozenVertex;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Replica of a {@link ComputationGraph}. */
final class GraphReplica implements Replica {

    private final LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
    private final ComputationGraph original;
    private final ComputationGraph copy;
    private final List<GraphVertex> order = new ArrayList<>();
    private final Map<String, LayerRecorder> recorders = new HashMap<>();

    GraphReplica(ComputationGraph original) {
        this.original = original;
        this.copy = new ComputationGraph(configuration(original));
        copy.init(original.numParams() == 0 ? null : original.params().dup(), false);
        copy.initGradientsView();
        Formats formats = Formats.of(copy.getLayers());
        for (int index : copy.topologicalSortOrder()) {
            GraphVertex vertex = copy.getVertices()[index];
            order.add(vertex);
            if (!vertex.isInputVertex()) {
                recorders.put(vertex.getVertexName(), recorder(vertex, formats));
            }
        }
        for (String output : outputs()) {
            Layers.requireOutput(output, copy.getVertex(output).getLayer());
        }
    }

    @Override
    public int iteration() {
        return original.getIterationCount();
    }

    @Override
    public List<LayerRecorder> recorders() {
        return order.stream()
                .filter(vertex -> !vertex.isInputVertex())
                .map(this::recorder)
                .toList();
    }

    @Override
    public LayerRecorder output() {
        return recorders.get(outputs().get(0));
    }

    @Override
    public double run(Batch batch) {
        if (original.numParams() > 0) {
            copy.setParams(original.params());
        }
        batch.requireArrays(copy.getNumInputArrays(), copy.getNumOutputArrays());
        copy.setInputs(batch.features());
        showMasks(batch);
        copy.setLayerMaskArrays(batch.featureMasks(), batch.labelMasks());
        forward(batch);
        for (int i = 0; i < outputs().size(); i++) {
            Layers.setLabels(copy.getVertex(outputs().get(i)).getLayer(), batch.labels()[i]);
        }
        backward();
        return outputs().stream()
                .mapToDouble(output -> Layers.meanLoss(copy.getVertex(output).getLayer(), memory))
                .sum();
    }

    @Override
    public void clear() {
        copy.clearLayerMaskArrays();
        order.forEach(GraphVertex::clear);
        recorders.values().forEach(LayerRecorder::clear);
        copy.clear();
    }

    /** An LSTM hands its mask on without keeping it. */
    private void showMasks(Batch batch) {
        Map<Integer, Pair<INDArray, MaskState>> flow = new HashMap<>();
        for (int i = 0; i < order.size() && batch.featureMasks() != null; i++) {
            GraphVertex vertex = order.get(i);
            if (vertex.isInputVertex()) {
                flow.put(
                        vertex.getVertexIndex(),
                        new Pair<>(batch.featureMasks()[vertex.getVertexIndex()], MaskState.Active));
                continue;
            }
            VertexIndices[] from = vertex.getInputVertices();
            INDArray[] masks = new INDArray[from.length];
            MaskState state = MaskState.Passthrough;
            for (int j = 0; j < from.length; j++) {
                Pair<INDArray, MaskState> below = flow.get(from[j].getVertexIndex());
                masks[j] = below.getFirst();
                state = state == MaskState.Passthrough ? below.getSecond() : state;
            }
            flow.put(vertex.getVertexIndex(), vertex.feedForwardMaskArrays(masks, state, batch.size()));
            // by now behind the preprocessor
            recorder(vertex).arrivingMask(masks[0]);
        }
    }

    private void forward(Batch batch) {
        for (GraphVertex vertex : order) {
            INDArray out =
                    vertex.isInputVertex() ? batch.features()[vertex.getVertexIndex()] : vertex.doForward(true, memory);
            if (!vertex.isInputVertex()) {
                recorder(vertex).forward(vertex.hasLayer() ? vertex.getLayer().input() : null, out);
            }
            if (vertex.getOutputVertices() != null) {
                for (VertexIndices to : vertex.getOutputVertices()) {
                    copy.getVertices()[to.getVertexIndex()].setInput(to.getVertexEdgeNumber(), out, memory);
                }
            }
        }
    }

    /** A frozen vertex passes nothing down, as in training: what is below it gets no δ. */
    private void backward() {
        for (int i = order.size() - 1; i >= 0; i--) {
            GraphVertex vertex = order.get(i);
            boolean reached = vertex.getEpsilon() != null || outputs().contains(vertex.getVertexName());
            if (reached && !vertex.isInputVertex() && !frozen(vertex)) {
                recorder(vertex).arriving(vertex.getEpsilon());
                Pair<Gradient, INDArray[]> gradients = vertex.doBackward(false, memory);
                INDArray[] epsilons = gradients.getSecond();
                recorder(vertex).leaving(gradients.getFirst(), epsilons == null ? null : epsilons[0]);
                handDown(vertex, epsilons);
            }
        }
    }

    /** The gradient of an output that feeds several vertices is the sum of theirs. */
    private void handDown(GraphVertex vertex, INDArray[] epsilons) {
        VertexIndices[] from = vertex.getInputVertices();
        for (int j = 0; epsilons != null && j < from.length; j++) {
            GraphVertex below = copy.getVertices()[from[j].getVertexIndex()];
            if (epsilons[j] != null) {
                INDArray sum = below.getEpsilon();
                below.setEpsilon(sum == null ? epsilons[j] : sum.add(epsilons[j]));
            }
        }
    }

    private LayerRecorder recorder(GraphVertex vertex) {
        return recorders.get(vertex.getVertexName());
    }

    private LayerRecorder recorder(GraphVertex vertex, Formats formats) {
        String name = vertex.getVertexName();
        if (!vertex.hasLayer()) {
            return new LayerRecorder(name, name, vertex.getClass().getSimpleName(), null, Instrument.plain(), formats);
        }
        if (original.getLayer(name) instanceof FrozenLayer) {
            vertex.setLayerAsFrozen();
        }
        Layer layer = vertex.getLayer();
        Instrument instrument = Layers.instrument(layer, original.getLayer(name), formats);
        return new LayerRecorder(name, name, Layers.kind(layer), layer, instrument, formats);
    }

    /** The order of the vertices is the order of the parameters, and DL4J's clone does not keep it. */
    private static ComputationGraphConfiguration configuration(ComputationGraph original) {
        ComputationGraphConfiguration configuration =
                original.getConfiguration().clone();
        configuration.setTopologicalOrder(
                original.getConfiguration().getTopologicalOrder().clone());
        configuration.setTopologicalOrderStr(
                List.copyOf(original.getConfiguration().getTopologicalOrderStr()));
        configuration.getVertices().values().forEach(vertex -> {
            if (vertex instanceof LayerVertex layer) {
                layer.getLayerConf()
                        .setLayer(OwnConfiguration.of(layer.getLayerConf().getLayer()));
            }
        });
        return configuration;
    }

    private static boolean frozen(GraphVertex vertex) {
        return vertex instanceof FrozenVertex || vertex.getLayer() instanceof FrozenLayer;
    }

    private List<String> outputs() {
        return copy.getConfiguration().getNetworkOutputs();
    }
}
