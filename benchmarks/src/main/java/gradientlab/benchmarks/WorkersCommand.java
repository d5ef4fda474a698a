package gradientlab.benchmarks;

import gradientlab.lab.Lab;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a second worker brings to a sweep of independent trainings. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "A sweep of independent trainings with one worker and with two.")
final class WorkersCommand implements Callable<Integer> {

    private static final String ONE = "1 worker";
    private static final String TWO = "2 workers";

    @Mixin
    private WholeOptions options;

    @Option(names = "--trainings", paramLabel = "N", description = "Trainings in the sweep (default 8).")
    int trainings = 8;

    @Override
    public Integer call() {
        return WholeOptions.told(this::measure);
    }

    private void measure() throws IOException {
        Backend.start();
        MnistDataset data = MnistDataset.bundled();
        List<RunFigures> expected = new ArrayList<>();
        sweep(data, 2, expected); // what compiles is compiled
        List<Runner> runners = List.of(
                new Runner(ONE, () -> sweep(data, 1, expected)), new Runner(TWO, () -> sweep(data, 2, expected)));
        WholeReport report = WholeReport.of(
                "Sweep of " + trainings
                        + " trainings of the lecture's net (784-128-10, 1,010 steps, measured and tested)",
                options.rounds(5),
                runners,
                System.err::println);
        report = report.with(List.of(
                String.format(Locale.ROOT, "Two workers are %.2f times as fast as one.", report.wallRatio(ONE, TWO)),
                "Every figure of every training is the same to the last bit, whatever the number of workers.",
                "Within one process, data loaded and code compiled."));
        options.publish(report, "sweep");
    }

    /** The first sweep says what is expected, all others have to give the same bits. */
    private Took sweep(MnistDataset data, int workers, List<RunFigures> expected) throws IOException {
        System.gc();
        Lab lab = new Lab(data, TrainingPlan.LECTURE.repeated(trainings), Watch.nobody(), workers);
        double cpu = cpuSeconds();
        long nanos = System.nanoTime();
        List<RunFigures> figures = lab.trainRepeated(List.of(TrainingPlan.LECTURE)).get(0).stream()
                .map(TrainedRun::figures)
                .toList();
        Took took = new Took(Double.NaN, (System.nanoTime() - nanos) / 1e9, cpuSeconds() - cpu);
        if (expected.isEmpty()) {
            expected.addAll(figures);
        } else if (!expected.equals(figures)) {
            throw new IOException("The sweep with " + workers + " workers gave other figures than the first one.");
        }
        return took;
    }

    /** Of the whole process; NaN on a virtual machine that does not tell. */
    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime() / 1e9
                : Double.NaN;
    }
}
