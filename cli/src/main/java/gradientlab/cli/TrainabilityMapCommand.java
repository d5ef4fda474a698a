package gradientlab.cli;

import gradientlab.sweep.SweepFile;
import gradientlab.sweep.TrainabilitySweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sweep over depth and the variance of the weights, with what theory expects of it. */
@Command(
        name = "trainability-map",
        mixinStandardHelpOptions = true,
        description =
                "Trains tanh and ReLU nets, without and with batch and layer norm, over the variance of their weights"
                        + " and their depth, and draws theory's lines over the maps. A sweep: its options change it.")
final class TrainabilityMapCommand extends SweepCommand {

    @Option(names = "--quick", description = "3 x 3 cells for each of the six nets, in 60 steps each.")
    private boolean quick;

    TrainabilityMapCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    SweepFile preset() {
        return TrainabilitySweep.preset(quick);
    }
}
