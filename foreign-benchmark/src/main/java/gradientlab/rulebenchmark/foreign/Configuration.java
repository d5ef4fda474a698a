package gradientlab.rulebenchmark.foreign;

import gradientlab.lab.run.Interruption;
import gradientlab.mnist.MnistDataset;
import gradientlab.rulebenchmark.cases.CaseRun;
import gradientlab.rulebenchmark.cases.Trainee;
import gradientlab.rulebenchmark.cases.WatchedTraining;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A program: a family in one of its variants, healthy or with a fault.
 *
 * @param family its kind
 * @param variant how it is set up
 * @param fault what is wrong; empty for a healthy one
 */
record Configuration(Family family, Variant variant, Optional<ForeignFault> fault) {

    String id() {
        return twin().name() + fault.map(each -> "/" + each.id()).orElse("");
    }

    private String name() {
        return family.label() + "/" + variant.label();
    }

    /** The same without the fault. */
    Configuration twin() {
        return new Configuration(family, variant, Optional.empty());
    }

    Configuration with(ForeignFault other) {
        return new Configuration(family, variant, Optional.of(other));
    }

    Setup setup() {
        Setup setup = family.setup(variant);
        fault.ifPresent(each -> each.change().accept(setup));
        return setup;
    }

    /** The data depend on family and variant alone: a faulty program has those of its twin, and then its fault. */
    ForeignTask task(Setup setup, MnistDataset mnist) {
        return setup.changed(family.task(mnist, 1_000L * family.ordinal() + variant.ordinal()));
    }

    /** The fresh network. */
    Model network(Setup setup, ForeignTask task, long seed) {
        return setup.started(family.network(setup, task, seed));
    }

    /** The names of the network's inputs; empty where it has one, without a name. */
    List<String> inputs(MnistDataset mnist) {
        Setup setup = twin().setup();
        return family.network(setup, family.task(mnist, 0), 0) instanceof ComputationGraph graph
                ? graph.getConfiguration().getNetworkInputs()
                : List.of();
    }

    /**
     * Trains with a seed, which decides the parameters and the order of the rows.
     *
     * @throws Interruption.Interrupted if asked to stop
     */
    CaseRun train(MnistDataset mnist, long seed, Interruption interruption) {
        return train(setup -> {}, mnist, seed, interruption);
    }

    /**
     * The same with one more change, made after the fault and before data and network: where a remedy is applied.
     *
     * @throws Interruption.Interrupted if asked to stop
     */
    CaseRun train(Consumer<Setup> remedy, MnistDataset mnist, long seed, Interruption interruption) {
        Setup setup = setup();
        remedy.accept(setup);
        ForeignTask task = task(setup, mnist);
        Trainee trainee = Trainee.of(network(setup, task, seed));
        WatchedTraining.Plan plan = new WatchedTraining.Plan(
                setup.steps,
                setup.rate,
                new Batches(task, setup, seed),
                task.batch(task.test()),
                false,
                task::metric,
                task.guessing());
        return WatchedTraining.of(trainee, plan, interruption);
    }
}
