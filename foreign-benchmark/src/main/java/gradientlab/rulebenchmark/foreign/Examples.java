package gradientlab.rulebenchmark.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows with their targets, each row of an input flat in 'c' order.
 *
 * @param inputs one table for each input of the network
 * @param targets one row for each row of the inputs
 */
record Examples(List<float[][]> inputs, float[][] targets) {

    /** What becomes of a value. */
    interface Change {

        /**
         * The value instead.
         *
         * @param column of the flat row
         */
        double of(int column, float value);
    }

    int size() {
        return targets.length;
    }

    /** Targets that are the features, as an autoencoder has them, stay that. */
    Examples features(Change change) {
        Examples changed =
                new Examples(inputs.stream().map(rows -> map(rows, change)).toList(), targets);
        return targets == inputs.get(0) ? changed.mirrored() : changed;
    }

    /** The same of one input alone, by its index. */
    Examples input(int index, Change change) {
        List<float[][]> changed = new ArrayList<>(inputs);
        changed.set(index, map(inputs.get(index), change));
        Examples result = new Examples(List.copyOf(changed), targets);
        return index == 0 && targets == inputs.get(0) ? result.mirrored() : result;
    }

    Examples targets(Change change) {
        return new Examples(inputs, map(targets, change));
    }

    /** With the features as targets. */
    Examples mirrored() {
        return new Examples(inputs, inputs.get(0));
    }

    Examples withTargets(float[][] others) {
        return new Examples(inputs, others);
    }

    Examples taken(int[] order) {
        List<float[][]> taken = new ArrayList<>();
        inputs.forEach(rows -> taken.add(rows(rows, order)));
        return new Examples(taken, rows(targets, order));
    }

    private static float[][] rows(float[][] all, int[] order) {
        return Arrays.stream(order).mapToObj(i -> all[i]).toArray(float[][]::new);
    }

    private static float[][] map(float[][] rows, Change change) {
        float[][] changed = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            changed[i] = new float[rows[i].length];
            for (int j = 0; j < changed[i].length; j++) {
                changed[i][j] = (float) change.of(j, rows[i][j]);
            }
        }
        return changed;
    }
}
