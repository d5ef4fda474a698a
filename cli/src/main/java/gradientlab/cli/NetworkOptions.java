package gradientlab.cli;

import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of a network and its training; what is not given is the lecture's. */
final class NetworkOptions {

    private final SettingOptions settings = SettingOptions.all();

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "network.config")
    private Path config;

    void addTo(CommandSpec spec, Terminal terminal) {
        settings.addTo(spec, terminal);
    }

    /** The plan of these options, and of the configuration file where they say nothing. */
    TrainingPlan plan() throws IOException {
        return said().toPlan();
    }

    /** What these options say, and the configuration file where they say nothing. */
    TrainSettings said() throws IOException {
        TrainSettings said = settings.said();
        return config == null ? said : said.orElse(configured());
    }

    private TrainSettings configured() throws IOException {
        try {
            return TrainSettings.read(config);
        } catch (IOException e) {
            throw new IOException("--config " + e.getMessage(), e);
        }
    }
}
