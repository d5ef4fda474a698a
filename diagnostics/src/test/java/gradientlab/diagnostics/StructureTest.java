package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StructureTest {

    private static LayerFacts layer(String name, String... inputs) {
        return new LayerFacts(name, "kind", Role.PASSIVE, ActivationFunction.IDENTITY, false, false, List.of(inputs));
    }

    private static List<String> names(List<LayerFacts> layers) {
        return layers.stream().map(LayerFacts::name).toList();
    }

    /** input → a → (b, c) → d, and from c to e: the nearest ones that match, in the order of the paths, each once. */
    @Test
    void theNearestLayersAreFoundOnEveryPath() {
        Structure fork = new Structure(
                List.of(layer("a", "input"), layer("b", "a"), layer("c", "a"), layer("d", "b", "c"), layer("e", "c")));
        assertThat(names(fork.nextAbove("a", layer -> layer.name().matches("[de]"))))
                .containsExactly("d", "e");
        assertThat(names(fork.nextAbove("a", layer -> layer.name().matches("[bd]"))))
                .containsExactly("b", "d");
        assertThat(names(fork.nextBelow(
                        fork.layer("d").orElseThrow(), layer -> layer.name().matches("[ac]"))))
                .containsExactly("a", "c");
        assertThat(fork.nextAbove("e", layer -> true)).isEmpty();
    }

    @Test
    void aPathOfThousandsOfLayersIsFollowed() {
        int depth = 5_000;
        Structure deep = new Structure(IntStream.rangeClosed(1, depth)
                .mapToObj(i -> layer("layer-" + i, i == 1 ? "input" : "layer-" + (i - 1)))
                .toList());
        String last = "layer-" + depth;
        assertThat(names(deep.nextAbove("layer-1", layer -> layer.name().equals(last))))
                .containsExactly(last);
        assertThat(names(deep.nextBelow(
                        deep.layer(last).orElseThrow(), layer -> layer.name().equals("layer-1"))))
                .containsExactly("layer-1");
    }

    /** No network has one, but a file that is damaged may. */
    @Test
    void aLoopEnds() {
        Structure loop =
                new Structure(Stream.of(layer("a", "b"), layer("b", "a")).toList());
        assertThat(loop.nextAbove("a", layer -> false)).isEmpty();
        assertThat(loop.nextBelow(loop.layer("a").orElseThrow(), layer -> false))
                .isEmpty();
    }
}
