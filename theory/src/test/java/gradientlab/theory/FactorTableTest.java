package gradientlab.theory;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The README's table of factors. */
class FactorTableTest {

    private static final List<ActivationFunction> ROWS = List.of(
            ActivationFunction.IDENTITY,
            ActivationFunction.SIGMOID,
            ActivationFunction.TANH,
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.PRELU,
            ActivationFunction.ELU,
            ActivationFunction.SELU,
            ActivationFunction.GELU,
            ActivationFunction.SOFTPLUS,
            ActivationFunction.SOFTSIGN,
            ActivationFunction.SWISH);

    @Test
    void theReadmeHasTheFactorsOfToday() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(ROWS).allSatisfy(f -> assertThat(readme).contains(row(f)));
    }

    private static String row(ActivationFunction f) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.4f | %.4f | %.4f | %.4f |",
                f,
                factor(f, Norm.groups(1, false, 0), 1_000_000, 32),
                factor(f, Norm.groups(8, false, 0), 128, 32),
                factor(f, Norm.batch(false, 0), 128, 1_000_000),
                factor(f, Norm.batch(false, 0), 128, 32));
    }

    private static double factor(ActivationFunction f, Norm norm, int units, int batch) {
        NetDraw net = new NetDraw(
                units, 1, batch, Collections.nCopies(3, new LayerDraw(units, 1, 0)), f, norm, OptionalDouble.empty());
        return NetTheory.of(net).orElseThrow().deltaFactor().get(1);
    }
}
