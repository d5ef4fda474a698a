package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps are killed at random moments, with a seed, and the same command goes on: no finished cell is lost or done again, and
 * the table has the same bytes.
 *
 * <p>{@code -Dkills=10} on this test kills a sweep of 2,100 cells as often.
 */
class SweepKillTest {

    private static final String JOURNAL = "cells.journal";
    private static final int MOST_MILLIS = 30;

    @TempDir
    private Path folder;

    @Test
    void aSweepThatIsKilledThreeTimesEndsInTheSameBytes() throws Exception {
        String sweep =
                "sweep --axis seed=1..60 --steps 0 --depth 2 --width 16 --measure delta-ratio,signal --workers 2";
        assertThat(kill(sweep, 60, 3, new Random(1))).isEqualTo(3);
    }

    @Test
    @EnabledIfSystemProperty(named = "kills", matches = "\\d+")
    void aSweepOfTwoThousandCellsThatIsKilledManyTimesEndsInTheSameBytes() throws Exception {
        String sweep =
                "sweep --axis depth=1..20 --axis weight-std=log(0.1..4):21 --axis seed=1..5 --steps 0 --width 32";
        int kills = Integer.getInteger("kills");
        assertThat(kill(sweep, 2_100, kills, new Random(20261128))).isEqualTo(kills);
    }

    /** Runs a sweep, killed each time, until it has been killed so often or has ended; returns how often it was killed. */
    private int kill(String sweep, int cells, int kills, Random random) throws IOException, InterruptedException {
        List<String> words = List.of(sweep.split(" "));
        KilledRun atOnce = new KilledRun(words, folder.resolve("at-once"));
        atOnce.toItsEnd();
        Map<String, String> expected = atOnce.measured();
        KilledRun run = new KilledRun(words, folder.resolve("killed"));
        int killed = 0;
        List<String> before = List.of();
        for (int lines : moments(cells, kills, random)) {
            killed += run.killedAfter(JOURNAL, lines, random.nextInt(MOST_MILLIS)) ? 1 : 0;
            List<String> now = run.lines(JOURNAL);
            System.out.println("killed at " + now.size() + " of " + cells + " cells");
            assertThat(run.faults()).as("half files").isEmpty();
            assertThat(now.subList(0, before.size()))
                    .as("nothing finished is lost")
                    .isEqualTo(before);
            before = now;
        }
        run.toItsEnd();
        assertThat(run.lines(JOURNAL).stream().map(line -> line.split(" ")[1]))
                .as("no cell is lost or done twice")
                .hasSize(cells)
                .doesNotHaveDuplicates();
        assertThat(run.measured())
                .as("the bytes of a sweep that was never killed")
                .isEqualTo(expected);
        assertThat(run.faults()).isEmpty();
        return killed;
    }

    /** After how many cells to kill: one number from each of as many equal parts, so that each kill finds work. */
    private static List<Integer> moments(int cells, int kills, Random random) {
        return IntStream.range(0, kills)
                .mapToObj(i -> cells * i / kills + 1 + random.nextInt(cells / (2 * kills)))
                .toList();
    }
}
