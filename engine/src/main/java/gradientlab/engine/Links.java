package gradientlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** DL4J's networks as chains: stacks of layers, and graphs in which one vertex follows the other with skips between them. */
final class Links {

    private Links() {}

    static List<Link> of(MultiLayerNetwork network) {
        return IntStream.range(0, network.getnLayers())
                .<Link>mapToObj(i -> new Link.OfLayer(network.getLayer(i)))
                .toList();
    }

    /** Empty if the graph is no chain of layers, sums of two and numbers to multiply by. */
    static Optional<List<Link>> of(ComputationGraph graph) {
        if (graph.getNumInputArrays() != 1 || graph.getNumOutputArrays() != 1) {
            return Optional.empty();
        }
        int[] order = graph.topologicalSortOrder();
        List<Link> links = new ArrayList<>();
        for (int i = 1; i < order.length; i++) {
            Optional<Link> link = link(graph, order, i);
            if (link.isEmpty()) {
                return Optional.empty();
            }
            links.add(link.get());
        }
        return Optional.of(List.copyOf(links));
    }

    /** What stands at a place of the order, of which the graph's input is the first. */
    private static Optional<Link> link(ComputationGraph graph, int[] order, int place) {
        GraphVertex vertex = graph.getVertices()[order[place]];
        List<Integer> inputs = Arrays.stream(vertex.getInputVertices())
                .map(VertexIndices::getVertexIndex)
                .toList();
        List<Integer> before = Arrays.stream(order, 0, place).boxed().toList();
        int last = order[place - 1];
        if (inputs.equals(List.of(last))) {
            return afterOne(graph, vertex);
        }
        int other = inputs.size() == 2 && inputs.contains(last)
                ? before.indexOf(inputs.get(inputs.get(0) == last ? 1 : 0))
                : 0;
        boolean sum = configuration(graph, vertex) instanceof ElementWiseVertex elements
                && elements.getOp() == ElementWiseVertex.Op.Add;
        // The graph's input, place 0, is no link.
        return sum && other > 0 ? Optional.of(new Link.Skip(other - 1)) : Optional.empty();
    }

    private static Optional<Link> afterOne(ComputationGraph graph, GraphVertex vertex) {
        if (vertex instanceof LayerVertex layer) {
            return layer.getLayerPreProcessor() == null
                    ? Optional.of(new Link.OfLayer(layer.getLayer()))
                    : Optional.empty();
        }
        return configuration(graph, vertex) instanceof ScaleVertex scale
                ? Optional.of(new Link.Scale(scale.getScaleFactor()))
                : Optional.empty();
    }

    private static org.deeplearning4j.nn.conf.graph.GraphVertex configuration(
            ComputationGraph graph, GraphVertex vertex) {
        return graph.getConfiguration().getVertices().get(vertex.getVertexName());
    }
}
