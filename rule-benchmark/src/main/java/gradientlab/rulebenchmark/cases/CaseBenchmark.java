package gradientlab.rulebenchmark.cases;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trains published programs and their fixed twins, and scores sets of rules on them.
 *
 * @param verdicts every scored run
 * @param dropped the cases that are not scored, each with the reason
 * @param scores one for each set of rules
 */
public record CaseBenchmark(List<CaseVerdict> verdicts, List<Dropped> dropped, List<CaseScore> scores) {

    /** Seeds of each program. */
    private static final List<Long> SEEDS = List.of(11L, 12L);

    /**
     * A case that does not count.
     *
     * @param id of the case
     * @param reason in a few words
     */
    public record Dropped(String id, String reason) {}

    private record Trained(PublishedCase program, List<CaseRun> faulty, List<CaseRun> healthy, String refused) {}

    /**
     * Trains and scores; the result does not depend on how many trainings run at once.
     *
     * @throws gradientlab.lab.run.Interruption.Interrupted if asked to stop
     */
    public static CaseBenchmark run(List<PublishedCase> cases, MnistDataset mnist, int workers, Watch watch) {
        List<PublishedCase> scored =
                cases.stream().filter(PublishedCase::scored).toList();
        List<Trained> trained;
        try (Progress.Task task = watch.progress().begin(scored.size() + " published programs", scored.size())) {
            trained = ParallelMap.map(scored, workers, each -> {
                Trained result = train(each, mnist, watch);
                task.step();
                return result;
            });
        }
        List<Dropped> dropped = new ArrayList<>();
        cases.stream()
                .filter(each -> !each.scored())
                .forEach(each -> dropped.add(new Dropped(each.id(), each.reason())));
        return judged(trained, dropped);
    }

    private static Trained train(PublishedCase each, MnistDataset mnist, Watch watch) {
        try {
            List<CaseRun> asPublished = runs(each.id(), each.program(), mnist, watch);
            return each.healthy()
                    ? new Trained(each, List.of(), asPublished, "")
                    : new Trained(
                            each,
                            asPublished,
                            runs(each.id() + "+fix", each.fixed().orElseThrow(), mnist, watch),
                            "");
        } catch (CaseException e) {
            return new Trained(each, List.of(), List.of(), e.getMessage());
        }
    }

    private static List<CaseRun> runs(String id, JsonNode program, MnistDataset mnist, Watch watch) {
        Spec spec = new Spec(id, program);
        return SEEDS.stream()
                .map(seed -> CaseTraining.of(spec, mnist, seed, watch.interruption()))
                .toList();
    }

    private static CaseBenchmark judged(List<Trained> trained, List<Dropped> dropped) {
        List<CaseVerdict> verdicts = new ArrayList<>();
        Set<JsonNode> twins = new HashSet<>();
        for (Trained each : trained) {
            PublishedCase published = each.program();
            boolean regression =
                    published.program().path("data").path("problem").asText().equals("regression");
            Optional<String> reason = each.refused().isEmpty()
                    ? CaseCheck.of(regression, each.faulty(), each.healthy())
                    : Optional.of(each.refused());
            if (reason.isPresent()) {
                dropped.add(new Dropped(published.id(), reason.get()));
                continue;
            }
            add(verdicts, published, published.id(), each.faulty(), true);
            boolean twin = !published.healthy();
            if (!twin || twins.add(settings(published.fixed().orElseThrow()))) {
                add(verdicts, published, published.id() + (twin ? "+fix" : ""), each.healthy(), false);
            }
        }
        return CaseBenchmark.of(verdicts, dropped);
    }

    /** The result with the scores of all sets of rules that judged. */
    public static CaseBenchmark of(List<CaseVerdict> verdicts, List<Dropped> dropped) {
        Set<String> names =
                verdicts.isEmpty() ? Set.of() : verdicts.get(0).named().keySet();
        List<CaseScore> scores =
                names.stream().map(rules -> CaseScore.of(rules, verdicts)).toList();
        return new CaseBenchmark(List.copyOf(verdicts), List.copyOf(dropped), scores);
    }

    /** What makes two fixed twins one and the same program. */
    private static JsonNode settings(JsonNode program) {
        var settings = program.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) settings)
                .retain("data", "net", "optimizer", "batch", "steps", "inputScaling", "targetScaling", "lossReduction");
        return settings;
    }

    private static void add(
            List<CaseVerdict> verdicts, PublishedCase published, String id, List<CaseRun> runs, boolean faulty) {
        for (int i = 0; i < runs.size(); i++) {
            CaseRun run = runs.get(i);
            verdicts.add(new CaseVerdict(
                    id,
                    SEEDS.get(i),
                    faulty,
                    faulty ? published.cause() : Set.of(),
                    faulty ? published.symptom() : Set.of(),
                    faulty ? published.main() : Set.of(),
                    run.metric(),
                    run.named(),
                    run.findings()));
        }
    }
}
