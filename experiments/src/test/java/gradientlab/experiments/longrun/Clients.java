package gradientlab.experiments.longrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients that ask a dashboard for everything each second, as its pages do every other. */
final class Clients implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PAUSE_MILLIS = 1000;
    private static final int OK = 200;

    private final URI dashboard;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Thread> threads;

    Clients(URI dashboard, int number) {
        this.dashboard = dashboard;
        threads = IntStream.range(0, number)
                .mapToObj(client -> new Thread(this::ask, "client-" + client))
                .toList();
        threads.forEach(Thread::start);
    }

    private void ask() {
        try {
            while (true) {
                JsonNode sessions = new ObjectMapper().readTree(get("/gradients/api/sessions"));
                for (JsonNode session : sessions.path("sessions")) {
                    String name = URLEncoder.encode(session.path("id").asText(), StandardCharsets.UTF_8);
                    get("/gradients/api/session?session=" + name);
                    get("/gradients/api/findings?session=" + name);
                    get("/gradients/api/flow?session=" + name + "&iteration=0");
                    get("/gradients/api/histograms?session=" + name + "&layer=output&quantity=gradient:W");
                }
                for (String data : List.of("sessions/info", "overview/data", "model/graph", "system/data")) {
                    get("/train/" + data);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            // The training has ended.
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(dashboard.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        (answer.statusCode() == OK ? answered : refused).incrementAndGet();
        return answer.body();
    }

    int answered() {
        return answered.get();
    }

    /** Answers other than 200; before the first report a session's data may be missing. */
    int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
