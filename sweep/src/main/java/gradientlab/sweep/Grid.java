package gradientlab.sweep;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * The cells of a sweep: every combination of the axes' values, or some of them drawn at random; the last axis runs fastest.
 *
 * <p>A cell is known by its number; what it is is computed when it is asked for.
 */
final class Grid {

    /** A table of more is for other programs than this: it is put together in memory. */
    static final int MOST_CELLS = 100_000;

    private final List<SweepAxis> axes;
    private final long[] drawn;
    private final long combinations;

    /**
     * @param drawn how many cells to draw, or null for all
     * @throws IllegalArgumentException if there are too many, or more are to be drawn than there are
     */
    Grid(List<SweepAxis> axes, Integer drawn, long seed) {
        this.axes = axes;
        this.combinations = combinations(axes);
        this.drawn = drawn == null ? null : draw(drawn, seed);
        if (drawn == null && combinations > MOST_CELLS) {
            throw new IllegalArgumentException("a sweep may have " + MOST_CELLS + " cells, and these axes have "
                    + combinations + ": give fewer values, or random for a part of them");
        }
    }

    private static long combinations(List<SweepAxis> axes) {
        try {
            return axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the axes have more combinations than can be counted: give fewer values", e);
        }
    }

    private long[] draw(int count, long seed) {
        long most = Math.min(MOST_CELLS, combinations);
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("random must be 1 to " + most + ", the number of cells, not " + count);
        }
        Random random = new Random(seed);
        TreeSet<Long> cells = new TreeSet<>();
        while (cells.size() < count) {
            cells.add((long) (random.nextDouble() * combinations));
        }
        return cells.stream().mapToLong(Long::longValue).toArray();
    }

    /** How many cells there are. */
    int size() {
        return drawn == null ? (int) combinations : drawn.length;
    }

    /** The values of a cell on the axes, in their order. */
    Map<Knob, Object> cell(int number) {
        long left = drawn == null ? number : drawn[number];
        Object[] values = new Object[axes.size()];
        for (int i = axes.size() - 1; i >= 0; i--) {
            List<Object> all = axes.get(i).values();
            values[i] = all.get((int) (left % all.size()));
            left /= all.size();
        }
        Map<Knob, Object> cell = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            cell.put(axes.get(i).knob(), values[i]);
        }
        return cell;
    }

    @Override
    public String toString() {
        return drawn == null ? size() + " cells" : size() + " of " + combinations + " cells: " + Arrays.toString(drawn);
    }
}
