package gradientlab.diagnostics.judge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits that the rules judge by.
 *
 * @param changed the limits that differ from those of this project, by row
 */
public record Limits(Map<Limit, Double> changed) {

    /** The limits of this project. */
    public static final Limits DEFAULT = new Limits(Map.of());

    /** Copies the map; throws {@link IllegalArgumentException} for a limit that is NaN. */
    public Limits {
        Map<Limit, Double> copy = new EnumMap<>(Limit.class);
        changed.forEach((limit, value) -> {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("The limit " + limit.label() + " must be a number, not NaN.");
            }
            copy.put(limit, value);
        });
        changed = Collections.unmodifiableMap(copy);
    }

    /** The value of a limit. */
    public double get(Limit limit) {
        return changed.getOrDefault(limit, limit.value());
    }

    /** The same limits but for one. */
    public Limits with(Limit limit, double value) {
        Map<Limit, Double> more = new EnumMap<>(Limit.class);
        more.putAll(changed);
        more.put(limit, value);
        return new Limits(more);
    }

    /**
     * The same limits but for one.
     *
     * @param label its name, such as "logitStd"
     * @throws IllegalArgumentException if there is none of that name; the message lists them
     */
    public Limits with(String label, double value) {
        return with(Limit.parse(label), value);
    }
}
