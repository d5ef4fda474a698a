package gradientlab.cli;

import gradientlab.sweep.SweepFile;
import gradientlab.sweep.TrainabilitySweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sweep over depth and the variance of the weights, with what theory expects of it. */
@Command(name = "trainability-map", mixinStandardHelpOptions = true)
final class TrainabilityMapCommand extends SweepCommand {

    @Option(names = "--quick", descriptionKey = "trainability-map.quick")
    private boolean quick;

    TrainabilityMapCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    SweepFile preset() {
        return TrainabilitySweep.preset(quick);
    }
}
