package gradientlab.engine;

import gradientlab.model.Named;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What takes the training steps. */
public enum Engine implements Named {
    /** {@code MultiLayerNetwork.fit}: every network, every backend; the reference for the others. */
    DL4J("dl4j", "MultiLayerNetwork.fit: every network, every backend") {
        @Override
        EngineChoice choice(Optional<String> obstacle) {
            return new EngineChoice(DL4J, "it was asked for");
        }
    },
    /** In place on the arrays of the network, by a {@link MatrixLibrary} and plain loops; perceptrons on the CPU alone. */
    DIRECT("direct", "in place on the network's arrays, several times as fast; perceptrons on the CPU") {
        @Override
        EngineChoice choice(Optional<String> obstacle) {
            if (obstacle.isPresent()) {
                throw new IllegalArgumentException(
                        "The engine direct cannot train this network: " + obstacle.get() + "; use dl4j or auto");
            }
            return new EngineChoice(DIRECT, "it was asked for");
        }
    },
    /** {@link #DIRECT} where the network and the backend allow it, {@link #DL4J} otherwise. */
    AUTO("auto", "direct where it can, dl4j otherwise") {
        @Override
        EngineChoice choice(Optional<String> obstacle) {
            return obstacle.map(why -> new EngineChoice(DL4J, why))
                    .orElseGet(() -> new EngineChoice(DIRECT, "it covers every layer and the updater of this network"));
        }
    };

    private final String label;
    private final String meaning;

    Engine(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /**
     * The engine with the given label.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static Engine parse(String label) {
        return Named.of(Engine.class, "engine", label);
    }

    @Override
    public String label() {
        return label;
    }

    /** What it is, in a few words. */
    public String meaning() {
        return meaning;
    }

    /**
     * Which engine this one stands for where the given network is to be trained, and why.
     *
     * @throws IllegalArgumentException if this is {@link #DIRECT} and it does not cover the network
     */
    public EngineChoice choiceFor(MultiLayerNetwork network) {
        return choice(Coverage.obstacle(network));
    }

    /**
     * A trainer of the given network, which is initialised first if it is not yet.
     *
     * @throws IllegalArgumentException if this is {@link #DIRECT} and it does not cover the network
     */
    public StepEngine on(MultiLayerNetwork network) {
        network.init();
        EngineChoice choice = choiceFor(network);
        return choice.engine() == DIRECT
                ? new DirectEngine(network, choice)
                : new Dl4jEngine(batch -> network.fit(batch), choice);
    }

    /**
     * A trainer of the given graph, which is initialised first if it is not yet. {@link #DIRECT} covers a chain of layers
     * with identity skips between them, and leaves it to DL4J while it has listeners.
     *
     * @throws IllegalArgumentException if this is {@link #DIRECT} and it does not cover the graph
     */
    public StepEngine on(ComputationGraph graph) {
        graph.init();
        EngineChoice choice = choice(Coverage.obstacle(graph));
        return choice.engine() == DIRECT
                ? new GraphEngine(graph, choice)
                : new Dl4jEngine(batch -> graph.fit(batch), choice);
    }

    abstract EngineChoice choice(Optional<String> obstacle);

    @Override
    public String toString() {
        return label;
    }
}
