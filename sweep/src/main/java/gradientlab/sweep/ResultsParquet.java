package gradientlab.sweep;

import gradientlab.sweep.parquet.ParquetColumn;
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
        List<ParquetColumn> columns = new ArrayList<>(List.of(new ParquetColumn(CELL, ParquetColumn.Kind.WHOLE)));
        spec.axes().forEach(axis -> columns.add(new ParquetColumn(axis.knob().name(), kind(axis.knob()))));
        spec.measures().forEach(measure -> columns.add(new ParquetColumn(measure.label(), kind(measure))));
        columns.add(new ParquetColumn(ResultsCsv.ERROR, ParquetColumn.Kind.TEXT));
        columns.add(new ParquetColumn(ResultsCsv.COMMAND, ParquetColumn.Kind.TEXT));
        table = new ParquetTable(columns);
    }

    private static ParquetColumn.Kind kind(Knob knob) {
        return switch (knob.type()) {
            case COUNT, LONG -> ParquetColumn.Kind.WHOLE;
            case NUMBER, POSITIVE -> ParquetColumn.Kind.NUMBER;
            case FLAG -> ParquetColumn.Kind.FLAG;
            case TEXT -> ParquetColumn.Kind.TEXT;
        };
    }

    private static ParquetColumn.Kind kind(Measure measure) {
        return measure.isNumber() ? ParquetColumn.Kind.NUMBER : ParquetColumn.Kind.TEXT;
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
