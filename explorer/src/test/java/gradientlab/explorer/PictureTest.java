package gradientlab.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.language.Language;
import gradientlab.language.Words;
import gradientlab.mnist.MnistDataset;
import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.MapLevel;
import gradientlab.ui.explorer.Picture;
import gradientlab.ui.explorer.TourStep;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

class PictureTest {

    private static final double ROUNDING = 1e-4;

    private static FreshNets nets;

    @BeforeAll
    static void read() throws IOException {
        nets = new FreshNets(Data.of(MnistDataset.bundled()));
    }

    private static final Words ENGLISH = MnistExplorer.WORDS.in(Language.ENGLISH);

    private static Picture picture(String settings, boolean tried) {
        return new Pictures(nets, ENGLISH).of(NetSettingsTest.net(settings), tried);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "depth=3",
                "depth=2 norm=batch activation=relu init=kaiming-normal",
                "depth=2 norm=layer normPosition=after activation=gelu",
                "depth=3 input=standardised init=scaled weightStd=2 biasStd=0.5",
                "depth=2 input=bytes"
            })
    void theNumbersAreThoseOfDl4j(String settings) {
        Picture picture = picture(settings, false);
        ExploredNet net = NetSettingsTest.net(settings);
        DataSet batch = nets.data().batches(net).next();
        MultiLayerNetwork network = net.spec().toNetwork(batch.getFeatures());
        Capture stock = NetworkProbe.of(network).capture(batch);
        close(picture.loss(), stock.loss());
        for (int number = 1; number <= net.depth(); number++) {
            Picture.Layer layer = picture.layers().get(number - 1);
            close(
                    layer.z().std(),
                    std(stock.layer("hidden-" + number).activation().values()));
            String nonlinearity = net.spec().activation() + "-" + number;
            close(layer.a().std(), std(stock.layer(nonlinearity).activation().values()));
            close(layer.delta().std(), std(stock.layer(nonlinearity).delta().values()));
        }
        close(
                picture.layers().get(net.depth()).z().std(),
                std(stock.layer("output").preActivation().values()));
    }

    @Test
    void aLayerWithASkipShowsTheSumThatTheSkipGoesInto() {
        Picture picture = picture("depth=3 skip=identity batchSize=32", false);
        ExploredNet net = NetSettingsTest.net("depth=3 skip=identity batchSize=32");
        DataSet batch = nets.data().batches(net).next();
        ComputationGraph graph = (ComputationGraph) FreshNet.build(net, batch);
        Map<String, INDArray> forward = graph.feedForward(batch.getFeatures(), true);
        close(
                picture.layers().get(0).z().std(),
                forward.get("hidden-1").stdNumber().doubleValue());
        close(
                picture.layers().get(1).z().std(),
                forward.get("skip-2").stdNumber().doubleValue());
        close(
                picture.layers().get(2).z().std(),
                forward.get("skip-3").stdNumber().doubleValue());
    }

    /** What the theory says of this very net lies by the measured line: middle layers, one draw of 256 units. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "init=torch-linear",
                "init=kaiming-normal activation=relu",
                "init=kaiming-normal activation=gelu",
                "init=scaled weightStd=1.5 biasStd=0.2",
                "init=kaiming-normal activation=relu norm=batch",
                "init=standard-normal norm=layer",
                "init=kaiming-normal skip=identity batchSize=32"
            })
    void theLineOfTheTheoryIsThatOfTheNet(String settings) {
        Picture picture = picture(settings + " depth=12 width=256", false);
        for (Picture.Layer layer : picture.layers().subList(3, 9)) {
            Picture.LayerTheory theory = layer.theory();
            // 5 % a layer, and what a single draw strays by: three of its standard deviations.
            double spread = Double.isNaN(theory.zHigh()) ? 0 : 3 * (theory.zHigh() / theory.z() - 1);
            assertThat(layer.z().std() / theory.z()).isCloseTo(1, within(0.05 + spread));
            double deltaSpread = Double.isNaN(theory.deltaHigh()) ? 0.2 : 3 * (theory.deltaHigh() / theory.delta() - 1);
            assertThat(layer.delta().std() / theory.delta()).isCloseTo(1, within(0.1 + deltaSpread));
        }
    }

    @Test
    void whereTheTheorySaysNothingItIsNotANumber() {
        Picture picture = picture("init=constant amount=0.1 depth=3", false);
        assertThat(picture.layers())
                .allSatisfy(layer -> assertThat(layer.theory().z()).isNaN());
        assertThat(picture.theory().why()).isNotEmpty();
        assertThat(picture.theory().says()).isEmpty();
    }

    private static double std(float[] values) {
        return Statistics.of(values).std();
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUNDING * Math.abs(expected)));
    }

    @Test
    void theFaultHasARemedyThatTheControlsCanApplyAndThatWasTried() {
        Picture picture = picture("", true);
        Picture.Found first = picture.findings().get(0);
        assertThat(first.finding().rule().label()).isEqualTo("vanishing-delta");
        assertThat(picture.verdict()).startsWith("Gradient vanishes over depth");
        assertThat(first.apply().settings()).containsOnly(Map.entry("init", "kaiming-normal"));
        assertThat(first.tried()).startsWith("Tried on a copy: the finding goes away");
        assertThat(picture("init=kaiming-normal", false).findings()).isEmpty();
    }

    @Test
    void aRemedyThatDoesNotHelpIsNotOffered() {
        // Every unit of a layer is the same whatever its size: only another draw helps.
        for (Picture.Found found : picture("init=zeros depth=2", true).findings()) {
            if (found.apply() != null && !found.tried().isEmpty()) {
                assertThat(found.tried()).contains("goes away");
            }
        }
        assertThat(picture("init=zeros depth=2", true).findings()).isNotEmpty();
    }

    @Test
    void aNetWithoutAFaultIsSaidToHaveNone() {
        assertThat(picture("init=kaiming-normal depth=5", false).verdict())
                .startsWith("No rule finds a fault in the fresh net.");
    }

    @Test
    void whatIsNoFaultButWorthKnowingIsSaid() {
        assertThat(picture("init=kaiming-normal activation=relu norm=batch depth=50", false)
                        .verdict())
                .startsWith("No fault, but worth knowing: Gradient explodes over depth at hidden-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"depth=2 batchSize=32", "init=scaled weightStd=0.5 norm=batch optimizer=adam lr=0.001"})
    void theCommandOfANetIsTrain(String settings) {
        assertThat(picture(settings, false).command())
                .startsWith("java -jar experiments/target/gradient-lab.jar train --init ");
    }

    @Test
    void theCommandOfANetThatTrainDoesNotKnowIsExplore() {
        assertThat(picture("depth=2 skip=identity", false).command())
                .isEqualTo("java -jar experiments/target/gradient-lab.jar explore depth=2 skip=identity");
    }

    /** Where a sentence of a control were missing, or one were left over, the two would not agree. */
    @Test
    void theControlsAreTheSameInRussian() {
        List<Control> russian = ControlTable.in(MnistExplorer.WORDS.in(Language.RUSSIAN));

        assertThat(russian)
                .hasSameSizeAs(ControlTable.ALL)
                .allMatch(control -> !control.help().isEmpty());
        for (int i = 0; i < russian.size(); i++) {
            assertThat(russian.get(i).name()).isEqualTo(ControlTable.ALL.get(i).name());
            assertThat(russian.get(i).help())
                    .isNotEqualTo(ControlTable.ALL.get(i).help());
        }
    }

    @Test
    void theLectureAsksAboutTheSameNetsInRussian() {
        List<TourStep> russian = Tour.in(Language.RUSSIAN);

        assertThat(russian)
                .extracting(TourStep::settings)
                .isEqualTo(Tour.STEPS.stream().map(TourStep::settings).toList());
        assertThat(russian)
                .extracting(TourStep::compared)
                .isEqualTo(Tour.STEPS.stream().map(TourStep::compared).toList());
    }

    @Test
    void aVerdictIsToldInRussian() {
        Picture told = new Pictures(nets, MnistExplorer.WORDS.in(Language.RUSSIAN))
                .of(NetSettingsTest.net("init=kaiming-normal depth=5"), false);

        assertThat(told.verdict()).startsWith("В необученной сети ни одно правило не находит неисправности. δ слоя 1");
        assertThat(told.theory().says())
                .contains("δ")
                .containsPattern("\\d,\\d")
                .doesNotContain("layer");
    }

    static List<TourStep> tour() {
        return Tour.STEPS;
    }

    @ParameterizedTest
    @MethodSource("tour")
    void everyStepOfTheTourShowsANet(TourStep step) {
        ExploredNet net = NetSettings.read(step.settings(), nets.data().inputs());
        assertThat(new Pictures(nets, ENGLISH).of(net, false).loss()).isFinite();
        assertThat(NetSettings.read(step.compared(), nets.data().inputs()).depth())
                .isPositive();
        assertThat(step.question()).contains("?");
    }

    @Test
    void theLevelsOfTheMapHaveEachCellOnce() {
        ExploredNet net = NetSettingsTest.net("depth=1 width=16 batchSize=16");
        Set<String> cells = new HashSet<>();
        for (int level = 0; level < TrainabilityMap.GRID.levels(); level++) {
            for (MapLevel.Cell cell :
                    TrainabilityMap.level(net, nets.data(), level).cells()) {
                assertThat(cells.add(cell.depth() + " " + cell.weightStd())).isTrue();
            }
        }
        assertThat(cells)
                .hasSize(TrainabilityMap.GRID.depths().size()
                        * TrainabilityMap.GRID.weightStds().size());
    }

    /** tanh: with σw well below 1 signal and δ die with depth, with a large one δ grows. */
    @Test
    void theMapShowsWhereTheGradientDies() {
        ExploredNet net = NetSettingsTest.net("depth=1");
        List<MapLevel.Cell> cells = TrainabilityMap.level(net, nets.data(), 0).cells();
        MapLevel.Cell narrow = cell(cells, TrainabilityMap.GRID.weightStds().get(0));
        MapLevel.Cell wide = cell(cells, TrainabilityMap.GRID.weightStds().get(24));
        assertThat(narrow.deltaRatio()).isLessThan(1e-6);
        assertThat(wide.deltaRatio()).isGreaterThan(10);
    }

    private static MapLevel.Cell cell(List<MapLevel.Cell> cells, double weightStd) {
        return cells.stream()
                .filter(cell -> cell.weightStd() == weightStd && cell.depth() == 10)
                .findFirst()
                .orElseThrow();
    }
}
