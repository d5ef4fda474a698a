package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import gradientlab.ui.demo.Demo;
import gradientlab.ui.demo.DemoOnce;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever the gradients pages are asked, the dashboard goes on. */
class MalformedQuestionsTest {
    private static final int REQUESTS = 10_000;
    private static final long SEED = 20260105;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    private static Dashboard dashboard;

    @BeforeAll
    static void start() {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        DemoOnce.into(dashboard.storage());
        new TinyTraining(dashboard.listener("trained", 1)).fit(2);
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @Test
    void everyPageAnswersAfterTenThousandMalformedQuestions() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        Map<String, Integer> answers = new TreeMap<>();
        try {
            var requests =
                    new MalformedQuestions(new Random(SEED), dashboard.address().getAuthority());
            for (int i = 0; i < REQUESTS; i++) {
                answers.merge(answerTo(requests.next()), 1, Integer::sum);
            }
        } finally {
            root.detachAppender(log);
        }

        assertEveryPageAnswers();
        assertThat(answers.keySet())
                .as("statuses %s", answers)
                .isSubsetOf("200", "400", "403", "404", "405", "413", "414", "431", "closed");
        // Most of them get as far as the questions, whose refusals are sentences.
        assertThat(answers.get("400") + answers.get("404")).isGreaterThan(REQUESTS / 2);
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
    }

    private static void assertEveryPageAnswers() throws Exception {
        for (String page : new String[] {"/gradients", "/train/overview", "/train/model", "/train/system"}) {
            assertThat(Http.get(dashboard.address().resolve(page)).statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
        var json = new Json(dashboard.address());
        assertThat(json.ask("sessions").get("sessions")).hasSize(Demo.sessions().size() + 1);
        assertThat(json.ask("flow", "session", "trained", "iteration", "1").get("layers"))
                .hasSize(3);
    }

    /** The status of the answer; "closed" where the server hung up without one. */
    private static String answerTo(MalformedQuestions.Request request) throws IOException {
        String answer = request.whole()
                ? RawHttp.sendWhole(dashboard.address(), request.bytes())
                : RawHttp.send(dashboard.address(), request.bytes());
        Matcher status = STATUS.matcher(answer);
        return status.lookingAt() ? status.group(1) : "closed";
    }
}
