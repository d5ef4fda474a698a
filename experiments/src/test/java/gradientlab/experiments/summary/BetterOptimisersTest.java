package gradientlab.experiments.summary;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.run.Json;
import gradientlab.model.Optimiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BetterOptimisersTest {

    @TempDir
    private Path folder;

    /** A result as it was written while Nesterov's momentum was called "momentum". */
    @Test
    void aFormerResultIsStillDrawn() throws IOException {
        Path file = folder.resolve("better-optimisers.json");
        Files.writeString(file, """
                {"steps": 303, "runs": [
                  {"optimiser": "sgd", "rate": 0.1, "initialisation": "torch-linear", "seed": 42,
                   "endLoss": 0.4, "accuracy": 0.89},
                  {"optimiser": "momentum", "rate": 0.03, "initialisation": "torch-linear", "seed": 42,
                   "endLoss": 0.3, "accuracy": 0.91}]}
                """);
        BetterOptimisers.Result result = Json.readResult(file, BetterOptimisers.Result.class);
        assertThat(result.best(Optimiser.NESTEROV, "torch-linear"))
                .extracting(BetterOptimisers.Run::accuracy)
                .containsExactly(0.91);
        assertThat(BetterOptimisers.difference(result, Optimiser.NESTEROV, "torch-linear")
                        .mean())
                .isCloseTo(2, org.assertj.core.api.Assertions.within(1e-9));
    }
}
