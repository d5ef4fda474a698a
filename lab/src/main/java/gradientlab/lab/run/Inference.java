package gradientlab.lab.run;

import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What a network says in inference about each example of a batch.
 *
 * <p>From one forward pass, which DL4J takes once for the loss and once for the output.
 *
 * @param losses the loss of each, without regularisation
 * @param classes the most probable class of each; the first of equal ones
 */
record Inference(double[] losses, int[] classes) {

    private static final LayerWorkspaceMgr NONE = LayerWorkspaceMgr.noWorkspaces();

    /** Of a chain, by one forward pass. */
    static Inference of(MultiLayerNetwork network, DataSet batch) {
        int hidden = network.getnLayers() - 1;
        INDArray signal = batch.getFeatures();
        if (hidden > 0) {
            signal = network.feedForwardToLayer(hidden - 1, signal, false).get(hidden);
        }
        IOutputLayer layer = (IOutputLayer) network.getOutputLayer();
        layer.setInput(signal, NONE);
        return of(layer, layer.activate(false, NONE), batch.getLabels());
    }

    /**
     * Of a graph with one input and one output, by one forward pass.
     *
     * <p>Every vertex works on copies. In DL4J's own {@code score} and {@code feedForward} in inference an activation
     * layer overwrites what it is given, and a skip connection from there then adds the wrong thing.
     */
    static Inference of(ComputationGraph graph, DataSet batch) {
        INDArray[] signals = new INDArray[graph.getVertices().length];
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            signals[index] = vertex.isInputVertex() ? batch.getFeatures() : forward(vertex, signals);
            if (vertex.isOutputVertex()) {
                return of((IOutputLayer) vertex.getLayer(), signals[index], batch.getLabels());
            }
            vertex.clear();
        }
        throw new IllegalArgumentException("A graph needs an output layer to be evaluated, but this one has none.");
    }

    private static INDArray forward(GraphVertex vertex, INDArray[] signals) {
        VertexIndices[] inputs = vertex.getInputVertices();
        for (int i = 0; i < inputs.length; i++) {
            vertex.setInput(i, signals[inputs[i].getVertexIndex()].dup(), NONE);
        }
        return vertex.doForward(false, NONE);
    }

    /** @param layer an output layer that has its input */
    private static Inference of(IOutputLayer layer, INDArray output, INDArray labels) {
        try {
            layer.setLabels(labels);
            double[] losses = layer.computeScoreForExamples(0, NONE).toDoubleVector();
            return new Inference(losses, output.argMax(1).toIntVector());
        } finally {
            layer.clear();
        }
    }
}
