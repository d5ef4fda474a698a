package gradientlab.benchmarks;

import gradientlab.lab.run.Json;
import gradientlab.lab.run.RunRecord;
import gradientlab.lab.run.TrainSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the whole lesson, from the shell to the report, against the same work in PyTorch. */
@Command(
        name = "lesson",
        mixinStandardHelpOptions = true,
        description = "The whole lesson, from the shell to the report, against the same work in PyTorch.")
final class LessonComparison implements Callable<Integer> {

    private static final String OURS = "Gradient Lab, `lesson`";
    private static final String ONE_WORKER = "Gradient Lab, `lesson --workers 1`";
    private static final String TORCH = "PyTorch, as installed";
    private static final String TORCH_OPENBLAS = "PyTorch, with our OpenBLAS and kernels";
    private static final String PLAN = "plan.json";
    private static final String RESULTS = "results.json";

    /**
     * What PyTorch is given to do.
     *
     * @param figures how many figures to draw, each as SVG and as PNG
     * @param trainings the specifications, one for each training
     */
    record Plan(int figures, List<TrainSettings> trainings) {}

    /** What it says of each training, in the plan's order. */
    record Results(String version, boolean matplotlib, List<Tested> trainings) {}

    /** @param testAccuracy over all 10,000 test examples */
    record Tested(double initialLoss, double testLoss, double testAccuracy) {}

    @Mixin
    private WholeOptions options;

    @Override
    public Integer call() {
        return options.toldOfJar(this::measure);
    }

    private void measure(GradientLabJar jar, Workplace place) throws IOException {
        List<Runner> runners = new ArrayList<>();
        runners.add(new Runner(OURS, () -> lesson(jar, place, List.of())));
        runners.add(new Runner(ONE_WORKER, () -> lesson(jar, place, List.of("--workers", "1"))));
        List<String> remarks = new ArrayList<>();
        Optional<String> python = WorkerLaunch.python();
        if (python.isPresent()) {
            remarks.addAll(prepare(jar, place, python.get()));
            runners.add(new Runner(TORCH, () -> torch(python.get(), place, Map.of())));
            WorkerLaunch.withOpenblas()
                    .ifPresent(environment ->
                            runners.add(new Runner(TORCH_OPENBLAS, () -> torch(python.get(), place, environment))));
        } else {
            remarks.add("No python3 here can import torch: there is nothing to compare with.");
        }
        finish(WholeReport.of("The whole lesson", options.rounds(3), runners, System.err::println), remarks);
    }

    private void finish(WholeReport report, List<String> remarks) throws IOException {
        for (String torch : List.of(TORCH, TORCH_OPENBLAS)) {
            if (report.medians().containsKey(torch)) {
                remarks.add(String.format(
                        Locale.ROOT,
                        "Over \"%s\": %.2f of the time and %.2f of the CPU time; with one worker %.2f and %.2f.",
                        torch,
                        report.wallRatio(OURS, torch),
                        report.cpuRatio(OURS, torch),
                        report.wallRatio(ONE_WORKER, torch),
                        report.cpuRatio(ONE_WORKER, torch)));
            }
        }
        options.publish(report.with(remarks), "lesson");
    }

    private static Took lesson(GradientLabJar jar, Workplace place, List<String> more) throws IOException {
        place.empty("lesson");
        List<String> arguments = new ArrayList<>(List.of("lesson", "--quiet", "--out", "lesson"));
        arguments.addAll(more);
        List<String> flags = List.of("-XX:+UseSerialGC");
        return WholeProcess.run(jar.command(flags, arguments), place.path(), Map.of())
                .took(Double.NaN);
    }

    private static Took torch(String python, Workplace place, Map<String, String> environment) throws IOException {
        Path script = place.path().resolve("torch_lesson.py");
        return WholeProcess.run(List.of(python, script.toString(), PLAN, RESULTS), place.path(), environment)
                .took(Double.NaN);
    }

    /** One lesson of each, not timed: the plan from ours, and the check that PyTorch's came to the same. */
    private static List<String> prepare(GradientLabJar jar, Workplace place, String python) throws IOException {
        System.err.println("one lesson of each, not timed, for the plan and the check");
        lesson(jar, place, List.of());
        List<RunRecord> runs = runs(place.path().resolve("lesson/trainings"));
        int figures = figures(place.path().resolve("lesson/figures"));
        place.writeMnist();
        place.script("torch_lesson.py");
        Json.write(
                place.path().resolve(PLAN),
                new Plan(figures, runs.stream().map(RunRecord::spec).toList()));
        torch(python, place, Map.of());
        Results results = Json.readResult(place.path().resolve(RESULTS), Results.class);
        LessonCheck check =
                LessonCheck.of(runs.stream().map(run -> run.runs().get(0)).toList(), results);
        check.require();
        return List.of(
                "PyTorch " + results.version() + ", eager, one thread: the same " + runs.size()
                        + " trainings with the same measuring, captures, histograms and tests.",
                results.matplotlib()
                        ? "It draws as many figures: " + figures + ", each as SVG and PNG."
                        : "Without matplotlib it draws no figure where ours draws " + figures
                                + ", each as SVG and PNG: that favours PyTorch.",
                "What ours does besides (the lecture's demonstrations without training, diagnoses, report, run folders) it"
                        + " does not: that favours PyTorch, too.",
                check.toString());
    }

    private static List<RunRecord> runs(Path folder) throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.endsWith("run.json")).sorted().toList()) {
                runs.add(Json.read(file, RunRecord.class));
            }
        }
        return runs;
    }

    private static int figures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(".svg")).count();
        }
    }
}
