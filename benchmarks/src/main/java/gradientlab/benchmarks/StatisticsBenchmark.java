package gradientlab.benchmarks;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.Statistics;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Statistics and a histogram of 100,000 values, about as many as the lecture's net has weights. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class StatisticsBenchmark {

    private static final int BINS = 50;

    private float[] values;

    @Setup
    public void draw() {
        Random random = new Random(1);
        values = new float[100_000];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) random.nextGaussian();
        }
    }

    @Benchmark
    public Statistics statistics() {
        return Statistics.of(values);
    }

    @Benchmark
    public Histogram histogram() {
        return Histogram.of(values, -5, 5, BINS);
    }

    @Benchmark
    public Distribution distribution() {
        return Distribution.of(values, BINS);
    }
}
