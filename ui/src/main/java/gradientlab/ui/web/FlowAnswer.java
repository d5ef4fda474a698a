package gradientlab.ui.web;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.Statistics;
import java.util.List;

/** The whole net at one iteration, input side first; see {@code http-api.md}. */
record FlowAnswer(int iteration, double loss, double chanceLoss, List<Layer> layers) {

    /** One layer. */
    record Layer(
            String name,
            String kind,
            Role role,
            ActivationFunction nonlinearity,
            int units,
            Statistics z,
            Statistics a,
            Statistics delta,
            double saturatedShare,
            double deadUnitShare,
            double zeroDeltaShare,
            List<Parameter> parameters) {

        static Layer of(LayerSnapshot layer, Role role) {
            return new Layer(
                    layer.name(),
                    layer.kind(),
                    role,
                    layer.nonlinearity(),
                    layer.units(),
                    layer.preActivation().statistics(),
                    layer.activation().statistics(),
                    layer.delta().statistics(),
                    layer.saturatedShare(),
                    layer.deadUnitShare(),
                    layer.zeroDeltaShare(),
                    layer.parameters().stream().map(Parameter::of).toList());
        }
    }

    /** One parameter tensor. */
    record Parameter(String name, Statistics values, Statistics gradient, Statistics update, double log10UpdateRatio) {

        static Parameter of(ParameterSnapshot parameter) {
            return new Parameter(
                    parameter.name(),
                    parameter.values().statistics(),
                    parameter.gradient().statistics(),
                    parameter.update().statistics(),
                    parameter.log10UpdateRatio());
        }
    }

    static FlowAnswer of(Recorded session, int iteration) {
        Snapshot snapshot = session.at(iteration).observation().snapshot();
        NetworkSnapshot network = snapshot.network();
        return new FlowAnswer(
                iteration,
                network.loss(),
                network.chanceLoss(),
                snapshot.layers().stream()
                        .map(layer -> Layer.of(layer, session.role(layer.name())))
                        .toList());
    }
}
