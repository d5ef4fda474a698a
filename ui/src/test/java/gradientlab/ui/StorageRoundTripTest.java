package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.session.SessionReader;
import gradientlab.session.SessionRecording;
import gradientlab.ui.demo.DemoOnce;
import java.nio.file.Path;
import java.util.function.Function;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.impl.RemoteUIStatsStorageRouter;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.deeplearning4j.ui.model.storage.sqlite.J7FileStatsStorage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts, moments and courses come out of each of DL4J's storages as they went in. */
class StorageRoundTripTest {
    private static final String UNICODE = "Größe 5 – σ(z) ≈ 平均 🌊, 2nd try";

    private static final String BROKEN = "NaN at iteration 40";

    private static StatsStorage original;

    @TempDir
    Path folder;

    @BeforeAll
    static void draw() {
        original = new InMemoryStatsStorage();
        DemoOnce.into(original);
    }

    @Test
    void aFileStorageGivesEverythingBackAfterItWasClosed() throws Exception {
        reopened(file -> new FileStatsStorage(file.toFile()));
    }

    @Test
    void anSqliteStorageGivesEverythingBackAfterItWasClosed() throws Exception {
        reopened(file -> new J7FileStatsStorage(file.toFile()));
    }

    @Test
    void aRemoteServerGetsTheSameSession() throws Exception {
        try (var server = LoopbackStockServer.running()) {
            var received = new InMemoryStatsStorage();
            server.enableRemoteListener(received, true);
            var router = new RemoteUIStatsStorageRouter(server.address().toString());
            recording(original, BROKEN).into(router, UNICODE);

            Eventually.holds(
                    "everything has arrived",
                    () -> received.getNumUpdateRecordsFor(UNICODE) == original.getNumUpdateRecordsFor(BROKEN));
            assertSame(received, UNICODE, BROKEN);
            assertThat(new Json(server.address())
                            .ask("session", "session", UNICODE)
                            .get("id")
                            .asText())
                    .isEqualTo(UNICODE);
        }
    }

    private void reopened(Function<Path, StatsStorage> open) throws Exception {
        Path file = folder.resolve("stats");
        StatsStorage written = open.apply(file);
        recording(original, BROKEN).into(written, BROKEN);
        recording(original, "saturated, dead units").into(written, UNICODE);
        written.close();

        StatsStorage read = open.apply(file);
        try (var server = LoopbackStockServer.running()) {
            assertSame(read, BROKEN, BROKEN);
            assertSame(read, UNICODE, "saturated, dead units");
            server.attach(read);
            var json = new Json(server.address());
            assertThat(json.ask("sessions").get("sessions")).hasSize(2);
            assertThat(json.ask("flow", "session", UNICODE, "iteration", "480").get("layers"))
                    .hasSize(5);
            server.detach(read);
            assertThat(json.ask("sessions").get("sessions")).isEmpty();
        } finally {
            read.close();
        }
    }

    private static void assertSame(StatsStorage storage, String session, String originally) {
        SessionRecording expected = recording(original, originally);
        SessionRecording actual = recording(storage, session);
        assertThat(actual.facts().structure()).isEqualTo(expected.facts().structure());
        assertThat(actual.facts().started()).isEqualTo(expected.facts().started());
        assertThat(actual.moments()).isEqualTo(expected.moments());
        assertThat(actual.course()).isEqualTo(expected.course());
        assertThat(new SessionReader(storage).times(session))
                .hasSize(expected.moments().size());
    }

    private static SessionRecording recording(StatsStorage storage, String session) {
        return SessionRecording.of(storage, session).orElseThrow();
    }
}
