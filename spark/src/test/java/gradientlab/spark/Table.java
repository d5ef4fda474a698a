package gradientlab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.cli.Cli;
import gradientlab.experiments.GradientLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code sweep} as the command line does, and returns its table. */
final class Table {

    private Table() {}

    static String of(Path out, List<String> sweep, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of("sweep", "--quiet", "--out", out.toString()));
        line.addAll(sweep);
        line.addAll(List.of(more));
        assertThat(Cli.run(GradientLab.EXPERIMENTS, line.toArray(String[]::new)))
                .as("%s", line)
                .isZero();
        return Files.readString(out.resolve("results.csv"));
    }
}
