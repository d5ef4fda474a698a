package gradientlab.diagnostics.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Condenses the statistics of columns, in plain loops: while training it is asked for again and again. */
final class ColumnReport {

    private final ColumnSums sums;
    private final Column[] columns;
    private final boolean several;

    private ColumnReport(ColumnSums sums) {
        this.sums = sums;
        this.columns = new Column[sums.each()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = sums.column(j);
        }
        this.several = sums.rows() > 1;
    }

    static ColumnFacts of(ColumnSums sums) {
        return new ColumnReport(sums).facts();
    }

    private ColumnFacts facts() {
        double means = sum(column -> column.mean() * column.mean());
        double moments = sum(Column::secondMoment);
        boolean none = sums.rows() == 0;
        // Without columns beyond those looked at singly the rest is ±∞, which changes no extreme.
        return new ColumnFacts(
                sums.columns(),
                sums.each(),
                count(this::constant),
                count(this::constantNotZero),
                duplicates(),
                count(this::offset),
                means / moments,
                -greatest(Double.NEGATIVE_INFINITY, this::varies, column -> -column.std()),
                greatest(Double.NEGATIVE_INFINITY, column -> true, Column::std),
                greatest(Double.NEGATIVE_INFINITY, column -> true, Column::secondMoment)
                        / (moments + sums.restSquares() / Math.max(1, sums.rows())),
                sum(Column::zeros) / columns.length,
                count(Column::wholeNumbers) == columns.length,
                none ? Double.NaN : -greatest(-sums.restMin(), column -> true, column -> -column.min()),
                none ? Double.NaN : greatest(sums.restMax(), column -> true, Column::max),
                worst(column -> true, Column::secondMoment),
                worst(this::varies, column -> -column.std()),
                worst(this::offset, ColumnReport::distance),
                worst(this::constantNotZero, Column::secondMoment));
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

    private int duplicates() {
        LongTable hashes = new LongTable(ColumnSums.EACH);
        int varying = 0;
        for (Column column : columns) {
            if (variesOften(column)) {
                varying++;
                hashes.put(sums.hash(column.index()), 1);
            }
        }
        return varying - hashes.size();
    }

    /** Two columns of zeros and a single 1 are equal by chance once in as many rows; of values that differ often none are. */
    private boolean variesOften(Column column) {
        double share = column.std() / (column.max() - column.min());
        return varies(column) && sums.rows() * share * share >= ColumnFacts.OFTEN;
    }

    private double sum(ToDoubleFunction<Column> value) {
        double sum = 0;
        for (Column column : columns) {
            sum += value.applyAsDouble(column);
        }
        return sum;
    }

    /** NaN if nothing is greater than the least possible value. */
    private double greatest(double least, Predicate<Column> which, ToDoubleFunction<Column> value) {
        double greatest = least;
        for (Column column : columns) {
            greatest = which.test(column) ? Math.max(greatest, value.applyAsDouble(column)) : greatest;
        }
        return greatest == Double.NEGATIVE_INFINITY ? Double.NaN : greatest;
    }

    private int count(Predicate<Column> which) {
        int count = 0;
        for (Column column : columns) {
            count += which.test(column) ? 1 : 0;
        }
        return count;
    }

    /** In descending order of a value; the first of equals comes first. */
    private List<Column> worst(Predicate<Column> which, ToDoubleFunction<Column> value) {
        List<Column> worst = new ArrayList<>();
        for (Column column : columns) {
            if (which.test(column)) {
                int place = worst.size();
                while (place > 0 && value.applyAsDouble(worst.get(place - 1)) < value.applyAsDouble(column)) {
                    place--;
                }
                if (place < ColumnFacts.WORST) {
                    worst.add(place, column);
                    worst.subList(Math.min(worst.size(), ColumnFacts.WORST), worst.size())
                            .clear();
                }
            }
        }
        return worst;
    }
}
