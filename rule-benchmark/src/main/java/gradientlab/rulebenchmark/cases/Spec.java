package gradientlab.rulebenchmark.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON object of a case, read key by key; what is missing or of another kind is refused with the case and the key.
 *
 * @param where the case and the keys that lead here
 * @param node the object
 */
record Spec(String where, JsonNode node) {

    Spec {
        if (node == null || !node.isObject()) {
            throw new CaseException(where + " must be a JSON object, not " + node);
        }
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    Spec child(String key) {
        return new Spec(where + "." + key, node.get(key));
    }

    /** The objects of a list; empty where there is none. */
    List<Spec> children(String key) {
        List<Spec> children = new ArrayList<>();
        JsonNode list = node.path(key);
        for (int i = 0; i < list.size(); i++) {
            children.add(new Spec(where + "." + key + "[" + i + "]", list.get(i)));
        }
        return children;
    }

    String text(String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw new CaseException(where + "." + key + " must be a text, not " + value);
        }
        return value.asText();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    double number(String key) {
        return number(where + "." + key, node.get(key));
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    int whole(String key) {
        double value = number(key);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new CaseException(where + "." + key + " must be a whole number, not " + value);
        }
        return (int) value;
    }

    int whole(String key, int otherwise) {
        return has(key) ? whole(key) : otherwise;
    }

    boolean flag(String key) {
        return node.path(key).asBoolean(false);
    }

    /** A list of numbers. */
    double[] numbers(String key) {
        return numbers(where + "." + key, node.get(key));
    }

    /** A list of texts; empty where there is none. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** A list of lists of numbers; a number stands for a list of one. */
    double[][] table(String key) {
        JsonNode rows = node.get(key);
        if (rows == null || !rows.isArray()) {
            throw new CaseException(where + "." + key + " must be a list, not " + rows);
        }
        double[][] table = new double[rows.size()][];
        for (int i = 0; i < table.length; i++) {
            String row = where + "." + key + "[" + i + "]";
            table[i] = rows.get(i).isArray() ? numbers(row, rows.get(i)) : new double[] {number(row, rows.get(i))};
        }
        return table;
    }

    CaseException unknown(String key) {
        return new CaseException(where + "." + key + ": '" + node.path(key).asText() + "' is not supported");
    }

    private static double[] numbers(String where, JsonNode list) {
        if (list == null || !list.isArray()) {
            throw new CaseException(where + " must be a list of numbers, not " + list);
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(where + "[" + i + "]", list.get(i));
        }
        return numbers;
    }

    private static double number(String where, JsonNode value) {
        if (value == null || !value.isNumber()) {
            throw new CaseException(where + " must be a number, not " + value);
        }
        return value.asDouble();
    }
}
