package gradientlab.ui.explorer;

import java.util.List;
import java.util.Map;

/**
 * One thing that the page can set.
 *
 * @param name of the setting
 * @param label a word or two for people
 * @param group under which heading it stands
 * @param kind of its values
 * @param unit empty where it has none
 * @param help one sentence
 * @param standard the value where nothing is said
 * @param choices the values of {@link Kind#CHOICE}; otherwise empty
 * @param low least value of a number
 * @param high greatest value of a number
 * @param logarithmic whether a slider has equal ratios
 * @param when the values that other settings must have for this one to mean something; empty where it always does
 */
public record Control(
        String name,
        String label,
        Group group,
        Kind kind,
        String unit,
        String help,
        String standard,
        List<Choice> choices,
        double low,
        double high,
        boolean logarithmic,
        Map<String, List<String>> when) {

    /** The headings. */
    public enum Group {
        NETWORK,
        DATA,
        TRAINING
    }

    /** The kinds of values. */
    public enum Kind {
        CHOICE,
        WHOLE,
        NUMBER
    }

    /**
     * One of the values of a choice.
     *
     * @param text what it means, such as a formula; may be empty
     */
    public record Choice(String value, String text) {}

    /** Copies list and map. */
    public Control {
        choices = List.copyOf(choices);
        when = Map.copyOf(when);
    }
}
