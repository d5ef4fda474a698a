package gradientlab.cli;

import gradientlab.engine.Engine;
import gradientlab.lab.Lab;
import gradientlab.lab.Reference;
import gradientlab.lab.Reference.Comparison;
import gradientlab.lab.Scale;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains every variant of PyTorch's reference and prints the table that compares them, in Markdown. */
@Command(name = "reference", mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer>, WithSettings {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    private final SettingOptions settings =
            SettingOptions.of(Setting.REPEAT).meaning(Setting.REPEAT, "reference.repeat", 24);

    @Option(names = "--workers", paramLabel = "N", defaultValue = "2", descriptionKey = "reference.workers")
    private int workers;

    ReferenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addSettings(CommandSpec commandSpec) {
        settings.addTo(commandSpec, terminal);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan protocol = Usage.checked(spec, () -> settings.said().toPlan());
        Engine engine = Usage.checked(spec, options::engine);
        Usage.check(spec, () -> ProtocolOptions.requireWorkers(workers));
        Map<String, Map<String, Reference.Figure>> pytorch = Reference.read();
        try (WorkSession session = WorkSession.open(terminal, options, null)) {
            Lab lab = new Lab(
                    session.data(), protocol, session.watch(), new Lab.Ways(workers, engine, Scale.NORMAL, null));
            int outside = 0;
            int all = 0;
            terminal.print("| " + terminal.words("reference.columns") + " |");
            terminal.print("|---|---|---|---|---|---|");
            for (Reference.Variant variant : Reference.VARIANTS) {
                List<Comparison> comparisons = compare(lab, variant, protocol, pytorch.get(variant.key()));
                comparisons.forEach(comparison -> terminal.print(row(comparison, terminal)));
                outside += (int) comparisons.stream().filter(c -> !c.agrees()).count();
                all += comparisons.size();
            }
            terminal.print("");
            terminal.say("reference.result", all - outside, all, protocol.repeat());
            return outside == 0 ? Cli.DONE : Cli.FAILED;
        }
    }

    private static List<Comparison> compare(
            Lab lab, Reference.Variant variant, TrainingPlan protocol, Map<String, Reference.Figure> pytorch) {
        List<RunFigures> runs = new ArrayList<>();
        for (TrainedRun run : lab.trainRepeated(List.of(variant.plan(protocol))).get(0)) {
            runs.add(run.figures());
        }
        return Reference.compare(variant.key(), runs, pytorch);
    }

    private static String row(Comparison comparison, Terminal terminal) {
        double[] band = comparison.pytorch().band(comparison.n());
        return "| "
                + String.join(
                        " | ",
                        comparison.variant(),
                        comparison.figure(),
                        Numbers.significant(comparison.ours()),
                        Numbers.significant(comparison.pytorch().mean()) + " ± "
                                + Numbers.significant(comparison.pytorch().std()),
                        Numbers.significant(band[0]) + " … " + Numbers.significant(band[1]),
                        terminal.words(comparison.agrees() ? "reference.agrees" : "reference.outside"))
                + " |";
    }
}
