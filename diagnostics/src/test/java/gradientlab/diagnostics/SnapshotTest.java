package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

class SnapshotTest {

    private static final Matrix Z = new Matrix(3, 4, new float[] {
        3, 0, -9, 1, //
        3, 0.1f, 9, 2, //
        -3, -0.1f, 9, 3
    });
    private static final Matrix A = map(Z);
    private static final Matrix DELTA = new Matrix(3, 4, new float[] {0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 0.5f});
    private static final ParameterCapture WEIGHTS =
            new ParameterCapture("W", "0_W", new long[] {2, 2}, new float[] {1, 2, 3, 4}, new float[] {0, 0, 1, -1});
    private static final LayerCapture HIDDEN =
            new LayerCapture("hidden", "DenseLayer", Nonlinearity.TANH, Z, A, DELTA, List.of(WEIGHTS));
    private static final Matrix LOGITS = new Matrix(3, 2, new float[] {0, 0, 2, 1, 5, 7});
    private static final LayerCapture OUTPUT =
            new LayerCapture("out", "OutputLayer", Nonlinearity.SOFTMAX, LOGITS, LOGITS, Matrix.EMPTY, List.of());
    private static final Capture CAPTURE = new Capture(5, 0.9, List.of(HIDDEN, OUTPUT), LOGITS);

    private final Snapshot snapshot = Snapshot.of(CAPTURE, new SnapshotOptions(10));

    @Test
    void theNetworkIsItsLossItsLogitsAndItsPredictions() {
        NetworkSnapshot network = snapshot.network();

        assertThat(snapshot.iteration()).isEqualTo(5);
        assertThat(network.loss()).isEqualTo(0.9);
        assertThat(network.chanceLoss()).isEqualTo(Math.log(2));
        assertThat(network.logits()).isEqualTo(Distribution.of(LOGITS.values(), 10));
        assertThat(network.softmaxEntropy()).isEqualTo(Logits.meanEntropy(LOGITS));
        assertThat(network.predictions()).containsExactly(2L, 1L);
    }

    @Test
    void aLayerIsItsDistributionsAndShares() {
        LayerSnapshot hidden = snapshot.layers().get(0);

        assertThat(hidden.name()).isEqualTo("hidden");
        assertThat(hidden.kind()).isEqualTo("DenseLayer");
        assertThat(hidden.examples()).isEqualTo(3);
        assertThat(hidden.units()).isEqualTo(4);
        assertThat(hidden.preActivation()).isEqualTo(Distribution.of(Z.values(), 10));
        assertThat(hidden.activation()).isEqualTo(Distribution.of(A.values(), 10));
        assertThat(hidden.delta()).isEqualTo(Distribution.of(DELTA.values(), 10));
        assertThat(hidden.saturatedShare()).as("|z| > 2.092: 3 3 -3 -9 9 9 3").isEqualTo(7.0 / 12);
        assertThat(hidden.tanhAbove97Share()).isEqualTo(7.0 / 12);
        assertThat(hidden.tanhAbove99Share()).as("tanh 3 = 0.995").isEqualTo(7.0 / 12);
        assertThat(hidden.deadUnitShare()).as("the first and the third unit").isEqualTo(0.5);
        assertThat(hidden.oneSignUnitShare()).as("the last unit").isEqualTo(0.25);
        assertThat(hidden.zeroDeltaShare()).isEqualTo(0.5);
    }

    @Test
    void aParameterIsItsDistributions() {
        ParameterSnapshot weights = snapshot.layers().get(0).parameters().get(0);

        assertThat(weights.name()).isEqualTo("W");
        assertThat(weights.key()).isEqualTo("0_W");
        assertThat(weights.shape()).containsExactly(2L, 2L);
        assertThat(weights.values()).isEqualTo(Distribution.of(WEIGHTS.values(), 10));
        assertThat(weights.gradient()).isEqualTo(Distribution.of(WEIGHTS.gradient(), 10));
        assertThat(weights.log10UpdateRatio()).isNaN();
    }

    @Test
    void updatesFindTheirParametersByKey() {
        Distribution values = Distribution.of(new float[] {1, 2, 2}, 3);
        Snapshot updated = snapshot.withUpdates(
                Map.of("0_W", new ParameterUpdate(values, -3.1), "7_W", new ParameterUpdate(values, 0)));

        ParameterSnapshot weights = updated.layers().get(0).parameters().get(0);
        assertThat(weights.log10UpdateRatio()).isEqualTo(-3.1);
        assertThat(weights.update()).isEqualTo(values);
        assertThat(updated.withUpdates(Map.of())).isEqualTo(snapshot);
        assertThat(updated.network()).isEqualTo(snapshot.network());
    }

    @Test
    void whatCannotBeToldIsNotANumber() {
        LayerSnapshot output = snapshot.layers().get(1);

        assertThat(output.saturatedShare()).as("softmax has no limit on one z").isNaN();
        assertThat(output.deadUnitShare()).isNaN();
        assertThat(output.tanhAbove97Share()).as("not a tanh").isNaN();
        assertThat(output.zeroDeltaShare()).as("no delta").isNaN();
        assertThat(output.delta().statistics().count()).isZero();
    }

    @Test
    void anOutputWithoutSoftmaxHasNoChanceLoss() {
        Capture regression = new Capture(0, 1.5, List.of(HIDDEN), Z, Nonlinearity.IDENTITY);

        NetworkSnapshot network = Snapshot.of(regression).network();

        assertThat(network.chanceLoss()).isNaN();
        assertThat(network.softmaxEntropy()).isNaN();
        assertThat(network.predictions()).hasSize(4);
    }

    @Test
    void anEmptyCaptureGivesAnEmptySnapshot() {
        Snapshot empty = Snapshot.of(new Capture(0, Double.NaN, List.of(), Matrix.EMPTY));

        assertThat(empty.layers()).isEmpty();
        assertThat(empty.network().loss()).isNaN();
        assertThat(empty.network().predictions()).isEmpty();
        assertThat(empty.network().logits().statistics().mean()).isNaN();
    }

    @Test
    void aLayerWithoutValuesHasNoShares() {
        LayerCapture layer =
                new LayerCapture("x", "Y", Nonlinearity.TANH, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, List.of());

        LayerSnapshot nothing = Snapshot.of(new Capture(0, 0, List.of(layer), Matrix.EMPTY))
                .layers()
                .get(0);

        assertThat(nothing.deadUnitShare()).isNaN();
        assertThat(nothing.oneSignUnitShare()).isNaN();
        assertThat(nothing.saturatedShare()).isNaN();
    }

    @Test
    void itGoesThroughJsonUnchanged() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Snapshot rated =
                snapshot.withUpdates(Map.of("0_W", new ParameterUpdate(Distribution.NONE, Double.NEGATIVE_INFINITY)));

        Snapshot back = mapper.readValue(mapper.writeValueAsString(rated), Snapshot.class);

        assertThat(back).isEqualTo(rated);
    }

    @Test
    void aFileFromBeforeUpdatesWereKeptIsReadAsUpdatesThatAreNotKnown() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode tree = mapper.valueToTree(snapshot);
        tree.findParents("update").forEach(parameter -> ((ObjectNode) parameter).remove("update"));

        assertThat(mapper.treeToValue(tree, Snapshot.class)).isEqualTo(snapshot);
    }

    @Test
    void binsComeFromTheOptions() {
        assertThat(snapshot.network().logits().histogram().bins()).isEqualTo(10);
        assertThat(Snapshot.of(CAPTURE).network().logits().histogram().bins()).isEqualTo(50);
        assertThatThrownBy(() -> new SnapshotOptions(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A snapshot needs at least 1 bin per histogram, but got 0.");
    }

    @Test
    void aTanhOf098IsSaturatedButNotDead() {
        Matrix z = new Matrix(2, 1, new float[] {2.3f, 2.3f});
        LayerCapture layer = new LayerCapture("x", "Y", Nonlinearity.TANH, z, map(z), Matrix.EMPTY, List.of());

        LayerSnapshot between = Snapshot.of(new Capture(0, 0, List.of(layer), Matrix.EMPTY))
                .layers()
                .get(0);

        assertThat(Math.tanh(2.3)).isCloseTo(0.98, within(0.001));
        assertThat(between.saturatedShare()).isEqualTo(1);
        assertThat(between.tanhAbove97Share()).isEqualTo(1);
        assertThat(between.tanhAbove99Share()).isZero();
        assertThat(between.deadUnitShare()).isZero();
    }

    private static Matrix map(Matrix z) {
        float[] a = new float[z.values().length];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) Math.tanh(z.values()[i]);
        }
        return new Matrix(z.rows(), z.columns(), a);
    }
}
