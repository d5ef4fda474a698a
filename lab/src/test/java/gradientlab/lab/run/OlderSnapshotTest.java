package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Run folders of commit c64d4ba and before have figures in their snapshots that nothing reads. */
class OlderSnapshotTest {

    private final Snapshot snapshot = Snapshot.of(capture());

    @Test
    void aSnapshotWithTheFiguresThatWereDroppedIsRead() throws Exception {
        ObjectNode json = Json.MAPPER.valueToTree(snapshot);
        ((ObjectNode) json.get("network")).put("undecided", 0);
        ((ObjectNode) json.at("/layers/0/parameters/0"))
                .put("maskedGradients", 14)
                .put("zeroGradientShare", 0.5);

        assertThat(Json.MAPPER.treeToValue(json, Snapshot.class)).isEqualTo(snapshot);
    }

    @Test
    void anyOtherKeyIsStillRefused() {
        ObjectNode json = Json.MAPPER.valueToTree(snapshot);
        ((ObjectNode) json.get("network")).put("lossOfTheMonth", 0);

        assertThatThrownBy(() -> Json.MAPPER.treeToValue(json, Snapshot.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    private static Capture capture() {
        Matrix logits = new Matrix(1, 2, new float[] {1, 2});
        ParameterCapture weights = new ParameterCapture("W", new long[] {1, 2}, new float[] {1, 2}, new float[] {0, 1});
        LayerCapture layer = new LayerCapture(
                "out", "OutputLayer", ActivationFunction.SOFTMAX, logits, logits, logits, List.of(weights));
        return new Capture(0, 1, List.of(layer), logits);
    }
}
