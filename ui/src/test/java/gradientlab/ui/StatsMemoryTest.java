package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsReport;
import org.junit.jupiter.api.Test;

class StatsMemoryTest {
    private static final long NOW = 1_700_000_000_000L;

    private final StatsMemory memory = new StatsMemory();

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
    void readersAreWokenByAnEventThatNoPageWants() {
        List<StatsStorageEvent> events = new ArrayList<>();
        memory.registerStatsStorageListener(events::add);
        memory.wakeReaders();

        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.getTypeID()).isNotEqualTo(StatsListener.TYPE_ID));
    }

    private void put(String session, String worker, long time, int iteration) {
        var report = new SbeStatsReport();
        report.reportIDs(session, StatsListener.TYPE_ID, worker, time);
        report.reportIterationCount(iteration);
        memory.putUpdate(report);
    }

    private List<Integer> iterationsOf(String session, String worker) {
        return memory.getAllUpdatesAfter(session, StatsListener.TYPE_ID, worker, 0).stream()
                .map(report -> ((StatsReport) report).getIterationCount())
                .toList();
    }
}
