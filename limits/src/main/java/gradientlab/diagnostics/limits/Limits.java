package gradientlab.diagnostics.limits;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values of all limits that a run is judged by; see {@link Limit} for each of them.
 *
 * <p>Immutable: {@code Limits.DEFAULT.with(Limit.LOGIT_STD, 3)} is another object.
 */
public final class Limits {

    /** The limits of this project. */
    public static final Limits DEFAULT = new Limits(
            Arrays.stream(Limit.values()).collect(Collectors.toMap(Function.identity(), Limit::defaultValue)));

    private final Map<Limit, Double> values;

    private Limits(Map<Limit, Double> values) {
        this.values = new EnumMap<>(values);
    }

    /** The value of a limit, in its unit. */
    public double get(Limit limit) {
        return values.get(limit);
    }

    /** The same limits but for one; throws {@link IllegalArgumentException} for NaN, which nothing ever passes. */
    public Limits with(Limit limit, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("The limit " + limit.label() + " must be a number, but it was NaN.");
        }
        Limits changed = new Limits(values);
        changed.values.put(limit, value);
        return changed;
    }

    /** The same limits but for the one of a name; throws {@link IllegalArgumentException} when there is none. */
    public Limits with(String label, double value) {
        return with(Limit.of(label), value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The values by name. */
    @Override
    public String toString() {
        return Arrays.stream(Limit.values())
                .map(limit -> limit.label() + "=" + get(limit))
                .collect(Collectors.joining(", ", "Limits[", "]"));
    }
}
