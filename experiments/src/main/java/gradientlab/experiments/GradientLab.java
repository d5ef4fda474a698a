package gradientlab.experiments;

import gradientlab.cli.Cli;
import gradientlab.experiments.lesson.Lessons;
import gradientlab.experiments.summary.Summary;
import gradientlab.lab.Experiment;
import java.util.List;
import java.util.stream.Stream;

/** The command line program. */
public final class GradientLab {

    /** Every experiment: the lecture's parts, then the promises of its summary. */
    public static final List<Experiment<?>> EXPERIMENTS =
            Stream.concat(Lessons.ALL.stream(), Summary.ALL.stream()).toList();

    private GradientLab() {}

    public static void main(String[] args) {
        System.exit(Cli.run(EXPERIMENTS, args));
    }
}
