package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.Histogram;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlignedStatsListenerTest {
    private static final int EVERY = 3;
    private static final int ITERATIONS = 8;
    private static final String SESSION = "run";

    // Single precision: a sum of some 50 float values, taken in another order.
    private static final double ROUNDING = 1e-5;

    private final StatsMemory memory = new StatsMemory(100, 1_000);
    private final Recorder recorder = new Recorder();

    @Test
    void iterationZeroAndEveryNthAreReported() {
        train(EVERY);

        assertThat(Reports.iterations(memory, SESSION)).containsExactly(0, 3, 6);
    }

    @Test
    void everyIterationIsReportedAtFrequencyOne() {
        train(1);

        assertThat(Reports.iterations(memory, SESSION)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    /** The reason for this class: the day this fails, DL4J has repaired its listener. */
    @Test
    void theStockListenerSkipsIterationZeroAndMixesIterations() {
        var stock = new InMemoryStatsStorage();
        new TinyTraining(new StatsListener(stock, EVERY, SESSION), recorder).fit(ITERATIONS);

        assertThat(Reports.iterations(stock, SESSION)).containsExactly(3, 6);
        StatsReport six = Reports.of(stock, SESSION).get(1);
        assertSame(six.getHistograms(StatsType.Gradients), recorder.at(4).get(StatsType.Gradients));
    }

    @ParameterizedTest
    @EnumSource(StatsType.class)
    void allHistogramsOfAReportAreThoseOfItsIteration(StatsType type) {
        train(EVERY);

        for (StatsReport report : Reports.of(memory, SESSION)) {
            assertSame(
                    report.getHistograms(type),
                    recorder.at(report.getIterationCount()).get(type));
        }
    }

    @ParameterizedTest
    @EnumSource(StatsType.class)
    void allSummariesOfAReportAreThoseOfItsIteration(StatsType type) {
        train(EVERY);

        for (StatsReport report : Reports.of(memory, SESSION)) {
            recorder.at(report.getIterationCount()).get(type).forEach((name, values) -> {
                assertThat(report.getMean(type).get(name)).isCloseTo(Plain.mean(values), within(ROUNDING));
                assertThat(report.getStdev(type).get(name)).isCloseTo(Plain.stdev(values), within(ROUNDING));
                assertThat(report.getMeanMagnitudes(type).get(name))
                        .isCloseTo(Plain.meanMagnitude(values), within(ROUNDING));
            });
        }
    }

    @Test
    void examplesOfIterationsThatAreNotReportedCountToo() {
        train(EVERY);

        StatsReport six = Reports.of(memory, SESSION).get(2);
        assertThat(six.getTotalMinibatches()).isEqualTo(7);
        assertThat(six.getTotalExamples()).isEqualTo(7 * TinyTraining.BATCH);
    }

    @Test
    void aRunThatIsResumedReportsMultiplesOfTheFrequency() {
        var training = new TinyTraining();
        training.fit(4);
        training.net().setListeners(new AlignedStatsListener(memory, SESSION, EVERY));
        training.fit(4);

        assertThat(Reports.iterations(memory, SESSION)).containsExactly(6);
    }

    @Test
    void nothingIsReportedToAClosedMemory() {
        var training = new TinyTraining(new AlignedStatsListener(memory, SESSION, 1));
        training.fit(2);
        memory.close();
        training.fit(2);

        assertThat(Reports.iterations(memory, SESSION)).containsExactly(0, 1);
    }

    private void train(int every) {
        new TinyTraining(new AlignedStatsListener(memory, SESSION, every), recorder).fit(ITERATIONS);
    }

    private static void assertSame(Map<String, Histogram> histograms, Map<String, float[]> arrays) {
        assertThat(histograms).containsOnlyKeys(arrays.keySet());
        arrays.forEach((name, values) -> Plain.assertHistogramOf(values, histograms.get(name)));
    }
}
