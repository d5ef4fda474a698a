package gradientlab.cli;

import gradientlab.lab.Scale;
import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options by which the experiments' protocol departs from the lecture's. */
final class ProtocolOptions {

    /** Enough seeds for comparisons to show a spread, few enough for two minutes. */
    static final int REPETITIONS = 3;

    /** More threads than these bring nothing, and thousands of them no system gives. */
    private static final int MOST_PER_PROCESSOR = 16;

    private static final TrainSettings QUICK =
            new TrainSettings(Map.of(Setting.EPOCHS, 3, Setting.BATCHES_PER_EPOCH, 30));

    private static final List<Setting> PROTOCOL =
            List.of(Setting.SEED, Setting.REPEAT, Setting.EPOCHS, Setting.BATCHES_PER_EPOCH, Setting.DATA);

    private final SettingOptions settings =
            SettingOptions.of(PROTOCOL.toArray(Setting[]::new)).meaning(Setting.REPEAT, "protocol.repeat", REPETITIONS);

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "protocol.config")
    private Path config;

    @Option(names = "--workers", paramLabel = "N", descriptionKey = "protocol.workers")
    Integer workers;

    @Option(names = "--quick", descriptionKey = "protocol.quick")
    boolean quick;

    @Option(names = "--full", descriptionKey = "protocol.full")
    boolean full;

    /** @throws IllegalArgumentException if both versions are asked for */
    Scale scale() {
        if (quick && full) {
            throw new IllegalArgumentException("--quick and --full contradict each other: give one of them");
        }
        return quick ? Scale.QUICK : full ? Scale.FULL : Scale.NORMAL;
    }

    void addTo(CommandSpec spec, Terminal terminal) {
        settings.addTo(spec, terminal);
    }

    /** @throws IOException if the configuration file is missing or says what these options cannot, in one sentence */
    TrainingPlan protocol() throws IOException {
        TrainSettings said = config == null
                ? settings.said()
                : settings.given().orElse(configured()).orElse(settings.said());
        return (quick ? said.orElse(QUICK) : said).toPlan();
    }

    private TrainSettings configured() throws IOException {
        TrainSettings configured;
        try {
            configured = TrainSettings.read(config);
        } catch (IOException e) {
            throw new IOException("--config " + e.getMessage(), e);
        }
        for (Setting setting : configured.said().keySet()) {
            if (!PROTOCOL.contains(setting)) {
                throw new IOException("--config " + config + ": the lecture's protocol has no '" + setting.key()
                        + "': use " + PROTOCOL.stream().map(Setting::key).collect(Collectors.joining(", ")));
            }
        }
        return configured;
    }

    int workers() {
        int count = workers == null ? defaultWorkers() : workers;
        requireWorkers(count);
        return count;
    }

    /** One per core, at most 4: each needs memory of its own. */
    static int defaultWorkers() {
        return Math.min(4, Runtime.getRuntime().availableProcessors());
    }

    static void requireWorkers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("--workers must be at least 1, not " + count);
        }
        int most = MOST_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        if (count > most) {
            throw new IllegalArgumentException("--workers must be at most " + most + ", " + MOST_PER_PROCESSOR
                    + " for each processor, not " + count);
        }
    }
}
