package gradientlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.probe.Checkup;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Preflight;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.ResidualScaling;
import gradientlab.model.ResidualSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.dataset.DataSet;

/** The diagnostics know nothing of the model's own layers; they have to understand them all the same. */
class OwnLayersUnderTheProbeTest {

    private final DataSet batch = MnistOnce.data().train().first(64);

    @ParameterizedTest
    @EnumSource(names = {"LAYER", "GROUP"})
    void aNormOfOurOwnIsAJunctionAndMeasured(Normalisation norm) {
        Checkup checkup = Preflight.of(spec(norm).toNetwork(), batch);
        LayerFacts facts = checkup.history().structure().layer("norm-1").orElseThrow();
        assertThat(facts.role()).isEqualTo(Role.JUNCTION);
        assertThat(facts.kind()).isEqualTo("GroupNormalization");
        assertThat(checkup.findings())
                .noneMatch(finding -> finding.rule() == Rule.NOT_UNDERSTOOD || finding.rule() == Rule.NO_NONLINEARITY);
    }

    @ParameterizedTest
    @EnumSource
    void theSumsOfAResidualNetAreMeasured(Normalisation norm) {
        var graph = new ResidualSpec(spec(norm), ResidualScaling.NONE).toGraph();
        Capture capture = NetworkProbe.of(graph).capture(batch);
        assertThat(capture.layer("skip-2").activation().columns()).isEqualTo(128);
        assertThat(capture.layer("skip-2").delta().rows()).isEqualTo(64);
        assertThat(Preflight.of(graph, batch).findings()).noneMatch(finding -> finding.rule() == Rule.NOT_UNDERSTOOD);
    }

    private static MlpSpec spec(Normalisation norm) {
        return MlpSpec.lecture()
                .hidden(3, 128)
                .activation(ActivationFunction.RELU)
                .initialisation(InitialisationScheme.KAIMING_NORMAL)
                .normalisation(norm)
                .build();
    }
}
