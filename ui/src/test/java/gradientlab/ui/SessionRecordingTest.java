package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionReader;
import gradientlab.session.SessionRecorder;
import gradientlab.session.SessionRecording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a training leaves behind on the dashboard, and what becomes of it. */
class SessionRecordingTest {
    private final Dashboard dashboard =
            Dashboard.start(DashboardOptions.defaults().withPort(0).withKept(6));

    @AfterEach
    void closeTheDashboard() {
        dashboard.close();
    }

    @Test
    void snapshotsAndStockReportsAreOfTheSameIterations() {
        new TinyTraining(dashboard.listener("run", 2)).fit(9);

        assertThat(moments("run")).extracting(IterationRecord::iteration).containsExactly(0, 2, 4, 6, 8);
        assertThat(Reports.iterations(dashboard.storage(), "run")).containsExactly(0, 2, 4, 6, 8);
    }

    @Test
    void theHistoryIsBounded() {
        DashboardListener listener = dashboard.listener("run", 1);
        new TinyTraining(listener).fit(100);
        listener.tested(100, 0.5);

        assertThat(moments("run"))
                .extracting(IterationRecord::iteration)
                .hasSize(6)
                .startsWith(0)
                .endsWith(99);
        assertThat(Reports.iterations(dashboard.storage(), "run"))
                .hasSize(6)
                .startsWith(0)
                .endsWith(99);
        SessionReader reader = new SessionReader(dashboard.storage());
        assertThat(reader.course("run").loss().size()).isEqualTo(100);
        assertThat(reader.course("run").testLoss().values()).containsExactly(0.5);
    }

    @Test
    void trainingEndsInTheSameBitsAsWithoutTheListener() {
        var plain = new TinyTraining();
        plain.fit(20);
        var watched = new TinyTraining(dashboard.listener("run", 1));
        watched.fit(20);

        assertThat(watched.net().params().data().asFloat())
                .isEqualTo(plain.net().params().data().asFloat());
    }

    @Test
    void aProbeOfOnesOwnMakesTheMoments() {
        List<Integer> captured = new ArrayList<>();
        Probe.Maker counting = network -> {
            NetworkProbe probe = NetworkProbe.of(network);
            return (batch, iteration) -> {
                captured.add(iteration);
                return probe.capture(batch, iteration);
            };
        };
        new TinyTraining(dashboard.listener("run", 2, counting)).fit(5);
        new TinyTraining(dashboard.listener("stock", 2)).fit(5);

        assertThat(captured).containsExactly(0, 2, 4);
        assertThat(moments("run")).isEqualTo(moments("stock"));
    }

    @Test
    void aRecordingGoesThroughAFileAndIsShownAgain() throws IOException {
        DashboardListener listener = dashboard.listener("run", 1);
        new TinyTraining(listener).fit(5);
        listener.tested(5, 0.25);
        SessionRecording recording = dashboard.recording(listener).orElseThrow();

        SessionRecording back = SessionRecording.fromBytes(recording.toBytes());
        String again = dashboard.open("run", back);

        assertThat(again).isEqualTo("run (2)");
        assertThat(moments(again)).isEqualTo(moments("run"));
        SessionReader reader = new SessionReader(dashboard.storage());
        assertThat(reader.course(again)).isEqualTo(reader.course("run"));
        assertThat(reader.facts(again).orElseThrow().structure())
                .isEqualTo(reader.facts("run").orElseThrow().structure());
        assertThat(Reports.iterations(dashboard.storage(), again)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void beforeItsFirstReportThereIsNothingToRecord() {
        assertThat(dashboard.recording(dashboard.listener("run"))).isEmpty();
    }

    @Test
    void somethingElseIsNoRecording() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write("[1, 2]".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> SessionRecording.fromBytes(bytes.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a recorded session: ");
        assertThatThrownBy(() -> SessionRecording.fromBytes(new byte[] {1, 2, 3}))
                .isInstanceOf(IOException.class);
    }

    /** The first ten bytes are gzip's header: time, flags and system, of which its checksum knows nothing. */
    @Test
    void aRecordingOfWhichOneByteWasAlteredIsRefused() throws IOException {
        DashboardListener listener = dashboard.listener("run", 1);
        new TinyTraining(listener).fit(3);
        byte[] bytes = dashboard.recording(listener).orElseThrow().toBytes();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] altered = bytes.clone();
            altered[10 + random.nextInt(bytes.length - 10)] ^= (byte) (1 + random.nextInt(255));
            assertThatThrownBy(() -> SessionRecording.fromBytes(altered))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("not a recorded session");
        }
        for (int length : new int[] {bytes.length - 1, bytes.length / 2, 12}) {
            assertThatThrownBy(() -> SessionRecording.fromBytes(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("not a recorded session");
        }
    }

    @Test
    void aSecondNetworkIsLeftAlone() {
        SessionRecorder recorder = SessionRecorder.to(dashboard.storage(), "run", Schedule.every(1), 10);
        new TinyTraining(recorder).fit(1);

        new TinyTraining(recorder).fit(3);

        assertThat(moments("run")).hasSize(1);
    }

    private List<IterationRecord> moments(String session) {
        return new SessionReader(dashboard.storage()).moments(session);
    }
}
