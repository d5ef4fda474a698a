package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import gradientlab.session.SessionRecording;
import gradientlab.ui.demo.Demo;
import gradientlab.ui.demo.DemoOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Storages that fail, on DL4J's own server. */
class BrokenStorageTest {
    private static final String HEALTHY = "healthy, 1 hidden layer";

    private final Logger log = (Logger) LoggerFactory.getLogger("gradientlab.ui.web");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final StatsStorage sound = new InMemoryStatsStorage();
    private final LoopbackStockServer server = LoopbackStockServer.running();
    private final Json json = new Json(server.address());

    @BeforeEach
    void attach() {
        DemoOnce.into(sound);
        server.attach(new Failing());
        server.attach(sound);
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void close() {
        log.detachAppender(logged);
        server.close();
    }

    @Test
    void aStorageThatFailsIsNamedAndTheOthersAreShown() throws Exception {
        broken.set(true);

        for (int ask = 0; ask < 3; ask++) {
            var answer = json.ask("sessions");
            assertThat(answer.get("sessions")).hasSize(Demo.sessions().size());
            assertThat(answer.get("problems")).hasSize(1);
            assertThat(answer.get("problems").get(0).asText())
                    .startsWith("The storage Failing cannot be read: ")
                    .contains("the disk is gone");
        }
        assertThat(json.ask("session", "session", HEALTHY).get("iterations")).hasSize(60);
        assertThat(logged.list).hasSize(1);
    }

    @Test
    void aSessionThatMayBeInAStorageThatFailsIsNotDenied() throws Exception {
        broken.set(true);

        HttpResponse<String> answer = json.get("session", "session", "somewhere");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Json.parse(answer.body()).get("error").asText()).contains("the disk is gone");
    }

    @Test
    void aStorageThatFailsWhileItIsReadIsAnErrorOfThatQuestionAlone() throws Exception {
        server.detach(sound);
        server.attach(new Failing("later"));

        HttpResponse<String> answer = json.get("findings", "session", "later");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Json.parse(answer.body()).get("error").asText())
                .startsWith("The dashboard could not answer: ")
                .contains("the disk is gone");
        assertThat(json.ask("sessions").get("problems")).hasSize(1);
        assertThat(Http.get(server.address().resolve("/gradients")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void reportsStillReachTheStockPagesAfterwards() throws Exception {
        broken.set(true);
        json.ask("sessions");
        var memory = new StatsMemory(10, 1_000);
        server.attach(memory);
        new TinyTraining(new AlignedStatsListener(memory, "run", 1)).fit(1);

        // The thread that tells DL4J's pages of reports would be gone for good if the module had thrown in it.
        Eventually.holds(
                "the session is shown",
                () -> Http.get(server.address().resolve("/train/sessions/current"))
                        .body()
                        .equals("run"));
    }

    /** Fails in whatever it is asked: from the list of its sessions on, or only later. */
    private final class Failing extends InMemoryStatsStorage {
        private final String known;

        Failing() {
            this("");
        }

        Failing(String known) {
            this.known = known;
            if (!known.isEmpty()) {
                SessionRecording.of(sound, HEALTHY).orElseThrow().into(this, known);
            }
        }

        @Override
        public List<String> listSessionIDs() {
            fail(broken.get());
            return super.listSessionIDs();
        }

        @Override
        public Persistable getLatestUpdate(String session, String type, String worker) {
            fail(session.equals(known));
            return super.getLatestUpdate(session, type, worker);
        }

        private static void fail(boolean now) {
            if (now) {
                throw new UncheckedIOException(new IOException("the disk is gone"));
            }
        }
    }
}
