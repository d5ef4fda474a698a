package gradientlab.diagnostics.facts;

/** What one input has shown so far. */
final class InputSums {

    private final String name;
    private InputKind kind = InputKind.TABLE;
    private ColumnSums columns;

    InputSums(String name) {
        this.name = name;
    }

    void add(BatchData.Input input) {
        kind = input.kind();
        columns = columns == null ? new ColumnSums(input.rows().columns()) : columns;
        columns.add(input.rows());
    }

    InputFacts facts() {
        ColumnSums sums = columns == null ? new ColumnSums(0) : columns;
        return new InputFacts(name, kind, sums.rows(), sums.nonFinite(), ColumnReport.of(sums));
    }
}
