package gradientlab.ui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.session.IterationRecord;
import gradientlab.ui.demo.DemoOnce;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final String HEALTHY = "healthy, 1 hidden layer";

    private final AtomicInteger reads = new AtomicInteger();
    private final StatsStorage counting = new InMemoryStatsStorage() {
        @Override
        public Persistable getUpdate(String session, String type, String worker, long time) {
            reads.incrementAndGet();
            return super.getUpdate(session, type, worker, time);
        }
    };

    @Test
    void aMomentIsReadOnce() {
        DemoOnce.into(counting);
        Recorded session = new Archive(counting).find(HEALTHY).orElseThrow();

        assertThat(session.moments()).extracting(IterationRecord::iteration).isEqualTo(session.iterations());
        session.moments();
        session.at(10);
        session.newest();

        assertThat(session.iterations()).hasSize(60);
        assertThat(reads).hasValue(60);
    }

    @Test
    void theListOfSessionsReadsNoMomentButTheNewestOfEach() {
        DemoOnce.into(counting);
        var library = new Library();
        library.add(counting);

        assertThat(SessionsAnswer.of(library).sessions()).hasSize(5);
        SessionsAnswer.of(library);

        // One of the five has none yet.
        assertThat(reads).hasValue(4);
    }

    @Test
    void whatIsGivenUpIsForgotten() {
        var storage = new Forgetful();
        DemoOnce.into(storage);
        Recorded session = new Archive(storage).find(HEALTHY).orElseThrow();
        session.moments();

        storage.forget(HEALTHY, 1);

        assertThat(session.iterations()).hasSize(59).doesNotContain(10).startsWith(0, 20);
        assertThatThrownBy(() -> session.at(10))
                .isInstanceOf(Refusal.class)
                .hasMessage("Iteration 10 of session \"" + HEALTHY + "\" is not among the 59 that are kept.");
    }

    @Test
    void theNewestIterationThatIsStillThereIsTheNewest() {
        // As when another thread gives the last one up for a newer one after its time was listed.
        var storage = new InMemoryStatsStorage() {
            @Override
            public long[] getAllUpdateTimes(String session, String type, String worker) {
                long[] times = super.getAllUpdateTimes(session, type, worker);
                long[] one = Arrays.copyOf(times, times.length + 1);
                one[times.length] = Long.MAX_VALUE;
                return one;
            }
        };
        DemoOnce.into(storage);
        Recorded session = new Archive(storage).find(HEALTHY).orElseThrow();

        assertThat(session.newest().map(IterationRecord::iteration)).contains(590);
    }

    @Test
    void aStorageWithoutALimitIsSaidToHaveNone() {
        assertThat(new Archive(new InMemoryStatsStorage()).kept()).isEqualTo(-1);
    }

    @Test
    void aSessionInTwoStoragesIsListedOnceAndReadFromTheFirst() {
        var first = new Forgetful();
        DemoOnce.into(first);
        first.forget(HEALTHY, 1);
        var library = new Library();
        library.add(first);
        library.add(counting);
        DemoOnce.into(counting);

        assertThat(SessionsAnswer.of(library).sessions()).hasSize(5);
        assertThat(library.session(HEALTHY).iterations()).hasSize(59);
        library.remove(first);
        assertThat(library.session(HEALTHY).iterations()).hasSize(60);
    }

    @Test
    void namesOfParametersAreTakenAsTheyAre() {
        var query = new Query(
                MultiMap.caseInsensitiveMultiMap().add("session", " a b ").add("iteration", "007"));

        assertThat(query.session()).isEqualTo(" a b ");
        assertThat(query.iteration()).isEqualTo(7);
        assertThatThrownBy(query::layer)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    /** A storage that can give updates up, as one with a bound does. */
    private static final class Forgetful extends InMemoryStatsStorage {
        void forget(String session, int place) {
            updates.forEach((key, series) -> {
                if (key.getSessionID().equals(session) && series.size() > 1) {
                    series.remove(series.keySet().stream()
                            .sorted()
                            .skip(place)
                            .findFirst()
                            .orElseThrow());
                }
            });
        }
    }
}
