package gradientlab.ui.web;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.TimeProfile;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
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
            List<Parameter> parameters,
            Time time) {

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
                    layer.parameters().stream().map(Parameter::of).toList(),
                    Time.of(layer.time()));
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

    /** δ over time, and the norm at the first step from which on the rules have something to say; NaN without a verdict. */
    record Time(List<Double> norms, List<Double> fromLast, double limit) {

        static Time of(TimeProfile time) {
            return new Time(time.norms(), time.fromLast(), limit(time));
        }

        private static double limit(TimeProfile time) {
            if (Double.isNaN(time.ratio())) {
                return Double.NaN;
            }
            Limit share = time.ratio() < 1 ? Limit.VANISHING_OVER_TIME : Limit.EXPLODING_OVER_TIME;
            return Limits.DEFAULT.get(share) * time.fromLast().get(0);
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
