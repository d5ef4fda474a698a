package gradientlab.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import gradientlab.runfolder.Verification;
import gradientlab.session.UnitMap;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import gradientlab.ui.explorer.ExplorerException;
import gradientlab.ui.explorer.Order;
import gradientlab.ui.explorer.TrainingState;
import gradientlab.ui.explorer.TrainingState.Hindrance;
import gradientlab.ui.explorer.TrainingState.Phase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of the page, told what to do as the page tells them. */
class LiveNetTest {

    private static MnistDataset images;
    private static Dashboard dashboard;

    @TempDir
    private Path saved;

    private MnistExplorer explorer;

    @BeforeAll
    static void start() throws IOException {
        images = MnistDataset.bundled();
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
    }

    @AfterAll
    static void end() {
        dashboard.close();
    }

    @BeforeEach
    void open() {
        explorer = new MnistExplorer(() -> images, dashboard, ExplorerOptions.savingBelow(saved));
    }

    @AfterEach
    void close() {
        explorer.close();
    }

    private TrainingState start(String... nets) {
        return explorer.start(
                List.of(nets).stream().map(NetSettingsTest::settings).toList());
    }

    private TrainingState tell(TrainingState training, Order.Kind kind, double number) {
        TrainingState told = explorer.tell(training.training(), new Order(kind, number, 0));
        while (told.phase() == Phase.RUNNING || told.phase() == Phase.RECORDING) {
            told = explorer.state(training.training(), 0);
        }
        return told;
    }

    private List<Double> losses(TrainingState training, int net) {
        return explorer.state(training.training(), 0).nets().get(net).losses().values();
    }

    /** So that "copy as command" means the same run. */
    @Test
    void theLossesAreThoseOfTheTrainerToTheBit() {
        TrainingState training = start("depth=2 batchSize=32");
        tell(training, Order.Kind.STEP, 20);
        ExploredNet net = NetSettingsTest.net("depth=2 batchSize=32");
        List<Double> trained = new Trainer(images, Watch.nobody())
                .train("", net.plan().lasting(1, 20)).iterations().stream()
                        .map(Iteration::loss)
                        .toList();
        assertThat(losses(training, 0)).isEqualTo(trained);
    }

    @Test
    void rewoundItTakesTheSameStepsToTheBit() {
        TrainingState training = start("depth=3 norm=batch", "depth=3 norm=batch optimizer=adam lr=0.01");
        tell(training, Order.Kind.STEP, 12);
        List<Double> a = losses(training, 0);
        List<Double> b = losses(training, 1);
        assertThat(a).hasSize(12).isNotEqualTo(b);
        // Same weights, same batch: what differs is the optimiser, which has not done anything yet.
        assertThat(a.get(0)).isEqualTo(b.get(0));
        TrainingState rewound = tell(training, Order.Kind.REWIND, 0);
        assertThat(rewound.step()).isZero();
        assertThat(losses(training, 0)).isEmpty();
        tell(training, Order.Kind.STEP, 12);
        assertThat(losses(training, 0)).isEqualTo(a);
        assertThat(losses(training, 1)).isEqualTo(b);
    }

    @Test
    void aLearningRateChangedInTheMiddleCountsFromTheNextStepOn() {
        TrainingState training = start("depth=1 batchSize=32", "depth=1 batchSize=32");
        tell(training, Order.Kind.STEP, 3);
        tell(training, Order.Kind.RATE, 1e-5);
        tell(training, Order.Kind.STEP, 3);
        List<Double> slowed = losses(training, 0);
        List<Double> plain = losses(training, 1);
        // The fourth loss is that of weights that three equal steps have made.
        assertThat(slowed.subList(0, 4)).isEqualTo(plain.subList(0, 4));
        assertThat(slowed.get(4)).isNotEqualTo(plain.get(4));
        TrainingState.Net net = explorer.state(training.training(), 0).nets().get(0);
        assertThat(net.learningRate()).isEqualTo(1e-5);
        assertThat(net.command()).isEmpty();
    }

    /** The lecture's summary: one big step can kill a unit, with ReLU for good. */
    @Test
    void unitsThatABigStepKillsAreNamedWithTheirLayerAndStep() {
        TrainingState training = start("init=kaiming-normal activation=relu depth=3 lr=0.001");
        tell(training, Order.Kind.STEP, 5);
        assertThat(explorer.state(training.training(), 0).nets().get(0).dead()).isEmpty();
        tell(training, Order.Kind.RATE, 10);
        tell(training, Order.Kind.STEP, 1);
        List<TrainingState.Died> dead =
                explorer.state(training.training(), 0).nets().get(0).dead();
        assertThat(dead).isNotEmpty().allSatisfy(died -> {
            assertThat(died.step()).isEqualTo(6);
            assertThat(died.layer()).isBetween(1, 3);
            assertThat(died.units()).isPositive();
        });
    }

    @Test
    void aLossThatIsNotFiniteIsSaidAndTrainingStandsStill() {
        TrainingState training = start("depth=3 activation=relu init=kaiming-normal batchSize=32 lr=100");
        tell(training, Order.Kind.STEP, 50);
        TrainingState.Net net = explorer.state(training.training(), 0).nets().get(0);
        assertThat(net.losses().values()).anySatisfy(loss -> assertThat(loss).isNotFinite());
        assertThat(net.diverged()).matches("The loss of step \\d+ is (NaN|Infinity): training stands still\\.");
    }

    @Test
    void itEndsAfterItsSteps() {
        TrainingState training = start("depth=1 batchSize=32 steps=10");
        explorer.tell(training.training(), new Order(Order.Kind.RUN, 0, 0));
        TrainingState state = explorer.state(training.training(), 0);
        while (state.phase() == Phase.RUNNING) {
            state = explorer.state(training.training(), 0);
        }
        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(state.step()).isEqualTo(10);
        assertThat(state.nets().get(0).accuracies().steps()).startsWith(0).endsWith(10);
        assertThat(state.nets().get(0).command()).endsWith("--epochs 1 --batches-per-epoch 10");
    }

    @Test
    void oneMayLookIntoTheNetsAsTheyAreNow() {
        String net = "depth=2 width=16 batchSize=32 init=kaiming-normal";
        TrainingState training = start(net, net + " lr=10");
        Map<String, String> settings = NetSettingsTest.settings(net);
        UnitMap fresh = explorer.units(settings, 2);
        assertThat(explorer.units(training.training(), 1, 2).levels()).isEqualTo(fresh.levels());
        assertThat(explorer.histogram(training.training(), 1, 3, "weights"))
                .isEqualTo(explorer.histogram(settings, 3, "weights"));
        TrainingState.Net told = tell(training, Order.Kind.STEP, 5).nets().get(1);
        assertThat(told.lookedAt()).isEqualTo(5);
        assertThat(explorer.units(training.training(), 1, 2).levels()).isNotEqualTo(fresh.levels());
        assertThat(explorer.histogram(training.training(), 1, 2, "z").statistics())
                .isEqualTo(told.layers().get(1).z());
        assertThat(refusal(() -> explorer.units(training.training(), 2, 1))).startsWith("net must be 0 to 1, not 2");
        assertThat(refusal(() -> explorer.units(training.training(), 0, 3))).startsWith("The output layer has no map");
    }

    @Test
    void whatWasTrainedIsRecordedForTheDashboardToTheBit() throws Exception {
        TrainingState training = start("depth=1 batchSize=32");
        tell(training, Order.Kind.STEP, 5);
        tell(training, Order.Kind.RATE, 1);
        tell(training, Order.Kind.STEP, 5);
        List<Double> trained = losses(training, 0);
        assertThat(explorer.state(training.training(), 0).nets().get(0).session())
                .isEmpty();
        tell(training, Order.Kind.RECORD, 0);
        String session = explorer.state(training.training(), 0).nets().get(0).session();
        assertThat(session).startsWith("explored ");
        assertThat(losses(training, 0)).isEqualTo(trained);
        assertThat(recordedLosses(session)).isEqualTo(trained);
    }

    /** Of 96 examples in batches of 16 ten steps are two epochs of 5 batches, not one of 6 and the begin of another. */
    @Test
    void whatWasTrainedIsSavedAsTheRunFolderOfTheCommandThatThePageShows() throws Exception {
        explorer.close();
        MnistDataset few =
                new MnistDataset("few", first(96, images.train()), first(50, images.test()), images.sha256());
        explorer = new MnistExplorer(() -> few, dashboard, ExplorerOptions.savingBelow(saved));
        TrainingState training =
                start("depth=1 width=16 batchSize=16 steps=10", "depth=1 width=16 batchSize=16 seed=7 steps=10");
        tell(training, Order.Kind.STEP, 7);
        assertThat(hindrances(training)).containsExactly(Hindrance.EPOCH, Hindrance.ORDER);
        tell(training, Order.Kind.REWIND, 0);
        tell(training, Order.Kind.STEP, 10);
        List<Double> trained = losses(training, 0);
        TrainingState told = tell(training, Order.Kind.SAVE, 0);
        TrainingState.Saved first = told.nets().get(0).saved();
        assertThat(told.sentence()).isEmpty();
        assertThat(first)
                .isEqualTo(new TrainingState.Saved(10, saved.resolve("run-1").toString(), Hindrance.NONE));
        assertThat(told.nets().get(1).saved()).isEqualTo(new TrainingState.Saved(0, "", Hindrance.ORDER));
        assertThat(told.nets().get(0).command()).endsWith(" --epochs 2 --batches-per-epoch 5");

        Path folder = Path.of(first.folder());
        RunFolder run = new RunFolder(folder);
        assertThat(Verification.of(folder).faults()).isEmpty();
        assertThat(run.metrics(42)).extracting(Iteration::loss).isEqualTo(trained);
        assertThat(run.record().spec().toPlan())
                .isEqualTo(NetSettingsTest.net("depth=1 width=16 batchSize=16")
                        .plan()
                        .lasting(2, 5));
        assertThat(run.history()).isPresent();
        assertThat(folder.resolve("report.html")).exists();
        assertThat(recordedLosses(told.nets().get(0).session())).isEqualTo(trained);

        tell(training, Order.Kind.SAVE, 0);
        assertThat(saved.resolve("run-2")).as("the same steps again").doesNotExist();
    }

    private static LabelledImages first(int examples, LabelledImages all) {
        float[] pixels = Arrays.copyOf(all.pixelValues(), examples * all.pixels());
        int[] labels = IntStream.range(0, examples).map(all::label).toArray();
        return LabelledImages.of(all.rows(), all.columns(), pixels, labels);
    }

    @Test
    void whyANetCannotBeSavedIsTold() {
        TrainingState training = start("depth=2 width=16 batchSize=32", "depth=2 width=16 batchSize=32 input=bytes");
        assertThat(hindrances(training)).containsExactly(Hindrance.NO_STEP, Hindrance.NO_STEP);
        tell(training, Order.Kind.STEP, 1);
        tell(training, Order.Kind.RATE, 1);
        assertThat(hindrances(training)).containsExactly(Hindrance.RATE, Hindrance.PIXELS);
        tell(training, Order.Kind.SAVE, 0);
        assertThat(saved).isEmptyDirectory();
    }

    private List<Hindrance> hindrances(TrainingState training) {
        return explorer.state(training.training(), 0).nets().stream()
                .map(net -> net.saved().hindrance())
                .toList();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndTheTrainingGoesOn() throws Exception {
        Files.writeString(saved.resolve("file"), "no folder");
        explorer.close();
        explorer = new MnistExplorer(() -> images, dashboard, ExplorerOptions.savingBelow(saved.resolve("file")));
        TrainingState training = start("depth=1 width=16 batchSize=32");
        tell(training, Order.Kind.STEP, 1);
        TrainingState told = tell(training, Order.Kind.SAVE, 0);
        assertThat(told.sentence())
                .startsWith("Not saved: " + saved.resolve("file").resolve("run-1") + ": ");
        assertThat(tell(training, Order.Kind.STEP, 1).step()).isEqualTo(2);
    }

    private static List<Double> recordedLosses(String session) throws Exception {
        URI question = dashboard
                .address()
                .resolve("/gradients/api/session?session=" + URLEncoder.encode(session, StandardCharsets.UTF_8));
        String answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        List<Double> losses = new ArrayList<>();
        new ObjectMapper().readTree(answer).at("/loss/values").forEach(value -> losses.add(value.asDouble()));
        return losses;
    }

    @Test
    void asManyTrainingsAsMayBeAreRefusedBeyond() {
        start("depth=1");
        TrainingState second = start("depth=1");
        assertThat(refusal(() -> start("depth=1"))).startsWith("There are 2 trainings already");
        tell(second, Order.Kind.END, 0);
        assertThat(start("depth=1").step()).isZero();
        assertThat(refusal(() -> explorer.state(second.training(), 0))).startsWith("There is no training \"t2\"");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        TrainingState training = start("depth=1");
        assertThat(refusal(() -> tell(training, Order.Kind.RATE, -1))).startsWith("the learning rate must be above 0");
        assertThat(refusal(() -> tell(training, Order.Kind.STEP, 0))).startsWith("steps must be 1 to 1000, not 0");
        assertThat(refusal(() -> start("batchSize=32", "batchSize=64")))
                .startsWith("A and B train on the same batches: batchSize must be the same");
        assertThat(refusal(() -> explorer.start(List.of(Map.of(), Map.of(), Map.of()))))
                .startsWith("a training has 1 or 2 nets, not 3");
        MnistExplorer closed = new MnistExplorer(
                () -> images, dashboard, ExplorerOptions.savingBelow(saved).forbidding("Not here."));
        assertThat(refusal(() -> closed.start(List.of(Map.of())))).isEqualTo("Not here.");
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            return "";
        } catch (ExplorerException e) {
            return e.getMessage();
        } catch (NoSuchElementException e) {
            throw new AssertionError("Only ExplorerException goes to the page.", e);
        }
    }
}
