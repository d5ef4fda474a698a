package gradientlab.explorer;

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
    private final String label;
    private final String standard;
    private Group group = Group.NETWORK;
    private String unit = "";
    private String help = "";
    private List<Choice> choices = List.of();
    private double low;
    private double high;
    private boolean logarithmic;
    private Map<String, List<String>> when = Map.of();

    private ControlRow(String name, Kind kind, String label, String standard) {
        this.name = name;
        this.kind = kind;
        this.label = label;
        this.standard = standard;
    }

    static ControlRow choice(String name, String label, String standard, List<Choice> choices) {
        ControlRow row = new ControlRow(name, Kind.CHOICE, label, standard);
        row.choices = choices;
        return row;
    }

    static ControlRow whole(String name, String label, String standard) {
        return new ControlRow(name, Kind.WHOLE, label, standard);
    }

    static ControlRow number(String name, String label, String standard) {
        return new ControlRow(name, Kind.NUMBER, label, standard);
    }

    ControlRow in(Group other) {
        group = other;
        return this;
    }

    ControlRow unit(String text) {
        unit = text;
        return this;
    }

    ControlRow help(String sentence) {
        help = sentence;
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

    Control control() {
        return new Control(name, label, group, kind, unit, help, standard, choices, low, high, logarithmic, when);
    }
}
