package gradientlab.rulebenchmark.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradientlab.lab.OffHeap;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final String FIX = "+fix";

    private static final List<String> PROGRAM =
            List.of(("data net optimizer batch steps inputScaling targetScaling clipping"
                            + " regularisation gradientNormalization heldOutTold heldOutScaling maximise gradientSign lossReduction")
                    .split(" "));

    /**
     * A case that does not count.
     *
     * @param id of the case
     * @param reason in a few words
     */
    public record Dropped(String id, String reason) {}

    /** The runs of one program, or why there are none. */
    private record Trained(List<CaseRun> runs, String refused) {

        static final Trained NOT_ASKED = new Trained(List.of(), "");
    }

    /**
     * Trains and scores; the result does not depend on how many trainings run at once.
     *
     * @throws gradientlab.lab.run.Interruption.Interrupted if asked to stop
     */
    public static CaseBenchmark run(List<PublishedCase> cases, MnistDataset mnist, int workers, Watch watch) {
        List<PublishedCase> scored =
                cases.stream().filter(PublishedCase::scored).toList();
        // Fixed twins of several cases are often the same program, which is trained once.
        Map<JsonNode, String> programs = new LinkedHashMap<>();
        for (PublishedCase each : scored) {
            programs.putIfAbsent(settings(each.program()), each.id());
            each.fixed().ifPresent(fixed -> programs.putIfAbsent(settings(fixed), each.id() + FIX));
        }
        Map<JsonNode, Trained> trained = trained(programs, mnist, workers, watch);
        List<Dropped> dropped = new ArrayList<>();
        cases.stream()
                .filter(each -> !each.scored())
                .forEach(each -> dropped.add(new Dropped(each.id(), each.reason())));
        return judged(scored, trained, dropped);
    }

    private static Map<JsonNode, Trained> trained(
            Map<JsonNode, String> programs, MnistDataset mnist, int workers, Watch watch) {
        List<Map.Entry<JsonNode, String>> work = List.copyOf(programs.entrySet());
        List<Trained> results;
        try (Progress.Task task = watch.progress().begin(work.size() + " programs", work.size())) {
            results = ParallelMap.map(work, workers, each -> {
                Trained result = train(each.getValue(), each.getKey(), mnist, watch);
                task.step();
                return result;
            });
        }
        Map<JsonNode, Trained> trained = new HashMap<>();
        for (int i = 0; i < work.size(); i++) {
            trained.put(work.get(i).getKey(), results.get(i));
        }
        return trained;
    }

    private static Trained train(String id, JsonNode program, MnistDataset mnist, Watch watch) {
        Spec spec = new Spec(id, program);
        try {
            return new Trained(
                    SEEDS.stream()
                            .map(seed -> {
                                CaseRun run = CaseTraining.of(spec, mnist, seed, watch.interruption());
                                OffHeap.tidy();
                                return run;
                            })
                            .toList(),
                    "");
        } catch (CaseException e) {
            return new Trained(List.of(), e.getMessage());
        } catch (Interruption.Interrupted e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            // A case may ask for anything: rows by the billion, layers of no unit.
            return new Trained(List.of(), id + ": cannot be trained: " + e);
        }
    }

    private static CaseBenchmark judged(
            List<PublishedCase> scored, Map<JsonNode, Trained> trained, List<Dropped> dropped) {
        List<CaseVerdict> verdicts = new ArrayList<>();
        Set<JsonNode> twins = new HashSet<>();
        for (PublishedCase published : scored) {
            Trained asPublished = trained.get(settings(published.program()));
            Trained faulty = published.healthy() ? Trained.NOT_ASKED : asPublished;
            JsonNode good = settings(published.fixed().orElse(published.program()));
            Trained healthy = trained.get(good);
            Optional<String> reason = reason(published, faulty, healthy);
            if (reason.isPresent()) {
                dropped.add(new Dropped(published.id(), reason.get()));
                continue;
            }
            add(verdicts, published, published.id(), faulty.runs(), true);
            if (twins.add(good)) {
                add(verdicts, published, published.id() + (published.healthy() ? "" : FIX), healthy.runs(), false);
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

    private static Optional<String> reason(PublishedCase published, Trained faulty, Trained healthy) {
        String refused = faulty.refused() + healthy.refused();
        boolean regression =
                published.program().path("data").path("problem").asText().equals("regression");
        return refused.isEmpty() ? CaseCheck.of(regression, faulty.runs(), healthy.runs()) : Optional.of(refused);
    }

    /** What makes two programs one and the same. */
    private static JsonNode settings(JsonNode program) {
        return ((ObjectNode) program.deepCopy()).retain(PROGRAM);
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
