package gradientlab.explorer;

import gradientlab.language.Words;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpTheory;
import gradientlab.model.Normalisation;
import gradientlab.theory.MeanField;
import gradientlab.ui.explorer.Picture;
import java.util.List;
import java.util.OptionalDouble;

/** What mean field theory says of a whole network, in words and in single numbers. */
final class TheoryWords {

    private static final double ALMOST_NOTHING = 1e-12;
    private static final double CLOSE = 0.02;

    private TheoryWords() {}

    static Picture.Theory ofCopies(Words words) {
        return new Picture.Theory("", words.text("theory.copies"));
    }

    /** @param factors of std δ, for every hidden layer but the last; empty where nothing is said of one */
    static Picture.Theory of(ExploredNet net, List<Double> factors, Words words) {
        if (net.depth() == 1) {
            return new Picture.Theory("", "");
        }
        if (factors.isEmpty()) {
            return new Picture.Theory("", words.text("theory.nothing", NetTitle.norm(net)));
        }
        double all = factors.stream().mapToDouble(Double::doubleValue).reduce(1, (a, b) -> a * b);
        double each = Math.pow(all, 1.0 / factors.size());
        boolean kept = Math.abs(each - 1) < CLOSE;
        String course = words.text(kept ? "theory.kept" : "theory.multiplied", Figures.text(each), Figures.text(all));
        OptionalDouble std = kept ? OptionalDouble.empty() : criticalWeightStd(net);
        String critical = std.isPresent() ? " " + words.text("theory.critical", Figures.text(std.getAsDouble())) : "";
        boolean orthogonal = net.spec().initialisation().scheme() == InitialisationScheme.ORTHOGONAL;
        return new Picture.Theory(course + critical, orthogonal ? words.text("theory.orthogonal") : "");
    }

    /**
     * The std of the weights, in units of gain/√fan-in, at which δ of a plain net keeps its size; empty where there is none,
     * and with a normalisation or skips, where the factor does not depend on the weights or there is no such point.
     */
    static OptionalDouble criticalWeightStd(ExploredNet net) {
        return net.skip() == Skip.NONE ? MlpTheory.criticalWeightStd(net.spec()) : OptionalDouble.empty();
    }

    /** Over how many layers std δ changes by a factor e, deep in a plain net of such weights; NaN of other nets. */
    static double depthScale(ExploredNet net, double weightStd) {
        if (!isPlain(net)) {
            return Double.NaN;
        }
        double weightVariance = Math.pow(weightStd * net.spec().activation().gain(), 2);
        MeanField field = new MeanField(net.spec().activation(), weightVariance, Math.pow(biasStd(net), 2));
        OptionalDouble fixed = field.fixedVariance();
        double q = fixed.isEmpty() ? 1 : Math.max(ALMOST_NOTHING, fixed.getAsDouble());
        return 2 / Math.abs(Math.log(field.chi(q)));
    }

    private static boolean isPlain(ExploredNet net) {
        return net.skip() == Skip.NONE && net.spec().normalisation() == Normalisation.NONE;
    }

    /** Of the hidden layers behind the first. */
    private static double biasStd(ExploredNet net) {
        MlpSpec spec = net.spec();
        return spec.initialisation()
                .hiddenBias()
                .expectedStd(net.width(), net.width(), spec.activation().gain());
    }
}
