package gradientlab.explorer;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainingPlan;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The command line that makes a network: {@code train} where it can, otherwise {@code explore}. */
final class CommandLineText {

    private static final String PROGRAM = "java -jar experiments/target/gradient-lab.jar ";

    private CommandLineText() {}

    static String of(ExploredNet net) {
        return PROGRAM
                + (net.skip() == Skip.NONE && net.input() == InputScaling.UNIT ? train(net.plan()) : explore(net));
    }

    /** The command that trains a plan into a run folder. */
    static String ofTraining(TrainingPlan plan) {
        return PROGRAM + train(plan) + " --epochs " + plan.epochs() + " --batches-per-epoch " + plan.batchesPerEpoch();
    }

    /** What differs from the lecture's net, whose settings are those of the command where nothing is said. */
    private static String train(TrainingPlan plan) {
        StringBuilder command = new StringBuilder("train");
        for (Setting setting : Setting.values()) {
            Object value = setting.of(plan);
            if (isOwn(setting) && !Objects.equals(value, setting.of(TrainingPlan.LECTURE))) {
                command.append(' ')
                        .append(Setting.option(setting.key()))
                        .append(' ')
                        .append(quoted(value));
            }
        }
        return command.toString();
    }

    private static boolean isOwn(Setting setting) {
        return setting == Setting.DATA
                || ControlTable.ALL.stream().anyMatch(control -> control.name().equals(setting.key()));
    }

    /** So that a folder whose name has spaces stays one word. */
    private static String quoted(Object value) {
        String text = String.valueOf(value);
        return text.contains(" ") ? '"' + text + '"' : text;
    }

    /** What differs from the net that the page begins with. */
    private static String explore(ExploredNet net) {
        Map<String, String> standard = ControlTable.ALL.stream()
                .collect(Collectors.toMap(control -> control.name(), control -> control.standard()));
        String data = net.plan().data();
        return "explore" + (data == null ? "" : " --data " + quoted(data))
                + NetSettings.write(net).entrySet().stream()
                        .filter(setting -> !setting.getValue().equals(standard.get(setting.getKey())))
                        .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
