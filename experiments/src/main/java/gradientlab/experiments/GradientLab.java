package gradientlab.experiments;

import gradientlab.experiments.cli.Cli;
import gradientlab.experiments.lesson.Lessons;

/** The command line program. */
public final class GradientLab {

    private GradientLab() {}

    public static void main(String[] args) {
        System.exit(Cli.run(Lessons.ALL, args));
    }
}
