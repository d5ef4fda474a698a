package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the targets of one output have shown so far. */
final class TargetSums {

    /** Different rows that are counted singly. */
    static final int CLASSES = 1024;

    private static final int SAMPLE_VALUES = 1 << 18;

    private final OutputFacts output;
    private final TargetShape shape = new TargetShape();
    private final LongTable classes = new LongTable(CLASSES);
    private ColumnSums columns;
    private RowSample sample;
    private boolean moreClasses;
    private boolean same = true;
    private long examples;
    private long counted;
    private long masked;
    private boolean maskUnclear;
    private int batches;
    private int looks;
    private int uniform;
    private double squaresOfBatches;

    TargetSums(OutputFacts output) {
        this.output = output;
    }

    void add(BatchData.Target target, BatchData batch) {
        Matrix rows = SomeRows.of(target.rows(), looks++);
        if (columns == null) {
            columns = new ColumnSums(rows.columns());
            sample = new RowSample(Math.max(1, Math.min(512, SAMPLE_VALUES / Math.max(1, rows.columns()))));
        }
        long before = columns.rows();
        columns.add(rows);
        examples += batch.examples();
        counted += target.countedRows();
        maskUnclear |= target.maskedRows() < 0;
        masked += Math.max(0, target.maskedRows());
        same &= batch.inputs().stream().anyMatch(input -> sameValues(input.examples(), target.examples()));
        if (columns.rows() - before == rows.rows()) {
            rows(rows);
        }
    }

    /** Of a batch with something that is not finite nothing more is said. */
    private void rows(Matrix rows) {
        long first = 0;
        boolean equal = true;
        for (int row = 0; row < rows.rows(); row++) {
            int from = row * rows.columns();
            shape.add(rows.values(), from, rows.columns());
            sample.offer(rows.values(), from, rows.columns());
            long hash = RowHash.of(rows.values(), from, rows.columns());
            moreClasses |= !classes.add(hash, 1);
            first = row == 0 ? hash : first;
            equal &= hash == first;
        }
        if (rows.rows() > 1) {
            batches++;
            uniform += equal ? 1 : 0;
        }
        for (int column = 0; column < columns.each(); column++) {
            double sum = 0;
            for (int row = 0; row < rows.rows(); row++) {
                sum += rows.at(row, column);
            }
            squaresOfBatches += sum * sum / rows.rows();
        }
    }

    /** Σ n (mean of the batch − mean)² over Σ (value − mean)². */
    private double between() {
        double squares = 0;
        double scatter = 0;
        for (int column = 0; column < columns.each(); column++) {
            squares += columns.rows() * columns.mean(column) * columns.mean(column);
            scatter += columns.scatter(column);
        }
        return scatter > 0 ? (squaresOfBatches - squares) / scatter : Double.NaN;
    }

    private static boolean sameValues(Matrix input, Matrix target) {
        return Arrays.equals(input.values(), target.values());
    }

    TargetKind kind() {
        return columns == null ? TargetKind.UNKNOWN : shape.kind(columns.columns());
    }

    TargetFacts facts(Relation relation) {
        ColumnSums sums = columns == null ? new ColumnSums(0) : columns;
        ColumnFacts all = ColumnReport.of(sums);
        long rows = sums.rows();
        boolean none = rows == 0;
        return new TargetFacts(
                output.name(),
                kind(),
                sums.columns(),
                rows,
                (double) counted / examples,
                maskUnclear ? Double.NaN : (double) masked / (masked + counted),
                sums.nonFinite(),
                IntStream.range(0, Math.min(TargetFacts.SHOWN, sums.each()))
                        .mapToObj(sums::column)
                        .toList(),
                none ? Double.NaN : all.min(),
                none ? Double.NaN : all.max(),
                shape.oneHotShare(),
                !none && all.min() == 0 && all.max() == 0,
                !none && same,
                classes(),
                guessing(sums),
                relation);
    }

    ClassFacts classes() {
        long[] counts = classes.values();
        long rows = shape.rows();
        double expected = 0;
        for (long count : counts) {
            expected += batches * Math.pow((double) count / rows, (double) rows / Math.max(1, batches));
        }
        long most = Arrays.stream(counts).max().orElse(0);
        return counts.length == 0
                ? ClassFacts.NONE
                : new ClassFacts(
                        counts.length + (moreClasses ? 1 : 0),
                        (double) most / rows,
                        batches,
                        uniform,
                        expected,
                        between());
    }

    private double guessing(ColumnSums sums) {
        List<float[]> rows = sample == null ? List.of() : sample.rows();
        return maskUnclear || (moreClasses && output.loss() == LossKind.SPARSE_MCXENT)
                ? Double.NaN
                : Guessing.loss(new Guessing.Question(output, kind(), sums, classes.values(), rows));
    }
}
