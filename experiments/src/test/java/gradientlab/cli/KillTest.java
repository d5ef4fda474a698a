package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed at random moments, with a seed, and the same command goes on: it ends in the same bits.
 *
 * <p>{@code -Dkills=50} on this test shares as many kills between several commands, and {@code -Dupdate.docs=true} writes
 * the outcome down.
 */
class KillTest {

    private static final Path DOCUMENT = Path.of("docs/kills.md");
    private static final List<String> COMMANDS = List.of(
            "lesson --quick",
            "train --repeat 3",
            "train --epochs 30 --checkpoint-every 0.2",
            "train --epochs 30 --norm batch --optimizer adam --engine dl4j --checkpoint-every 0.2");

    @TempDir
    private Path temporary;

    /** What the kills of a command came to. */
    private record Outcome(String command, int kills, int runs, int checkpoints, int inTheMiddleOfPutting) {}

    @Test
    void aTrainingThatIsKilledTwiceEndsInTheSameBits() throws Exception {
        Outcome outcome =
                kill("train --repeat 3 --epochs 3 --batches-per-epoch 20 --checkpoint-every 0.05", 2, new Random(1));
        assertThat(outcome.kills()).isEqualTo(2);
    }

    @Test
    @EnabledIfSystemProperty(named = "kills", matches = "\\d+")
    void runsThatAreKilledManyTimesEndInTheSameBits() throws Exception {
        int kills = Integer.getInteger("kills");
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < COMMANDS.size(); i++) {
            int share = (kills + i) / COMMANDS.size();
            outcomes.add(kill(COMMANDS.get(i), share, new Random(20261128 + i)));
        }
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, document(outcomes));
        }
    }

    /** Runs a command again and again, killed each time, until it has ended; begins anew until killed so often. */
    private Outcome kill(String command, int kills, Random random) throws IOException, InterruptedException {
        List<String> words = List.of(command.split(" "));
        Path folder = Files.createTempDirectory(temporary, "kills");
        KilledRun atOnce = new KilledRun(words, folder.resolve("at-once"));
        long millis = atOnce.toItsEnd();
        Map<String, String> expected = atOnce.measured();
        Outcome outcome = new Outcome(command, 0, 0, 0, 0);
        while (outcome.kills() < kills) {
            KilledRun run = new KilledRun(words, folder.resolve("run-" + outcome.runs()));
            outcome = killUntilItEnds(run, millis, kills, outcome, random);
            assertThat(run.faults()).isEmpty();
            assertThat(run.measured().keySet()).isEqualTo(expected.keySet());
            run.measured()
                    .forEach((name, text) -> assertThat(text.equals(expected.get(name)))
                            .as("%s of %s has the bits of a run that was never killed", name, command)
                            .isTrue());
        }
        return outcome;
    }

    private static Outcome killUntilItEnds(KilledRun run, long millis, int kills, Outcome before, Random random)
            throws IOException, InterruptedException {
        Outcome outcome = new Outcome(
                before.command(),
                before.kills(),
                before.runs() + 1,
                before.checkpoints(),
                before.inTheMiddleOfPutting());
        List<JsonNode> repetitions = List.of();
        Map<String, FileTime> results = Map.of();
        while (outcome.kills() < kills && run.killedAfter(random.nextLong(millis + 1))) {
            outcome = new Outcome(
                    outcome.command(),
                    outcome.kills() + 1,
                    outcome.runs(),
                    outcome.checkpoints() + (run.isCheckpointed() ? 1 : 0),
                    outcome.inTheMiddleOfPutting() + (run.isPending() ? 1 : 0));
            assertThat(run.faults()).as("half files and mixed folders").isEmpty();
            assertThat(run.repetitions()).as("nothing finished is lost").containsAll(repetitions);
            assertThat(results(run)).as("nothing finished is done again").containsAllEntriesOf(results);
            repetitions = run.repetitions();
            results = results(run);
        }
        run.toItsEnd();
        assertThat(results(run)).as("nothing finished is done again").containsAllEntriesOf(results);
        return outcome;
    }

    /** Files of a lesson that are written once; those of a training grow with its repetitions. */
    private static Map<String, FileTime> results(KilledRun run) throws IOException {
        Map<String, FileTime> results = run.files();
        results.keySet().removeIf(name -> !name.contains("/") || name.startsWith("figures/"));
        return results;
    }

    private static String document(List<Outcome> outcomes) {
        StringBuilder text = new StringBuilder("""
                # Runs that are killed

                Processes of each command were killed (`kill -9`) at random moments after the data were read, and the same
                command went on until it ended. After each kill every file was whole and listed in the manifest, no
                repetition or result that was finished was missing, and none was written again. At the end everything
                that is measured (`run.json`, `metrics.csv`, `snapshots.json`, `history.json`, `results/`, `trainings/`)
                had the bytes of a run that was never killed, but for the time at which the run began.

                | command | kills | runs | of the kills, with a checkpoint | while files were put in place | other bytes | lost or done again | half files |
                |---|---|---|---|---|---|---|---|
                """);
        for (Outcome each : outcomes) {
            text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %d | %d | 0 | 0 | 0 |%n",
                    each.command(),
                    each.kills(),
                    each.runs(),
                    each.checkpoints(),
                    each.inTheMiddleOfPutting()));
        }
        return text.append("""

                A kill that fails one of these conditions ends the test, so that the zeros are what the test demands. Made by

                ```sh
                mvn -pl experiments -am test -Dtest=KillTest -Dkills=50 -Dupdate.docs=true -Dsurefire.failIfNoSpecifiedTests=false
                ```

                `mvn verify` kills twice.
                """).toString();
    }
}
