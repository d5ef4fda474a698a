package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.HashSet;
import java.util.Set;

/**
 * Steps at the end of sequences of which every value is 0, as they stand where a sequence is shorter than its batch.
 *
 * @param share of all steps that were looked at; 0 without any
 * @param lengths different lengths that are left without them
 */
public record Padding(double share, int lengths) {

    /** Nothing is padded, or nothing is known. */
    public static final Padding NONE = new Padding(0, 0);

    /** Counts over several batches. */
    static final class Sums {

        private final Set<Integer> lengths = new HashSet<>();
        private long steps;
        private long padded;

        /** Looks at sequences without a mask; of all others nothing is counted. */
        void add(BatchData.Input input) {
            boolean words = input.kind() == InputKind.INDICES;
            if (input.masked() || !(words || input.kind() == InputKind.SEQUENCE)) {
                return;
            }
            Matrix all = input.examples();
            int units = words ? 1 : input.rows().columns();
            int each = all.columns() / Math.max(1, units);
            for (int example = 0; each > 1 && example < all.rows(); example++) {
                int length = length(all, example, units, each);
                lengths.add(length);
                steps += each;
                padded += each - length;
            }
        }

        /** Steps up to the last one with a value that is not 0; a row holds unit after unit, each with all its steps. */
        private static int length(Matrix all, int example, int units, int steps) {
            for (int step = steps - 1; step >= 0; step--) {
                for (int unit = 0; unit < units; unit++) {
                    if (all.at(example, unit * steps + step) != 0) {
                        return step + 1;
                    }
                }
            }
            return 0;
        }

        Padding padding() {
            return steps == 0 ? NONE : new Padding((double) padded / steps, lengths.size());
        }
    }
}
