package gradientlab.diagnostics.facts;

import java.util.Map;
import java.util.Optional;

/**
 * What an output can be, by its nonlinearity.
 *
 * @param low least value, or what it comes as close to as one likes
 * @param high greatest value, likewise
 */
public record OutputRange(double low, double high) {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final OutputRange ANY = new OutputRange(-NONE, NONE);
    private static final OutputRange SHARE = new OutputRange(0, 1);
    private static final OutputRange SYMMETRIC = new OutputRange(-1, 1);
    private static final OutputRange POSITIVE = new OutputRange(0, NONE);

    private static final Map<String, OutputRange> ROWS = Map.ofEntries(
            Map.entry("identity", ANY),
            Map.entry("lrelu", ANY),
            Map.entry("cube", ANY),
            Map.entry("softmax", SHARE),
            Map.entry("sigmoid", SHARE),
            Map.entry("hardsigmoid", SHARE),
            Map.entry("tanh", SYMMETRIC),
            Map.entry("hardtanh", SYMMETRIC),
            Map.entry("softsign", SYMMETRIC),
            Map.entry("relu", POSITIVE),
            Map.entry("softplus", POSITIVE),
            Map.entry("relu6", new OutputRange(0, 6)),
            Map.entry("elu", new OutputRange(-1, NONE)),
            // SELU, Klambauer et al. 2017: −λα = −1.0507 · 1.67326.
            Map.entry("selu", new OutputRange(-1.7580993408473766, NONE)));

    /** Empty for a nonlinearity whose range is not known. */
    public static Optional<OutputRange> of(String activation) {
        return Optional.ofNullable(ROWS.get(activation));
    }

    /** The nearest value in the range. */
    double nearest(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
