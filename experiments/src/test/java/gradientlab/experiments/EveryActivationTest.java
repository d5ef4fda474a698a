package gradientlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.StructureReader;
import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nd4j.linalg.dataset.DataSet;

/** Every function that hidden layers can have, from the table by way of the model, both probes and the rules to the page. */
class EveryActivationTest {

    private static final String ALL = "gradientlab.model.HiddenActivations#ALL";

    /** Weights of std 1: every function with a limit has saturated values. */
    private static MultiLayerNetwork network(ActivationFunction function) {
        return MlpSpec.lecture()
                .hidden(1, 24)
                .activation(function)
                .initialisation(InitialisationScheme.STANDARD_NORMAL)
                .build()
                .toNetwork();
    }

    private static DataSet batch() {
        return MnistOnce.data().train().first(64);
    }

    private static LayerFacts hidden(Structure structure, ActivationFunction function) {
        return structure.layers().stream()
                .filter(layer -> layer.nonlinearity() == function && layer.unitRules())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no layer with unit rules of " + function + " in " + structure));
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void bothProbesReadTheSameLayerWithTheLimitsOfTheTable(ActivationFunction function) {
        MultiLayerNetwork network = network(function);
        Capture replica = NetworkProbe.of(network).capture(batch());
        Capture direct = Probes.under(Engine.DIRECT).of(network).capture(batch(), 0);
        String name = replica.layers().get(1).name();

        for (Capture capture : List.of(replica, direct)) {
            LayerCapture layer = capture.layer(name);
            assertThat(layer.nonlinearity()).isEqualTo(function);
            long saturated = 0;
            for (float z : layer.preActivation().values()) {
                saturated += function.saturated(z) ? 1 : 0;
            }
            double share = Snapshot.of(capture).layers().get(1).saturatedShare();
            assertThat(share)
                    .isEqualTo((double) saturated / layer.preActivation().values().length);
            if (!Double.isInfinite(function.unsaturated().low())) {
                assertThat(share).as("%s has a flat side", function).isPositive();
            }
        }
        assertThat(Snapshot.of(direct).layers().get(1).deadUnitShare())
                .isEqualTo(Snapshot.of(replica).layers().get(1).deadUnitShare());
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void theRulesFollowItsUnits(ActivationFunction function) {
        MultiLayerNetwork network = network(function);
        DiagnosticListener listener = DiagnosticListener.create();
        network.setListeners(listener);
        network.fit(batch());

        if (function == ActivationFunction.IDENTITY) {
            assertThat(listener.unitLives()).as("a linear unit cannot be dead").isEmpty();
            return;
        }
        LayerFacts layer = hidden(StructureReader.of(network), function);
        List<UnitState> states =
                listener.history().observations().get(0).layer(layer.name()).states();
        assertThat(states).hasSize(24);
        assertThat(listener.unitLives()).hasSize(24);
        assertThat(states.contains(UnitState.SATURATED))
                .as("SATURATED is said of functions with limits that are not rectifiers")
                .isEqualTo(function.unsaturated().low() > Double.NEGATIVE_INFINITY && !function.rectifier());
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void thePageHasItsUnitMap(ActivationFunction function) throws IOException, InterruptedException {
        MultiLayerNetwork network = network(function);
        try (Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
            network.setListeners(dashboard.listener(function.label(), 1));
            network.fit(batch());
            JsonNode session = get(dashboard, "session?session=" + function.label());
            for (JsonNode layer : session.get("layers")) {
                boolean nonlinear =
                        layer.get("role").asText().equals("ACTIVATION") && function != ActivationFunction.IDENTITY;
                assertThat(layer.get("unitMap").asBoolean()).as("%s", layer).isEqualTo(nonlinear);
                if (nonlinear) {
                    JsonNode map = get(
                            dashboard,
                            "units?session=" + function.label() + "&iteration=0&layer="
                                    + URLEncoder.encode(layer.get("name").asText(), StandardCharsets.UTF_8));
                    assertThat(map.get("nonlinearity").asText()).isEqualTo(function.name());
                    assertThat(map.get("units").asInt()).isEqualTo(24);
                }
            }
        }
    }

    private static JsonNode get(Dashboard dashboard, String question) throws IOException, InterruptedException {
        URI address = URI.create(dashboard.address() + "/api/" + question);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
