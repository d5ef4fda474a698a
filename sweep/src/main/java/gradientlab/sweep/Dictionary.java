package gradientlab.sweep;

import gradientlab.language.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * The contents of dictionary.json: what each column of results.csv is.
 *
 * @param columns in their order
 */
record Dictionary(List<Column> columns) {

    /**
     * A column.
     *
     * @param name as in the header
     * @param kind axis, measure, or text
     * @param meaning what it is
     * @param unit empty where it has none
     * @param range of an axis: its least and greatest number, or its values; empty for the others
     */
    record Column(String name, String kind, String meaning, String unit, String range) {}

    static Dictionary of(SweepSpec spec) {
        List<Column> columns = new ArrayList<>();
        for (SweepAxis axis : spec.axes()) {
            Knob knob = axis.knob();
            columns.add(new Column(knob.name(), "axis", knob.meaning() + ".", knob.unit(), axis.range()));
        }
        for (Measure measure : spec.measures()) {
            columns.add(new Column(measure.label(), "measure", measure.meaning(Language.ENGLISH), measure.unit(), ""));
        }
        columns.add(new Column(
                ResultsCsv.ERROR, "text", "Why the cell could not be built or trained; empty where it could.", "", ""));
        columns.add(new Column(
                ResultsCsv.COMMAND,
                "text",
                "The command that trains the network of this cell into a run folder.",
                "",
                ""));
        return new Dictionary(List.copyOf(columns));
    }
}
