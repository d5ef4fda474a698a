package gradientlab.explorer;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainingPlan;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line that makes a network: {@code train} where it can, otherwise {@code explore}. */
final class CommandLineText {

    private static final String PROGRAM = "java -jar experiments/target/gradient-lab.jar ";

    private CommandLineText() {}

    static String of(ExploredNet net) {
        return PROGRAM + (net.skip() == Skip.NONE && net.input() == InputScaling.UNIT ? train(net) : explore(net));
    }

    /** The command that trains some steps of a network into a run folder; empty where none does. */
    static String ofTraining(ExploredNet net, int steps) {
        boolean can = net.skip() == Skip.NONE && net.input() == InputScaling.UNIT;
        return can ? PROGRAM + train(net) + " --epochs 1 --batches-per-epoch " + steps : "";
    }

    /** What differs from the lecture's net, whose settings are those of the command where nothing is said. */
    private static String train(ExploredNet net) {
        StringBuilder command = new StringBuilder("train");
        for (Setting setting : Setting.values()) {
            Object value = setting.of(net.plan());
            boolean own =
                    ControlTable.ALL.stream().anyMatch(control -> control.name().equals(setting.key()));
            if (own && !value.equals(setting.of(TrainingPlan.LECTURE))) {
                command.append(' ')
                        .append(Setting.option(setting.key()))
                        .append(' ')
                        .append(value);
            }
        }
        return command.toString();
    }

    /** What differs from the net that the page begins with. */
    private static String explore(ExploredNet net) {
        Map<String, String> standard = ControlTable.ALL.stream()
                .collect(Collectors.toMap(control -> control.name(), control -> control.standard()));
        return "explore"
                + NetSettings.write(net).entrySet().stream()
                        .filter(setting -> !setting.getValue().equals(standard.get(setting.getKey())))
                        .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
