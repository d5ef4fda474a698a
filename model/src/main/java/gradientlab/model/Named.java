package gradientlab.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row of a table of variants: it has a name by which the command line, the JSON and the documentation call it. */
public interface Named {

    /** The name users write, in lower case with dashes. */
    String label();

    /**
     * The row of {@code table} that has the given label.
     *
     * @param what what the rows are, for the message, such as "activation"
     * @throws IllegalArgumentException if no row has it; the message lists the labels there are
     */
    static <T extends Enum<T> & Named> T of(Class<T> table, String what, String label) {
        return Arrays.stream(table.getEnumConstants())
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Unknown " + what + " '" + label + "': use one of " + all(table)));
    }

    /** The labels of a table in its order, separated by commas. */
    static <T extends Enum<T> & Named> String all(Class<T> table) {
        return Arrays.stream(table.getEnumConstants()).map(Named::label).collect(Collectors.joining(", "));
    }
}
