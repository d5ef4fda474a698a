package gradientlab.cli;

import gradientlab.lab.Experiment;
import java.util.List;
import picocli.CommandLine.Option;

/** Runs the lecture's own parts; with --all the promises of its summary as well. */
final class LessonCommand extends ExperimentsCommand {

    private final List<Experiment<?>> known;

    @Option(names = "--all", descriptionKey = "lesson.all")
    private boolean all;

    LessonCommand(Terminal terminal, List<Experiment<?>> known) {
        super(terminal, known, known);
        this.known = known;
    }

    @Override
    List<Experiment<?>> asked() {
        return known.stream().filter(each -> all || each.isLesson()).toList();
    }
}
