package gradientlab.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * results.csv: one line for each finished cell, in the order of the grid.
 *
 * <p>Columns: the axes, the measures, the error, and the command that trains the cell. Numbers as Java writes them; NaN is
 * "NaN"; of a cell with an error the measures are empty.
 */
final class ResultsCsv {

    static final String ERROR = "error";
    static final String COMMAND = "command";

    private final SweepSpec spec;
    private final StringBuilder text = new StringBuilder();

    ResultsCsv(SweepSpec spec) {
        this.spec = spec;
        List<String> columns = new ArrayList<>();
        spec.axes().forEach(axis -> columns.add(axis.knob().name()));
        spec.measures().forEach(measure -> columns.add(measure.label()));
        columns.add(ERROR);
        columns.add(COMMAND);
        text.append(CsvLine.of(columns));
    }

    void add(int cell, CellRow row) {
        List<String> cells = new ArrayList<>();
        spec.point(cell).values().forEach(value -> cells.add(String.valueOf(value)));
        cells.addAll(row.isError() ? Collections.nCopies(spec.measures().size(), "") : row.values());
        cells.add(row.error());
        cells.add(spec.command(cell));
        text.append(CsvLine.of(cells));
    }

    byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
