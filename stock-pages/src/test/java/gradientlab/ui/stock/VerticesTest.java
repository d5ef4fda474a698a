package gradientlab.ui.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerticesTest {

    /** As DL4J names the input and twelve layers of a MultiLayerNetwork. */
    private final Vertices twelve = new Vertices(
            IntStream.rangeClosed(0, 12)
                    .mapToObj(i -> i == 0 ? "Input" : "layer" + i)
                    .toList(),
            IntStream.rangeClosed(0, 12)
                    .mapToObj(i -> i == 0 ? "" : String.valueOf(i - 1))
                    .toList());

    private final Vertices graph =
            new Vertices(List.of("in", "dense", "dense_b", "7"), List.of("in", "dense", "dense_b", "7"));

    @Test
    void layerOneHasNothingOfLayerTen() {
        assertThat(twelve.parameterOf(2, "1_W")).hasValue("W");
        assertThat(twelve.parameterOf(2, "10_W")).isEmpty();
        assertThat(twelve.parameterOf(2, "11_gamma")).isEmpty();
        assertThat(twelve.parameterOf(11, "10_W")).hasValue("W");
    }

    @Test
    void aLayerHasNothingOfOneWhoseNameGoesOn() {
        assertThat(graph.parameterOf(1, "dense_W")).hasValue("W");
        assertThat(graph.parameterOf(1, "dense_b_W")).isEmpty();
        assertThat(graph.parameterOf(2, "dense_b_W")).hasValue("W");
    }

    @Test
    void aVertexIsFoundByNameOrPlace() {
        assertThat(twelve.find("layer3")).hasValue(3);
        assertThat(twelve.find("3")).hasValue(3);
        assertThat(twelve.find("13")).isEmpty();
        assertThat(twelve.find("layer13")).isEmpty();
        assertThat(graph.find("7")).as("digits are a place").isEmpty();
    }
}
