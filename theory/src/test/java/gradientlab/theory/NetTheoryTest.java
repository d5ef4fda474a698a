package gradientlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetTheoryTest {

    private static final int MANY = 10_000_000;

    private static NetTheory theory(ActivationFunction f, Norm norm, int depth, double weightVariance, double scale) {
        OptionalDouble branchScale = scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(scale);
        return NetTheory.of(new NetDraw(
                        MANY,
                        1 / weightVariance,
                        MANY,
                        LayerDraw.repeated(depth, MANY, weightVariance, 0),
                        f,
                        norm,
                        branchScale))
                .orElseThrow();
    }

    private static NetDraw pairOf(ActivationFunction f, int depth, double weightVariance) {
        List<LayerDraw> layers = LayerDraw.repeated(depth, 100, weightVariance, 0);
        return new NetDraw(100, 0, 2, layers, f, Norm.NONE, OptionalDouble.empty());
    }

    private static NetTheory batchOf(int batch, ActivationFunction f) {
        return NetTheory.of(new NetDraw(
                        784,
                        0.1,
                        batch,
                        LayerDraw.repeated(4, 128, 2, 0),
                        f,
                        Norm.batch(false, 0),
                        OptionalDouble.empty()))
                .orElseThrow();
    }

    /** Yang et al. 2019: π/(π − 1). */
    @Test
    void batchNormMultipliesTheGradientOfAReluNet() {
        double factor = theory(ActivationFunction.RELU, Norm.batch(false, 0), 3, 2, 0)
                .deltaFactor()
                .get(0);
        assertThat(factor * factor).isCloseTo(Math.PI / (Math.PI - 1), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 128, 512})
    void batchNormOnAnIdentityNetGivesTheExactFactorOfTheBatch(int b) {
        assertThat(batchOf(b, ActivationFunction.IDENTITY).deltaFactor())
                .allSatisfy(f -> assertThat(f * f).isCloseTo((b - 2.0) / (b - 3), within(1e-6)));
    }

    /**
     * Var δ factors simulated with nets of width 400 and 24 layers, 3 seeds; width and seeds leave 2 % of them. For B = 8 the
     * terms in 1/B² that are left out show.
     */
    @ParameterizedTest
    @CsvSource({
        "TANH, 32, 1.209, 0.02", "TANH, 128, 1.190, 0.02", "TANH, 8, 1.335, 0.06",
        "RELU, 32, 1.512, 0.02", "RELU, 128, 1.477, 0.02", "RELU, 8, 1.788, 0.06"
    })
    void aFiniteBatchMultipliesByMore(ActivationFunction f, int batch, double simulated, double accuracy) {
        double factor = batchOf(batch, f).deltaFactor().get(1);
        assertThat(factor * factor / simulated).isCloseTo(1, within(accuracy));
    }

    @ParameterizedTest
    @CsvSource({"RELU", "SIGMOID", "GELU"})
    void layerNormMultipliesBySlopeOverSquare(ActivationFunction f) {
        FunctionMoments one = NormalMoments.of(f).at(1);
        double factor =
                theory(f, Norm.groups(1, false, 0), 3, 0.7, 0).deltaFactor().get(0);
        assertThat(factor * factor).isCloseTo(one.meanSquareSlope() / one.meanSquare(), within(1e-6));
    }

    @Test
    void ofTooSmallBatchesAndGroupsNothingIsSaidButOfTheSignal() {
        NetTheory theory = batchOf(4, ActivationFunction.TANH);
        assertThat(theory.deltaFactor()).isEmpty();
        assertThat(theory.preActivationStd()).allSatisfy(std -> assertThat(std).isPositive());
    }

    /** q₂ = q₁ + s²·σw²·E f², δ: 1 + s²·σw²·E f′²; both 1 + s² for the ReLU with σw² = 2. With s = 1/√L the product is below e. */
    @Test
    void skipsOfAReluNetDoubleAndScaledOnesStayBelowE() {
        NetTheory plain = theory(ActivationFunction.RELU, Norm.NONE, 11, 2, 1);
        assertThat(plain.preActivationStd().get(10)).isCloseTo(Math.sqrt(1 << 10), within(1e-6));
        assertThat(plain.deltaFactor())
                .hasSize(10)
                .allSatisfy(f -> assertThat(f * f).isCloseTo(2, within(1e-9)));
        NetTheory scaled = theory(ActivationFunction.RELU, Norm.NONE, 11, 2, Math.sqrt(0.1));
        double product = scaled.deltaFactor().stream().reduce(1.0, (p, f) -> p * f * f);
        assertThat(product).isCloseTo(Math.pow(1.1, 10), within(1e-9));
    }

    /** qₖ = k·σw²·E f² for q₁ = σw²·E f²: each factor is 1 + E f′²/(k·E f²), a power of the depth. */
    @Test
    void aNormInTheBranchMakesTheGradientGrowAsAPowerOfTheDepth() {
        NetTheory theory = theory(ActivationFunction.RELU, Norm.groups(1, false, 0), 9, 2, 1);
        for (int k = 1; k < 9; k++) {
            assertThat(theory.preActivationStd().get(k)).isCloseTo(Math.sqrt(k + 1), within(1e-6));
            double factor = theory.deltaFactor().get(k - 1);
            assertThat(factor * factor).isCloseTo(1 + 1.0 / k, within(1e-6));
        }
    }

    @Test
    void unequalWidthsMultiplyByFanOut() {
        NetTheory theory = NetTheory.of(new NetDraw(
                        100,
                        1,
                        1,
                        List.of(new LayerDraw(50, 0.1, 0), new LayerDraw(200, 0.1, 0)),
                        ActivationFunction.IDENTITY,
                        Norm.NONE,
                        OptionalDouble.empty()))
                .orElseThrow();
        assertThat(theory.layers().get(1).preActivationStd()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(theory.layers().get(0).deltaFactor().getAsDouble()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(theory.layers().get(0).gradientFactor().getAsDouble()).isCloseTo(1, within(1e-12));
    }

    @Test
    void weightsScaledOnDataGiveVarianceOne() {
        NetTheory theory = NetTheory.of(new NetDraw(
                        784,
                        0.1,
                        32,
                        List.of(LayerDraw.unitVariance(64), LayerDraw.unitVariance(32)),
                        ActivationFunction.TANH,
                        Norm.NONE,
                        OptionalDouble.empty()))
                .orElseThrow();
        assertThat(theory.preActivationStd()).allSatisfy(std -> assertThat(std).isCloseTo(1, within(1e-12)));
        assertThat(theory.layers().get(0).preActivationSpread()).isEmpty();
    }

    @Test
    void ofConstantWeightsNothingIsSaid() {
        assertThat(NetTheory.of(new NetDraw(
                        784,
                        0.1,
                        32,
                        List.of(new LayerDraw(64, 0, 0)),
                        ActivationFunction.TANH,
                        Norm.NONE,
                        OptionalDouble.empty())))
                .isEmpty();
    }

    /** Hanin and Rolnick 2018: the mean square of a ReLU net's activations spreads as Σ 5/n; 2/n for measuring it. */
    @Test
    void aReluNetSpreadsByFiveOverTheWidthInEachLayer() {
        NetTheory theory = NetTheory.of(new NetDraw(
                        50,
                        1,
                        1,
                        List.of(new LayerDraw(20, 0.1, 0), new LayerDraw(40, 0.1, 0), new LayerDraw(80, 0.1, 0)),
                        ActivationFunction.RELU,
                        Norm.NONE,
                        OptionalDouble.empty()))
                .orElseThrow();
        LayerTheory last = theory.layers().get(2);
        double signal = 2 * last.preActivationSpread().getAsDouble();
        assertThat(signal * signal).isCloseTo(5.0 / 20 + 5.0 / 40 + 2.0 / 80, within(1e-9));
        double gradient = 2 * theory.layers().get(0).deltaSpread().getAsDouble();
        assertThat(gradient * gradient).isCloseTo(5.0 / 20 + 5.0 / 40, within(1e-9));
        assertThat(last.deltaSpread()).hasValue(0);
    }

    /** Two examples of mean square 1 and 3: q is the mean of 2 and 6 times ½, and a ReLU does not care who has it. */
    @Test
    void examplesOfDifferentSizeAreAveraged() {
        NetDraw relu = pairOf(ActivationFunction.RELU, 3, 2);
        NetTheory mixed = NetTheory.of(relu, new double[] {1, 3}).orElseThrow();
        assertThat(mixed.preActivationStd()).allSatisfy(std -> assertThat(std).isCloseTo(2, within(1e-9)));
        assertThat(mixed.deltaFactor()).allSatisfy(f -> assertThat(f).isCloseTo(1, within(1e-9)));
        assertThat(mixed.layers().get(0).activationMeanSquare()).isCloseTo(2, within(1e-9));
    }

    /** By hand, layer by layer: z = σ of each example, then the mean of E tanh² of both. */
    @Test
    void tanhOfALargeAndASmallExampleIsTheMeanOfBoth() {
        NetDraw tanh = pairOf(ActivationFunction.TANH, 2, 1);
        NetTheory mixed = NetTheory.of(tanh, new double[] {0.01, 9}).orElseThrow();
        NormalMoments moments = NormalMoments.of(ActivationFunction.TANH);
        double second = (moments.at(0.1).meanSquare() + moments.at(3).meanSquare()) / 2;
        assertThat(mixed.preActivationStd().get(1)).isCloseTo(Math.sqrt(second), within(1e-12));
    }

    @Test
    void wrongValuesAreNamed() {
        NetDraw net = new NetDraw(
                1, 0, 1, LayerDraw.repeated(1, 1, 1, 0), ActivationFunction.TANH, Norm.NONE, OptionalDouble.empty());
        assertThatThrownBy(() -> NetTheory.of(net, new double[0]))
                .hasMessage("The theory of a batch needs an example at least");
        assertThatThrownBy(() -> new LayerDraw(0, 1, 0)).hasMessage("LayerDraw.units must be at least 1, not 0");
        assertThatThrownBy(() -> new LayerDraw(1, -1, 0))
                .hasMessage("LayerDraw.weightStd must be finite and not below 0, not -1.0");
        assertThatThrownBy(() -> theory(ActivationFunction.TANH, Norm.batch(true, 0), 2, 1, 1))
                .hasMessageStartingWith("NetDraw.norm must be before the nonlinearity in a residual net, not ");
    }

    @Test
    void aSignalThatOverflowsOrVanishesStaysWhatItIs() {
        for (double weightVariance : new double[] {1e6, 1e-6}) {
            NetTheory theory = theory(ActivationFunction.TANH, Norm.NONE, 100, weightVariance, 0);
            assertThat(theory.preActivationStd()).noneMatch(std -> std.isNaN());
            NetTheory relu = theory(ActivationFunction.RELU, Norm.NONE, 100, weightVariance, 0);
            assertThat(relu.deltaFactor())
                    .hasSize(99)
                    .allSatisfy(f -> assertThat(f).isCloseTo(Math.sqrt(weightVariance / 2), within(1e-6 * f)));
        }
    }
}
