package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.Observer.Seen;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.diagnostics.remedy.IterationCount;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Looks a network over on one batch, without touching it: best before the first step.
 *
 * <p>The remedy of each fault is tried where that is cheap: the change is made in a copy, and the copy is judged on the same
 * batch. A remedy that leaves the finding as it is, or that makes the loss worse, is not given as advice.
 *
 * <p>Where layers, nonlinearities or losses are not DL4J's own, the gradient of each layer is compared with finite
 * differences.
 *
 * <p>The batch should be one of training, of 16 examples or more: with fewer, nothing is said about dead units. Rules
 * about a fresh network are left out when it has made updates already. Every method throws what
 * {@link NetworkProbe#of(MultiLayerNetwork)} and {@link NetworkProbe#capture(DataSet)} throw.
 */
public final class Preflight {

    private Preflight() {}

    /** A checkup with the limits of this project. */
    public static Checkup of(MultiLayerNetwork network, DataSet batch) {
        return of(network, batch, Limits.DEFAULT);
    }

    /** A checkup with other limits. */
    public static Checkup of(MultiLayerNetwork network, DataSet batch, Limits limits) {
        return of(network, Batch.of(batch), network.getIterationCount(), limits);
    }

    /** A checkup with the limits of this project. */
    public static Checkup of(ComputationGraph graph, DataSet batch) {
        return of(graph, batch, Limits.DEFAULT);
    }

    /** A checkup with other limits. */
    public static Checkup of(ComputationGraph graph, DataSet batch, Limits limits) {
        return of(graph, Batch.of(batch), graph.getIterationCount(), limits);
    }

    /** A checkup of a graph with several inputs or outputs. */
    public static Checkup of(ComputationGraph graph, MultiDataSet batch) {
        return of(graph, Batch.of(batch), graph.getIterationCount(), Limits.DEFAULT);
    }

    /**
     * A checkup of either kind of network.
     *
     * @throws IllegalArgumentException for another model
     */
    public static Checkup of(Model network, DataSet batch, Limits limits) {
        return of(network, Batch.of(batch), limits);
    }

    static Checkup of(Model model, Batch batch, Limits limits) {
        return of(model, batch, IterationCount.of(model), limits);
    }

    /** @throws IllegalArgumentException for a model that is neither of DL4J's two kinds of network */
    static void require(Model model) {
        if (!Observer.understands(model)) {
            throw new IllegalArgumentException(
                    "Only a MultiLayerNetwork or a ComputationGraph can be diagnosed, but the" + " model was a "
                            + model.getClass().getSimpleName() + ".");
        }
    }

    private static Checkup of(Model model, Batch batch, int iteration, Limits limits) {
        History history = look(model, batch, iteration);
        List<Finding> findings = Judge.judge(history, limits);
        return new Checkup(history, new TriedRemedies(model, batch, iteration, limits, history).over(findings));
    }

    /**
     * A network as it is, to be judged and drawn.
     *
     * @param history with one observation
     */
    public record Look(Capture capture, History history) {}

    /**
     * Measures a network once, and tries nothing.
     *
     * @param probes who measures it, if it is a {@code MultiLayerNetwork}
     */
    public static Look look(Model model, DataSet batch, Probe.Maker probes) {
        require(model);
        Observer observer = Observer.of(model, probes);
        RunFacts facts = RunFacts.of(observer);
        Batch examined = Batch.of(batch);
        facts.step(examined);
        Seen seen = observer.observe(examined, IterationCount.of(model)).with(facts, examined);
        return new Look(seen.capture(), facts.complete(History.of(observer.structure(), seen.observation())));
    }

    /** The measurements of a network that made updates. */
    static History look(Model model, Batch batch, int iteration) {
        Observer observer = Observer.of(model, NetworkProbe::of);
        RunFacts facts = RunFacts.of(observer);
        facts.step(batch);
        Seen seen = observer.observe(batch, iteration).with(facts, batch);
        Observation observation = seen.observation().with(GradientChecks.of(model, batch, seen.capture()));
        return facts.complete(History.of(observer.structure(), observation));
    }
}
