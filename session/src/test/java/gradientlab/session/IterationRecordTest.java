package gradientlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.Observation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IterationRecordTest {

    /** Two examples of three steps: z of all six, and the activation of each example's last. */
    @Test
    void aLayerThatHandsUpItsLastStepAloneIsRecordedWithoutAMap() {
        Structure structure = new Structure(List.of(recurrent("all"), recurrent("last")));
        Capture capture = new Capture(
                0, 1, List.of(layer("all", zeros(6), zeros(6)), layer("last", zeros(6), zeros(2))), zeros(2));

        IterationRecord made = IterationRecord.of(structure, Observation.of(structure, capture, 2, Map.of()), capture);

        assertThat(made.unitMaps()).extracting(UnitMap::layer).containsExactly("all");
    }

    private static LayerFacts recurrent(String name) {
        return new LayerFacts(name, "LSTM", Role.RECURRENT, ActivationFunction.TANH, true, false, List.of());
    }

    private static LayerCapture layer(String name, Matrix z, Matrix a) {
        return new LayerCapture(name, "LSTM", ActivationFunction.TANH, z, a, z, List.of());
    }

    private static Matrix zeros(int rows) {
        return new Matrix(rows, 4, new float[rows * 4]);
    }
}
