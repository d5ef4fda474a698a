package gradientlab.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a sweep varies, and through which values.
 *
 * @param values of the kind of the knob, in the order given, each once; at least one
 */
public record SweepAxis(Knob knob, List<Object> values) {

    /**
     * Reads an axis.
     *
     * <p>The values are a list with commas. An element is a value, {@code a..b:n} for n evenly spaced ones (whole numbers are
     * rounded), {@code log(a..b):n} for n evenly spaced by their logarithm, or {@code a..b} for every whole number.
     *
     * @throws IllegalArgumentException naming the axis, the rule and the value
     */
    public static SweepAxis of(String name, String values) {
        return of(name, List.of(values.split(",", -1)));
    }

    /** The same from the elements of the list. */
    static SweepAxis of(String name, List<String> elements) {
        Knob knob = Knob.named(name);
        Set<Object> values = new LinkedHashSet<>();
        for (String element : elements) {
            for (String text : AxisRange.values(knob, element.strip())) {
                values.add(knob.value(text));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("axis " + knob.name() + " needs at least one value");
        }
        return new SweepAxis(knob, new ArrayList<>(values));
    }

    /** Copies the list. */
    public SweepAxis {
        values = List.copyOf(values);
    }

    /** Its values, with commas, as a sweep's specification has them. */
    String text() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Its least and greatest number, or its values where they are no numbers. */
    String range() {
        if (!knob.isNumeric()) {
            return text();
        }
        List<Double> numbers =
                values.stream().map(each -> ((Number) each).doubleValue()).toList();
        Object least =
                values.get(numbers.indexOf(numbers.stream().min(Double::compare).orElseThrow()));
        Object greatest =
                values.get(numbers.indexOf(numbers.stream().max(Double::compare).orElseThrow()));
        return least + " to " + greatest;
    }
}
