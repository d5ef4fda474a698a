package gradientlab.model;

import gradientlab.model.InitialisationScheme.Argument;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An initialisation: a row of {@link InitialisationScheme} with its argument.
 *
 * <p>Its text form, which {@link #parse} reads and {@link #toString} writes, is the row's label with the argument after
 * a colon: {@code torch-linear}, {@code normal:0.01}, {@code constant:0.5}, {@code scaled:1.2:0.05},
 * {@code kaiming-normal:fan-out}.
 *
 * @param scheme the row
 * @param amount the number of {@code constant} and {@code normal}, the factor F of {@code scaled}; NaN for the others
 * @param biasStd the standard deviation S of {@code scaled}'s biases; NaN for the others
 * @param fan the fan mode of the Kaiming rows (IN or OUT); null for the others
 */
public record Initialisation(InitialisationScheme scheme, double amount, double biasStd, Fan fan) {

    private static final String FAN_OUT = "fan-out";
    private static final String FAN_IN = "fan-in";

    /** @throws IllegalArgumentException if the argument is not one that the row takes */
    public Initialisation {
        boolean takesNumber = takesNumber(scheme);
        if (takesNumber != !Double.isNaN(amount) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("Initialisation " + scheme.form()
                    + (takesNumber ? " needs a finite number, not " : " takes no number, not ") + amount);
        }
        if (scheme.argument == Argument.STD && amount < 0) {
            throw new IllegalArgumentException(
                    "Initialisation " + scheme.form() + " needs a standard deviation of at least 0, not " + amount);
        }
        boolean takesBias = scheme.argument == Argument.FACTOR;
        if (takesBias && !(amount >= 0 && biasStd >= 0 && Double.isFinite(biasStd))) {
            throw new IllegalArgumentException("Initialisation " + scheme.form()
                    + " needs a factor and a standard deviation of at least 0, not " + amount + " and " + biasStd);
        }
        if (!takesBias && !Double.isNaN(biasStd)) {
            throw new IllegalArgumentException(
                    "Initialisation " + scheme.form() + " takes no standard deviation of biases, not " + biasStd);
        }
        if (scheme.argument == Argument.FAN && fan != Fan.IN && fan != Fan.OUT) {
            throw new IllegalArgumentException("Initialisation " + scheme.form() + " takes no fan mode " + fan);
        }
    }

    private static boolean takesNumber(InitialisationScheme scheme) {
        return switch (scheme.argument) {
            case NUMBER, STD, FACTOR -> true;
            case NONE, FAN -> false;
        };
    }

    /** The row without an argument (Kaiming: fan-in). */
    public static Initialisation of(InitialisationScheme scheme) {
        return new Initialisation(scheme, Double.NaN, Double.NaN, scheme.argument == Argument.FAN ? Fan.IN : null);
    }

    /** W ~ N(0, std²), b = 0. */
    public static Initialisation normal(double std) {
        return new Initialisation(InitialisationScheme.NORMAL, std, Double.NaN, null);
    }

    /** All weights the same value, b = 0. */
    public static Initialisation constant(double value) {
        return new Initialisation(InitialisationScheme.CONSTANT, value, Double.NaN, null);
    }

    /** Hidden W ~ N(0, (factor·gain)²/fanIn), b ~ N(0, biasStd²); output W ~ N(0, 1/fanIn), b = 0. */
    public static Initialisation scaled(double factor, double biasStd) {
        return new Initialisation(InitialisationScheme.SCALED, factor, biasStd, null);
    }

    /** Kaiming's rows with the fan mode IN or OUT. */
    public static Initialisation kaiming(InitialisationScheme scheme, Fan fan) {
        return new Initialisation(scheme, Double.NaN, Double.NaN, fan);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if there is no such row or the argument is not one it takes
     */
    public static Initialisation parse(String text) {
        String[] parts = text.split(":", 2);
        InitialisationScheme scheme = schemeOf(parts[0], text);
        if (parts.length == 1) {
            requireNoMissingArgument(scheme, text);
            return of(scheme);
        }
        return switch (scheme.argument) {
            case NONE ->
                throw new IllegalArgumentException(
                        "Initialisation '" + text + "': " + scheme.label() + " takes no argument");
            case FAN -> kaiming(scheme, fanOf(parts[1], text));
            case NUMBER, STD -> new Initialisation(scheme, numberOf(parts[1], text, scheme), Double.NaN, null);
            case FACTOR -> scaled(parts[1].split(":", 2), text, scheme);
        };
    }

    private static Initialisation scaled(String[] numbers, String text, InitialisationScheme scheme) {
        return scaled(numberOf(numbers[0], text, scheme), numbers.length == 1 ? 0 : numberOf(numbers[1], text, scheme));
    }

    private static InitialisationScheme schemeOf(String label, String text) {
        return Arrays.stream(InitialisationScheme.values())
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Unknown initialisation '" + text + "': use one of " + forms()));
    }

    private static void requireNoMissingArgument(InitialisationScheme scheme, String text) {
        if (takesNumber(scheme)) {
            throw new IllegalArgumentException("Initialisation '" + text + "' needs a number: " + scheme.form());
        }
    }

    private static Fan fanOf(String fan, String text) {
        return switch (fan) {
            case FAN_IN -> Fan.IN;
            case FAN_OUT -> Fan.OUT;
            default ->
                throw new IllegalArgumentException(
                        "Initialisation '" + text + "': the fan mode is fan-in or fan-out, not '" + fan + "'");
        };
    }

    private static double numberOf(String number, String text, InitialisationScheme scheme) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Initialisation '" + text + "': " + scheme.form() + " needs a number, not '" + number + "'", e);
        }
    }

    /** The forms of all rows, separated by commas, for messages and help. */
    public static String forms() {
        return Arrays.stream(InitialisationScheme.values())
                .map(InitialisationScheme::form)
                .collect(Collectors.joining(", "));
    }

    /** The rule for the weights of a hidden layer. */
    public DrawRule hiddenWeights() {
        return resolved(scheme.hidden.weights());
    }

    /** The rule for the biases of a hidden layer. */
    public DrawRule hiddenBias() {
        DrawRule rule = scheme.hidden.bias();
        return scheme.argument == Argument.FACTOR ? rule.withFactor(biasStd) : rule;
    }

    /** The rule for the weights of the output layer. */
    public DrawRule outputWeights() {
        return scheme.argument == Argument.FACTOR ? scheme.output.weights() : resolved(scheme.output.weights());
    }

    /** The rule for the biases of the output layer. */
    public DrawRule outputBias() {
        return scheme.output.bias();
    }

    private DrawRule resolved(DrawRule rule) {
        return switch (scheme.argument) {
            case NONE -> rule;
            case FAN -> rule.withFan(fan);
            case NUMBER, STD, FACTOR -> rule.withFactor(amount);
        };
    }

    @Override
    public String toString() {
        return switch (scheme.argument) {
            case NONE -> scheme.label();
            case FAN -> fan == Fan.OUT ? scheme.label() + ":" + FAN_OUT : scheme.label();
            case NUMBER, STD -> scheme.label() + ":" + amount;
            case FACTOR -> scheme.label() + ":" + amount + (biasStd == 0 ? "" : ":" + biasStd);
        };
    }
}
