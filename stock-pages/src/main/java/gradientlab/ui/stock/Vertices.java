package gradientlab.ui.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.ui.model.stats.api.StatsInitializationReport;
import org.deeplearning4j.ui.module.train.TrainModuleUtils;
import org.deeplearning4j.ui.module.train.TrainModuleUtils.GraphInfo;

/**
 * What the Model page shows as a graph: the inputs and layers of a network, in the page's order.
 *
 * @param names what the page shows, such as {@code hidden-1}
 * @param keys what a report's entries start with, such as {@code 0} for {@code 0_W}; "" for the input of a
 *     MultiLayerNetwork
 */
public record Vertices(List<String> names, List<String> keys) {
    /** Those of a run's network; none if it is neither a MultiLayerNetwork nor a ComputationGraph. */
    public static Vertices of(StatsInitializationReport run) {
        String json = run.getModelConfigJson();
        if (run.getModelClassName().endsWith("MultiLayerNetwork")) {
            return of(TrainModuleUtils.buildGraphInfo(MultiLayerConfiguration.fromJson(json)));
        }
        if (run.getModelClassName().endsWith("ComputationGraph")) {
            return of(TrainModuleUtils.buildGraphInfo(ComputationGraphConfiguration.fromJson(json)));
        }
        return new Vertices(List.of(), List.of());
    }

    private static Vertices of(GraphInfo graph) {
        List<String> keys = graph.getOriginalVertexName().stream()
                .map(key -> key == null ? "" : key)
                .toList();
        return new Vertices(List.copyOf(graph.getVertexNames()), keys);
    }

    /** The place of a vertex, given as its place or its name; digits are a place. */
    public Optional<Integer> find(String placeOrName) {
        return IntStream.range(0, names.size())
                .filter(i -> placeOrName.matches("\\d+")
                        ? placeOrName.equals(String.valueOf(i))
                        : placeOrName.equals(names.get(i)))
                .boxed()
                .findFirst();
    }

    /** The parameter's name within a layer, such as {@code W} of {@code 1_W}, or nothing if it is another layer's. */
    public Optional<String> parameterOf(int vertex, String entry) {
        return owner(entry).filter(key -> key.equals(keys.get(vertex))).map(key -> entry.substring(key.length() + 1));
    }

    // The longest one: of the layers dense and dense_b, dense_b_W belongs to the second.
    private Optional<String> owner(String entry) {
        return keys.stream()
                .filter(key -> !key.isEmpty() && entry.startsWith(key + "_"))
                .max(Comparator.comparingInt(String::length));
    }
}
