package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which examples and batches have come, and a sample of the examples.
 *
 * <p>An example is offered to the sample when its features come for the first time, or again within the batch in which
 * they first came: a later epoch would otherwise fill the sample with twins that agree with themselves.
 */
final class ExampleLog {

    /** Examples and batches that are told apart. */
    static final int KNOWN = 1 << 15;

    private static final int SAMPLE = 512;
    private static final int SAMPLE_VALUES = 1 << 20;

    private final LongTable known = new LongTable(KNOWN);
    private final LongTable batches = new LongTable(KNOWN);
    private final TreeMap<Integer, Integer> sizes = new TreeMap<>();
    private RowSample features;
    private final TargetSample targets = new TargetSample();
    private long examples;
    private long conflicting;
    private int seen;

    void add(BatchData batch) {
        seen++;
        sizes.merge(batch.examples(), 1, Integer::sum);
        examples += batch.examples();
        long all = 0;
        for (int i = 0; i < batch.examples(); i++) {
            long hash = 0;
            for (BatchData.Input input : batch.inputs()) {
                hash = RowHash.join(hash, hash(input.examples(), i));
            }
            long target = 0;
            for (BatchData.Target output : batch.targets()) {
                target = RowHash.join(target, hash(output.examples(), i));
            }
            // A sum: the order of the examples is not part of a batch.
            all += RowHash.join(hash, target);
            example(batch, i, hash, target);
        }
        batches.add(all, 1);
    }

    /** Beside every known example stand the batch in which it first came and half the hash of its targets. */
    private void example(BatchData batch, int i, long hash, long target) {
        long entry = ((long) seen << 32) | (target & 0xFFFFFFFFL);
        long before = known.get(hash, -1);
        if (before < 0 ? known.put(hash, entry) : (before >>> 32) == seen) {
            sample(batch, i);
        }
        conflicting += before >= 0 && (int) before != (int) target ? 1 : 0;
    }

    private void sample(BatchData batch, int i) {
        if (features == null) {
            int columns = batch.inputs().stream()
                            .mapToInt(in -> in.examples().columns())
                            .sum()
                    + batch.targets().stream()
                            .mapToInt(out -> out.examples().columns())
                            .sum();
            features = new RowSample(Math.max(1, Math.min(SAMPLE, SAMPLE_VALUES / Math.max(1, columns))));
        }
        float[] row = WordCounts.comparable(batch, i);
        int place = features.offer(row, 0, row.length);
        if (place >= 0) {
            targets.set(place, batch.targets(), i);
        }
    }

    private static long hash(Matrix matrix, int row) {
        return RowHash.of(matrix.values(), row * matrix.columns(), matrix.columns());
    }

    /** Features of the sampled examples; of inputs that are indices, how often each came. */
    List<float[]> sampledFeatures() {
        return features == null ? List.of() : features.rows();
    }

    /** Targets of the sampled examples. */
    List<float[]> sampledTargets(int output) {
        return targets.of(output);
    }

    int seen() {
        return seen;
    }

    BatchFacts facts(long steps) {
        int most = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int typical = sizes.entrySet().stream()
                .filter(size -> size.getValue() == most)
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
        return new BatchFacts(
                steps,
                seen,
                sizes.isEmpty() ? 0 : sizes.firstKey(),
                typical,
                batches.size(),
                examples,
                known.size(),
                conflicting);
    }
}
