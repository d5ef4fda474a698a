package gradientlab.diagnostics.facts;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Condenses the statistics of columns. */
final class ColumnReport {

    private static final Comparator<Column> BY_MOMENT =
            Comparator.comparingDouble(Column::secondMoment).reversed();

    private final ColumnSums sums;
    private final List<Column> columns;
    private final boolean several;

    private ColumnReport(ColumnSums sums) {
        this.sums = sums;
        this.columns = IntStream.range(0, sums.each()).mapToObj(sums::column).toList();
        this.several = sums.rows() > 1;
    }

    static ColumnFacts of(ColumnSums sums) {
        return new ColumnReport(sums).facts();
    }

    private ColumnFacts facts() {
        double means = sum(column -> column.mean() * column.mean());
        double moments = sum(Column::secondMoment);
        double largest =
                columns.stream().mapToDouble(Column::secondMoment).max().orElse(Double.NaN);
        return new ColumnFacts(
                sums.columns(),
                sums.each(),
                count(this::constant),
                count(this::constantNotZero),
                duplicates(),
                count(this::offset),
                ratio(means, moments),
                varying().mapToDouble(Column::std).min().orElse(Double.NaN),
                columns.stream().mapToDouble(Column::std).max().orElse(Double.NaN),
                ratio(largest, moments + sums.restSquares() / Math.max(1, sums.rows())),
                columns.stream().mapToDouble(Column::zeros).average().orElse(Double.NaN),
                columns.stream().allMatch(Column::wholeNumbers),
                least(),
                greatest(),
                worst(column -> true, BY_MOMENT),
                worst(this::varies, Comparator.comparingDouble(Column::std)),
                worst(
                        this::offset,
                        Comparator.comparingDouble(ColumnReport::distance).reversed()),
                worst(this::constantNotZero, BY_MOMENT));
    }

    private boolean constant(Column column) {
        return several && column.constant();
    }

    private boolean constantNotZero(Column column) {
        return constant(column) && column.max() != 0;
    }

    private boolean varies(Column column) {
        return column.min() < column.max();
    }

    private boolean offset(Column column) {
        return varies(column) && distance(column) > ColumnFacts.OFFSET;
    }

    /** |mean| in standard deviations. */
    private static double distance(Column column) {
        return Math.abs(column.mean()) / column.std();
    }

    private Stream<Column> varying() {
        return columns.stream().filter(this::varies);
    }

    private int duplicates() {
        long different = varying()
                .mapToLong(column -> sums.hash(column.index()))
                .distinct()
                .count();
        return several ? (int) (varying().count() - different) : 0;
    }

    /** Without columns beyond those looked at singly the rest is ±∞, which changes no extreme. */
    private double least() {
        double rest = sums.rows() == 0 ? Double.NaN : sums.restMin();
        return columns.stream().mapToDouble(Column::min).reduce(rest, Math::min);
    }

    private double greatest() {
        double rest = sums.rows() == 0 ? Double.NaN : sums.restMax();
        return columns.stream().mapToDouble(Column::max).reduce(rest, Math::max);
    }

    private double sum(ToDoubleFunction<Column> value) {
        return columns.stream().mapToDouble(value).sum();
    }

    /** NaN for 0 / 0. */
    private static double ratio(double part, double whole) {
        return part / whole;
    }

    private int count(Predicate<Column> which) {
        return (int) columns.stream().filter(which).count();
    }

    private List<Column> worst(Predicate<Column> which, Comparator<Column> order) {
        return columns.stream()
                .filter(which)
                .sorted(order)
                .limit(ColumnFacts.WORST)
                .toList();
    }
}
