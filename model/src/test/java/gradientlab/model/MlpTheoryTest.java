package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.theory.NetTheory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MlpTheoryTest {

    private static NetTheory theory(MlpSpec spec, double meanSquareInput) {
        return MlpTheory.of(spec, meanSquareInput, 100).orElseThrow();
    }

    /** Half of the second moment passes a ReLU: qₗ = n·σ²/2·qₗ₋₁, and the same factor backwards (He et al. 2015). */
    @ParameterizedTest
    @CsvSource({"1, 8", "0.1, 0.8", "0.01, 0.08"})
    void reluMultipliesByTheRootOfHalfTheVarianceOfTheWeights(double std, double factor) {
        NetTheory theory = theory(
                MlpSpec.lecture()
                        .inputs(100)
                        .hidden(4, 128)
                        .activation(ActivationFunction.RELU)
                        .initialisation(Initialisation.normal(std))
                        .build(),
                0.25);
        assertThat(theory.preActivationStd().get(0)).isCloseTo(std * Math.sqrt(100 * 0.25), within(1e-9));
        assertThat(theory.preActivationStd().get(3) / theory.preActivationStd().get(2))
                .isCloseTo(factor, within(1e-6));
        assertThat(theory.deltaFactor())
                .hasSize(3)
                .allSatisfy(f -> assertThat(f).isCloseTo(factor, within(1e-6)));
    }

    @Test
    void lsuvHasVarianceOneEverywhere() {
        NetTheory theory = theory(
                MlpSpec.lecture()
                        .hidden(5, 64)
                        .initialisation(InitialisationScheme.LSUV)
                        .build(),
                0.1);
        assertThat(theory.preActivationStd()).allSatisfy(std -> assertThat(std).isCloseTo(1, within(1e-9)));
    }

    /** A wide net: what is measured differs from the limit of infinite width by about 1/√width a layer. */
    @ParameterizedTest
    @CsvSource({"TANH, NONE", "SIGMOID, NONE", "SELU, NONE", "TANH, LAYER", "RELU, BATCH"})
    void aWideNetDoesWhatTheTheorySays(ActivationFunction activation, Normalisation norm) {
        MlpSpec spec = MlpSpec.lecture()
                .inputs(200)
                .hidden(4, 512)
                .activation(activation)
                .normalisation(norm)
                .initialisation(InitialisationScheme.KAIMING_NORMAL)
                .build();
        Nd4j.getRandom().setSeed(7);
        INDArray x = Nd4j.randn(DataType.FLOAT, 100, 200);
        Forward forward = Forward.training(spec.toNetwork(), x);
        NetTheory theory = theory(spec, x.mul(x).meanNumber().doubleValue());
        for (int l = 0; l < 4; l++) {
            INDArray z = forward.preActivations().get(l);
            double measured = Math.sqrt(z.mul(z).meanNumber().doubleValue());
            assertThat(measured / theory.preActivationStd().get(l)).isCloseTo(1, within(0.1));
        }
    }

    /** He et al. 2015's weights give each branch the variance of its input: 2 per layer, as the lab's residual nets show. */
    @Test
    void aResidualReluNetDoublesTheVarianceInEveryLayer() {
        MlpSpec spec = MlpSpec.lecture()
                .hidden(4, 128)
                .activation(ActivationFunction.RELU)
                .initialisation(InitialisationScheme.KAIMING_NORMAL)
                .build();
        NetTheory theory = MlpTheory.of(new ResidualSpec(spec, ResidualScaling.NONE), 0.1, 32)
                .orElseThrow();
        assertThat(theory.preActivationStd().get(3) / theory.preActivationStd().get(0))
                .isCloseTo(Math.pow(2, 1.5), within(1e-9));
        assertThat(theory.deltaFactor())
                .hasSize(3)
                .allSatisfy(f -> assertThat(f).isCloseTo(Math.sqrt(2), within(1e-9)));
    }

    @Test
    void fixupsBranchesChangeNothingAtTheStart() {
        NetTheory theory = MlpTheory.of(
                        new ResidualSpec(MlpSpec.lecture().hidden(4, 128).build(), ResidualScaling.FIXUP), 0.1, 32)
                .orElseThrow();
        assertThat(theory.preActivationStd())
                .containsOnly(theory.preActivationStd().get(0));
        assertThat(theory.deltaFactor()).containsOnly(1.0);
    }

    @ParameterizedTest
    @CsvSource({"zeros", "constant:0.1", "normal:0"})
    void ofUnitsThatAreCopiesOfEachOtherNothingIsSaid(String initialisation) {
        MlpSpec spec = MlpSpec.lecture()
                .initialisation(Initialisation.parse(initialisation))
                .build();
        assertThat(MlpTheory.of(spec, 0.1, 32)).isEmpty();
    }
}
