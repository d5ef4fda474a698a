package gradientlab.ui.demo;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.Thinning;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.session.BoundedIterationCurve;
import gradientlab.session.Course;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionFacts;
import gradientlab.session.SessionRecorder;
import gradientlab.session.SessionWriter;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.core.storage.StatsStorageRouter;

/** Draws a script, iteration by iteration, and puts what a recorder would have recorded into a storage. */
final class DemoSession {

    private static final int TEST_EVERY = 100;
    private static final int KEPT = 120;

    private final DrawnNetwork network;
    private final Structure structure;
    private final SessionWriter writer;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final BoundedIterationCurve loss = new BoundedIterationCurve(SessionRecorder.CURVE_POINTS);
    private final BoundedIterationCurve testLoss = new BoundedIterationCurve(SessionRecorder.CURVE_POINTS);
    private final List<Finding> findings = new ArrayList<>();

    /** Makes the session known, with the time of its start. */
    DemoSession(StatsStorageRouter router, Script script, String started) {
        this.network = new DrawnNetwork(script);
        this.structure = network.structure();
        this.writer = new SessionWriter(router, script.session());
        writer.write(new SessionFacts(script.session(), started, Script.BATCH, structure));
    }

    /** Looks at an iteration, and makes its update. */
    void observe(int iteration) {
        lossesUpTo(iteration);
        Capture capture = network.capture(iteration);
        Observation seen = Observation.of(structure, capture, Script.BATCH, network.inputs(iteration))
                .withUpdates(network.update());
        observations.add(seen);
        if (observations.size() > KEPT) {
            int[] iterations =
                    observations.stream().mapToInt(Observation::iteration).toArray();
            observations.remove(Thinning.dispensable(iterations));
        }
        writer.write(IterationRecord.of(structure, seen, capture));
    }

    /** Judges what was seen, and stores curves and findings. */
    void judge() {
        for (Finding finding : Judge.judge(new History(structure, observations, 0, losses, List.of()))) {
            if (findings.stream().noneMatch(finding::repeats)) {
                findings.add(finding);
            }
        }
        writer.write(new Course(loss.curve(), testLoss.curve(), findings, TEST_EVERY));
    }

    /** Goes on to an iteration without a look at the network. */
    void lossesUpTo(int iteration) {
        for (int i = losses.size(); i <= iteration; i++) {
            losses.add(network.loss(i));
            loss.add(i, losses.get(i));
            if ((i + 1) % TEST_EVERY == 0) {
                testLoss.add(i + 1, network.testLoss(i + 1));
            }
        }
    }
}
