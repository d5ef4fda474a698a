package gradientlab.sweep;

import gradientlab.sweep.parquet.Column;
import gradientlab.sweep.parquet.ParquetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of finished cells as a Parquet table: the number of the cell, then what {@link ResultsCsv} has, numbers as numbers.
 * Of a cell with an error the measures are null.
 */
public final class ResultsParquet {

    /** The column of the cell's number, counted from 0. */
    public static final String CELL = "cell";

    private final SweepSpec spec;
    private final ParquetTable table;

    /** An empty table for the cells of a sweep. */
    public ResultsParquet(SweepSpec spec) {
        this.spec = spec;
        List<Column> columns = new ArrayList<>(List.of(new Column(CELL, Column.Kind.WHOLE)));
        spec.axes().forEach(axis -> columns.add(new Column(axis.knob().name(), kind(axis.knob()))));
        spec.measures().forEach(measure -> columns.add(new Column(measure.label(), kind(measure))));
        columns.add(new Column(ResultsCsv.ERROR, Column.Kind.TEXT));
        columns.add(new Column(ResultsCsv.COMMAND, Column.Kind.TEXT));
        table = new ParquetTable(columns);
    }

    private static Column.Kind kind(Knob knob) {
        return switch (knob.type()) {
            case COUNT, LONG -> Column.Kind.WHOLE;
            case NUMBER, POSITIVE -> Column.Kind.NUMBER;
            case FLAG -> Column.Kind.FLAG;
            case TEXT -> Column.Kind.TEXT;
        };
    }

    private static Column.Kind kind(Measure measure) {
        return measure.isNumber() ? Column.Kind.NUMBER : Column.Kind.TEXT;
    }

    /** Adds the row of a cell. */
    public void add(int cell, CellRow row) {
        List<Object> values = new ArrayList<>(List.of(cell));
        values.addAll(spec.point(cell).values());
        for (int i = 0; i < spec.measures().size(); i++) {
            values.add(
                    row.isError()
                            ? null
                            : value(spec.measures().get(i), row.values().get(i)));
        }
        values.add(row.error());
        values.add(spec.command(cell));
        table.add(values);
    }

    private static Object value(Measure measure, String text) {
        return measure.isNumber() ? (Object) Double.valueOf(text) : text;
    }

    /**
     * The row of a cell, read again.
     *
     * @param columns the value of each column, by its name
     */
    public static CellRow row(SweepSpec spec, Function<String, Object> columns) {
        String error = String.valueOf(columns.apply(ResultsCsv.ERROR));
        return new CellRow(
                error.isEmpty()
                        ? spec.measures().stream()
                                .map(measure -> String.valueOf(columns.apply(measure.label())))
                                .toList()
                        : List.of(),
                error);
    }

    /** The file. */
    public byte[] toBytes() {
        return table.toBytes();
    }
}
