package gradientlab.experiments.longrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long training with and without dashboard and clients; {@code -Dgradientlab.longRun=EPOCHS}, 300 for instance.
 *
 * <p>It prints what the process holds over time, and the CPU time of training.
 */
@EnabledIfSystemProperty(named = "gradientlab.longRun", matches = "\\d+")
class LongRunTest {
    private static final int EPOCHS = Integer.getInteger("gradientlab.longRun", 0);
    private static final int EVERY_MILLIS = 5_000;
    private static final int CLIENTS = 20;

    @TempDir
    private Path folder;

    @Test
    void trainingIsTheSameAndNothingGrowsWhileTwentyClientsAsk() throws Exception {
        try (var plain = new TrainingProcess(folder.resolve("plain"), EPOCHS)) {
            assertThat(plain.end()).isZero();
        }
        List<Sample> alone = trained("alone", 0);
        List<Sample> asked = trained("asked", CLIENTS);

        assertThat(metrics("alone")).isEqualTo(metrics("plain"));
        assertThat(metrics("asked")).isEqualTo(metrics("plain"));
        System.out.printf(
                Locale.ROOT,
                "CPU time of training with %d clients: %.2f of that without%n",
                CLIENTS,
                millisPerStep(asked) / millisPerStep(alone));
        assertThatNothingGrows(asked);
    }

    private List<Sample> trained(String name, int clients) throws Exception {
        List<Sample> samples = new ArrayList<>();
        try (var training = new TrainingProcess(folder.resolve(name), EPOCHS, "--ui", "--ui-port=0");
                var asking = new Clients(training.dashboard(), clients)) {
            while (training.runs()) {
                Thread.sleep(EVERY_MILLIS);
                sample(training).ifPresent(samples::add);
            }
            assertThat(training.end()).isZero();
            System.out.println(name + ": " + asking.answered() + " answers, " + asking.refused() + " refusals");
        }
        samples.forEach(System.out::println);
        return samples;
    }

    /** Where the training has ended meanwhile, there is nothing to look at. */
    private static Optional<Sample> sample(TrainingProcess training) throws InterruptedException {
        try {
            return Optional.of(Sample.of(training));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<String> metrics(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("metrics.csv"));
    }

    /** From the second sample, when all is compiled, to the last before the report is drawn. */
    private static double millisPerStep(List<Sample> samples) {
        int newest = samples.get(samples.size() - 1).iteration();
        Sample last = samples.stream()
                .filter(sample -> sample.iteration() == newest)
                .findFirst()
                .orElseThrow();
        return last.millisPerStep(samples.get(1));
    }

    /** Beyond a third of the run: the history is full by then. */
    private static void assertThatNothingGrows(List<Sample> samples) {
        Sample early = samples.get(samples.size() / 3);
        Sample late = samples.get(samples.size() - 1);
        assertThat(late.heapMegabytes()).isLessThan(1.1 * early.heapMegabytes());
        assertThat(late.residentMegabytes()).isLessThan(1.15 * early.residentMegabytes());
        assertThat(late.threads()).isLessThan(early.threads() + 5);
        assertThat(late.files()).isLessThan(early.files() + 2 * CLIENTS);
    }
}
