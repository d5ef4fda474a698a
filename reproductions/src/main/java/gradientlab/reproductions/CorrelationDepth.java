package gradientlab.reproductions;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.activations.ActivationFunction;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.mnist.MnistDataset;
import gradientlab.theory.CriticalPoint;
import gradientlab.theory.MeanField;
import java.util.ArrayList;
import java.util.List;

/** How deep a correlation reaches in tanh nets: the depth scale that limits the depth that can be trained. */
record CorrelationDepth() implements Reproduction {

    private static final double BIAS_VARIANCE = 0.05;
    private static final double CRITICAL = 1.76;

    /** Their 300 iterations stop short this close to criticality. */
    private static final double TOO_CLOSE = 0.1;

    private static final double SHARE = 1e-3;

    @Override
    public String name() {
        return "schoenholz-depth-scale";
    }

    @Override
    public String title() {
        return "The depth that a correlation reaches diverges at σw² = 1.76";
    }

    @Override
    public String source() {
        return "Schoenholz et al. 2017, Deep information propagation; fifty values of ghliu/mean-field-fcdnn";
    }

    @Override
    public String settings() {
        return "tanh, σb² = 0.05, by quadrature; values within " + TOO_CLOSE
                + " of criticality are left out, where the source's iteration stops short.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        JsonNode published = Published.json("schoenholz-depth-scale.json");
        int count = published.get("weightVariance").size();
        double[] x = new double[count];
        double[] theirs = new double[count];
        double[] ours = new double[count];
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            x[i] = published.get("weightVariance").get(i).asDouble();
            theirs[i] = published.get("depthScale").get(i).asDouble();
            ours[i] = new MeanField(ActivationFunction.TANH, x[i], BIAS_VARIANCE)
                    .depthScales()
                    .orElseThrow()
                    .ofCorrelation();
            if (Math.abs(x[i] - CRITICAL) > TOO_CLOSE) {
                comparisons.add(Comparison.within("ξ at σw² = " + Comparison.text(x[i]), theirs[i], ours[i], SHARE));
            }
        }
        double critical = CriticalPoint.of(ActivationFunction.TANH, BIAS_VARIANCE)
                .orElseThrow()
                .weightVariance();
        comparisons.add(Comparison.within("critical σw²", CRITICAL, critical, SHARE));
        Figure figure = new Figure(
                name(),
                "Depth scale of the correlation, tanh, σb² = 0.05",
                "Line: here. Points: published.",
                new Plot.Curves(
                        Axis.linear("σw²"),
                        Axis.log("ξ in layers"),
                        List.of(Curve.line("here", x, ours), new Curve("published", x, theirs, Curve.Style.POINTS))));
        return new Outcome(comparisons, List.of(figure), "");
    }
}
