package gradientlab.cli;

import gradientlab.lab.Experiment;
import java.util.List;

/** Starts one experiment as a program of its own. */
public final class Launch {

    private Launch() {}

    /** Runs the experiment with the options of its command, and ends the process with the exit code. */
    public static void main(Experiment<?> experiment, String[] args) {
        String[] command = new String[args.length + 1];
        command[0] = experiment.name();
        System.arraycopy(args, 0, command, 1, args.length);
        System.exit(Cli.run(List.of(experiment), command));
    }
}
