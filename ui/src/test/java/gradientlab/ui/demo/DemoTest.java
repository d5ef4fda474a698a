package gradientlab.ui.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.session.Course;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static SessionReader demo;

    @BeforeAll
    static void draw() {
        demo = drawn();
    }

    @Test
    void everySessionIsThereUnderItsName() {
        assertThat(demo.sessions()).containsExactlyInAnyOrderElementsOf(Demo.sessions());
    }

    @Test
    void theSameIsDrawnEachTime() {
        SessionReader again = drawn();
        for (String session : Demo.sessions()) {
            assertThat(again.moments(session)).isEqualTo(demo.moments(session));
            assertThat(again.course(session)).isEqualTo(demo.course(session));
            assertThat(again.facts(session)).isEqualTo(demo.facts(session));
        }
    }

    @Test
    void nothingIsWrongWithTheHealthyOneAndItsLossFalls() {
        Course course = demo.course("healthy, 1 hidden layer");

        assertThat(course.findings()).isEmpty();
        // ln 10: ten classes, and nothing known of them
        assertThat(course.loss().values().get(0)).isBetween(Math.log(10) - 0.1, Math.log(10) + 0.1);
        assertThat(course.loss().last()).isLessThan(0.5);
        assertThat(course.testLoss().iterations()).containsExactly(100, 200, 300, 400, 500, 600);
        assertThat(demo.moments("healthy, 1 hidden layer")).hasSize(60);
    }

    @Test
    void everyOneOfTwentyLayersTakesItsPartOfTheGradient() {
        String session = "gradient vanishes, 20 layers";

        assertThat(demo.facts(session).orElseThrow().structure().layers()).hasSize(41);
        assertThat(rules(session)).contains(Rule.VANISHING_DELTA);
        List<LayerSnapshot> dense = demo.moments(session).get(0).observation().snapshot().layers().stream()
                .filter(layer -> layer.name().startsWith("hidden-"))
                .toList();
        IntStream.range(1, 20)
                .forEach(i -> assertThat(deltaStd(dense.get(i - 1)) / deltaStd(dense.get(i)))
                        .as(
                                "δ of %s over that of the layer above",
                                dense.get(i - 1).name())
                        // 0.7 by the script, and 3,200 draws
                        .isBetween(0.6, 0.8));
    }

    @Test
    void nothingIsFiniteAnyMoreFromIterationFortyOn() {
        String session = "NaN at iteration 40";
        List<IterationRecord> moments = demo.moments(session);

        assertThat(moments).hasSize(41);
        assertThat(moments.subList(0, 40))
                .extracting(moment -> moment.observation().nonFinite())
                .containsOnly(NonFinite.NONE);
        assertThat(moments.get(40).observation().nonFinite().exists()).isTrue();
        assertThat(demo.course(session).findings())
                .filteredOn(finding -> finding.rule() == Rule.NON_FINITE)
                .extracting(Finding::iteration)
                .containsExactly(40);
        List<Double> losses = demo.course(session).loss().values();
        assertThat(losses.subList(0, 40)).allMatch(Double::isFinite);
        assertThat(losses.subList(40, 60)).containsOnly(Double.NaN);
    }

    @Test
    void wideWeightsSaturateAndRectifiersDie() {
        assertThat(rules("saturated, dead units"))
                .contains(Rule.HIDDEN_SATURATION, Rule.DEAD_UNITS, Rule.INITIAL_LOSS_TOO_HIGH);
    }

    @Test
    void ofOneSessionNothingWasSeenYet() {
        assertThat(demo.moments("no snapshot yet")).isEmpty();
        assertThat(demo.course("no snapshot yet")).isEqualTo(Course.EMPTY);
    }

    @Test
    void aLiveSessionGrowsUntilItIsClosed() throws Exception {
        var storage = new InMemoryStatsStorage();
        var live = new SessionReader(storage);
        try (LiveDemo running = Demo.live(storage, Duration.ofMillis(1))) {
            assertThat(running).isNotNull();
            long end = System.nanoTime() + LIMIT_NANOS;
            while (live.times("live").length < 5 && System.nanoTime() < end) {
                Thread.sleep(10);
            }
        }
        List<IterationRecord> grown = live.moments("live");

        assertThat(grown).hasSizeGreaterThanOrEqualTo(5);
        for (int i = 0; i < grown.size(); i++) {
            assertThat(grown.get(i).iteration()).isEqualTo(10 * i);
        }
        assertThat(live.course("live").findings()).isEmpty();
        Thread.sleep(100);
        assertThat(live.times("live").length - grown.size())
                .as("steps under way when it was closed")
                .isLessThanOrEqualTo(1);
    }

    private static SessionReader drawn() {
        var storage = new InMemoryStatsStorage();
        Demo.into(storage);
        return new SessionReader(storage);
    }

    private static List<Rule> rules(String session) {
        return demo.course(session).findings().stream().map(Finding::rule).toList();
    }

    private static double deltaStd(LayerSnapshot layer) {
        return layer.delta().statistics().std();
    }
}
