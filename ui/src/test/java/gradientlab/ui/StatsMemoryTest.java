package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsReport;
import org.junit.jupiter.api.Test;

class StatsMemoryTest {
    private static final long NOW = 1_700_000_000_000L;

    private final StatsMemory memory = new StatsMemory(100, 1_000);

    @Test
    void reportsOfOneMillisecondAreAllKeptInTheirOrder() {
        put("a", "worker", NOW, 0);
        put("a", "worker", NOW, 1);
        put("a", "worker", NOW, 2);
        put("a", "worker", NOW + 1, 3);

        assertThat(iterationsOf("a", "worker")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aClockThatIsSetBackDoesNotReorderReports() {
        put("a", "worker", NOW, 0);
        put("a", "worker", NOW - 5000, 1);

        assertThat(iterationsOf("a", "worker")).containsExactly(0, 1);
    }

    @Test
    void sessionsAndWorkersKeepTheirOwnTime() {
        put("a", "one", NOW, 0);
        put("a", "two", NOW, 1);
        put("b", "one", NOW, 2);

        assertThat(memory.getLatestUpdate("a", StatsListener.TYPE_ID, "one").getTimeStamp())
                .isEqualTo(NOW);
        assertThat(memory.getLatestUpdate("a", StatsListener.TYPE_ID, "two").getTimeStamp())
                .isEqualTo(NOW);
        assertThat(memory.getLatestUpdate("b", StatsListener.TYPE_ID, "one").getTimeStamp())
                .isEqualTo(NOW);
    }

    @Test
    void ofMoreReportsThanAreKeptTheFirstAndTheLastStay() {
        var small = new StatsMemory(5, 1_000);
        for (int iteration = 0; iteration < 1_000; iteration++) {
            put(small, "a", "worker", NOW + iteration, iteration);
        }

        assertThat(iterationsOf(small, "a", "worker"))
                .hasSize(5)
                .startsWith(0)
                .endsWith(999)
                .isSorted();
        assertThat(small.getNumUpdateRecordsFor("a")).isEqualTo(5);
    }

    @Test
    void eachSessionIsThinnedForItself() {
        var small = new StatsMemory(3, 1_000);
        for (int iteration = 0; iteration < 10; iteration++) {
            put(small, iteration % 2 == 0 ? "even" : "odd", "worker", NOW + iteration, iteration);
        }

        assertThat(iterationsOf(small, "even", "worker"))
                .hasSize(3)
                .startsWith(0)
                .endsWith(8);
        assertThat(iterationsOf(small, "odd", "worker"))
                .hasSize(3)
                .startsWith(1)
                .endsWith(9);
    }

    @Test
    void ofTooManyInAllTheSessionLongestUntouchedIsThinnedFirst() {
        var small = new StatsMemory(10, 20);
        for (String session : List.of("first", "second", "third")) {
            for (int iteration = 0; iteration < 8; iteration++) {
                put(small, session, "worker", NOW + iteration, iteration);
            }
        }

        assertThat(iterationsOf(small, "first", "worker"))
                .hasSize(4)
                .startsWith(0)
                .endsWith(7);
        assertThat(iterationsOf(small, "second", "worker")).hasSize(8);
        assertThat(iterationsOf(small, "third", "worker")).hasSize(8);
    }

    @Test
    void theNumberOfSessionsIsBoundedToo() {
        var small = new StatsMemory(3, 30);
        for (int session = 0; session < 100; session++) {
            for (int iteration = 0; iteration < 5; iteration++) {
                put(small, "s" + session, "worker", NOW + iteration, iteration);
            }
        }

        assertThat(IntStream.range(0, 100).map(session -> small.getNumUpdateRecordsFor("s" + session)))
                .startsWith(0)
                .endsWith(3, 3, 3, 3, 3, 3, 3, 3, 3, 3)
                .filteredOn(kept -> kept > 0)
                .hasSize(10);
        assertThat(small.listWorkerIDsForSession("s0")).isEmpty();
    }

    @Test
    void readersAreWokenByAnEventThatNoPageWants() {
        List<StatsStorageEvent> events = new ArrayList<>();
        memory.registerStatsStorageListener(events::add);
        memory.wakeReaders();

        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.getTypeID()).isNotEqualTo(StatsListener.TYPE_ID));
    }

    private void put(String session, String worker, long time, int iteration) {
        put(memory, session, worker, time, iteration);
    }

    private static void put(StatsMemory memory, String session, String worker, long time, int iteration) {
        var report = new SbeStatsReport();
        report.reportIDs(session, StatsListener.TYPE_ID, worker, time);
        report.reportIterationCount(iteration);
        memory.putUpdate(report);
    }

    private List<Integer> iterationsOf(String session, String worker) {
        return iterationsOf(memory, session, worker);
    }

    private static List<Integer> iterationsOf(StatsMemory memory, String session, String worker) {
        return memory.getAllUpdatesAfter(session, StatsListener.TYPE_ID, worker, 0).stream()
                .map(report -> ((StatsReport) report).getIterationCount())
                .toList();
    }
}
