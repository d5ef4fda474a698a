package gradientlab.diagnostics.facts;

/** What one input has shown so far. */
final class InputSums {

    private final String name;
    private InputKind kind = InputKind.TABLE;
    private ColumnSums columns;
    private final Padding.Sums padding = new Padding.Sums();
    private int looks;

    InputSums(String name) {
        this.name = name;
    }

    void add(BatchData.Input input) {
        kind = input.kind();
        padding.add(input);
        columns = columns == null ? new ColumnSums(input.rows().columns()) : columns;
        columns.add(SomeRows.of(input.rows(), looks++));
    }

    InputFacts facts() {
        ColumnSums sums = columns == null ? new ColumnSums(0) : columns;
        return new InputFacts(name, kind, sums.rows(), sums.nonFinite(), ColumnReport.of(sums), padding.padding());
    }
}
