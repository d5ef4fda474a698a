package gradientlab.explorer;

import gradientlab.language.Words;
import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.Control.Choice;
import gradientlab.ui.explorer.Control.Group;
import gradientlab.ui.explorer.Control.Kind;
import java.util.List;
import java.util.Map;

/** A row of {@link ControlTable} while it is put together: of the network, linear, without unit and always meaningful. */
final class ControlRow {

    private final String name;
    private final Kind kind;
    private final String standard;
    private Group group = Group.NETWORK;
    private boolean unit;
    private List<Choice> choices = List.of();
    private double low;
    private double high;
    private boolean logarithmic;
    private Map<String, List<String>> when = Map.of();

    private ControlRow(String name, Kind kind, String standard) {
        this.name = name;
        this.kind = kind;
        this.standard = standard;
    }

    static ControlRow choice(String name, String standard, List<Choice> choices) {
        ControlRow row = new ControlRow(name, Kind.CHOICE, standard);
        row.choices = choices;
        return row;
    }

    static ControlRow whole(String name, String standard) {
        return new ControlRow(name, Kind.WHOLE, standard);
    }

    static ControlRow number(String name, String standard) {
        return new ControlRow(name, Kind.NUMBER, standard);
    }

    ControlRow in(Group other) {
        group = other;
        return this;
    }

    /** The same with a unit, which the catalogue has. */
    ControlRow unit() {
        unit = true;
        return this;
    }

    ControlRow between(double least, double greatest) {
        low = least;
        high = greatest;
        return this;
    }

    /** The same with equal ratios along a slider. */
    ControlRow logarithmic(double least, double greatest) {
        logarithmic = true;
        return between(least, greatest);
    }

    /** Means something only where another setting has one of these values. */
    ControlRow when(String other, List<String> values) {
        when = Map.of(other, values);
        return this;
    }

    /** The control in the words of a language: those of its name, and of its choices where they are no formulas. */
    Control control(Words words) {
        return new Control(
                name,
                words.text("label." + name),
                group,
                kind,
                unit ? words.text("unit." + name) : "",
                words.text("help." + name),
                standard,
                choices.stream()
                        .map(choice -> new Choice(choice.value(), told(choice.text(), words)))
                        .toList(),
                low,
                high,
                logarithmic,
                when);
    }

    private static String told(String text, Words words) {
        return text.startsWith("choice.") ? words.text(text) : words.retold(text, "formula.");
    }
}
