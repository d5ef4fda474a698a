package gradientlab.rulebenchmark;

import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Units;

/**
 * How a run ended, by which its label is checked.
 *
 * @param accuracy on the held-out examples at the end
 * @param loss on the same examples
 * @param meanLoss the mean of the training losses of all steps: what a bad start costs even where it is made up for
 * @param finite whether every loss and, at the end, every parameter is finite
 * @param deadShare the largest share of dead units in a hidden layer at the end, on the last batch; layers for whose
 *     nonlinearity no limits can be told are left out
 */
public record RunEnd(double accuracy, double loss, double meanLoss, boolean finite, double deadShare) {

    static RunEnd of(RunTrace trace) {
        Check last = trace.checks().get(trace.checks().size() - 1);
        StepSample end = trace.samples().get(trace.samples().size() - 1);
        boolean finite = trace.losses().stream().allMatch(Double::isFinite)
                && end.parameters().map(ParameterCapture::values).allMatch(Measures::finite);
        double dead = end.nonlinearities().stream()
                .filter(layer -> layer.nonlinearity().alive().defined())
                .mapToDouble(RunEnd::deadShare)
                .max()
                .orElse(0);
        double mean = trace.losses().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        return new RunEnd(last.accuracy(), last.loss(), mean, finite, dead);
    }

    private static double deadShare(LayerCapture layer) {
        return (double) Units.deadUnits(
                        layer.preActivation(), layer.nonlinearity().alive())
                / layer.preActivation().columns();
    }
}
