package gradientlab.model;

import java.util.function.DoubleFunction;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** The optimisers, each at the learning rate of the specification and otherwise at the settings named here. */
public enum Optimiser implements Named {
    /** Plain stochastic gradient descent, as the lecture writes it by hand. */
    SGD("sgd", "θ ← θ − lr·g", Sgd::new),
    /** Nesterov's momentum 0.9 (Sutskever et al. 2013). */
    NESTEROV("nesterov", "Nesterov momentum 0.9", lr -> new Nesterovs(lr, 0.9)),
    /** RMSProp with decay 0.99 and ε 1e-8, PyTorch's defaults; DL4J's own are lr 0.1 and decay 0.95. */
    RMSPROP("rmsprop", "decay 0.99, ε 1e-8", lr -> new RmsProp(lr, 0.99, 1e-8)),
    /** Adam with β₁ 0.9, β₂ 0.999, ε 1e-8 (Kingma and Ba 2015, algorithm 1). */
    ADAM("adam", "β 0.9 and 0.999, ε 1e-8", lr -> new Adam(lr, 0.9, 0.999, 1e-8));

    /** What {@link #NESTEROV} was called in run folders and on the command line before. */
    private static final String FORMER_NESTEROV = "momentum";

    private final String label;
    private final String formula;
    private final DoubleFunction<IUpdater> updater;

    Optimiser(String label, String formula, DoubleFunction<IUpdater> updater) {
        this.label = label;
        this.formula = formula;
        this.updater = updater;
    }

    /**
     * The optimiser with the given label; "momentum", the former name of "nesterov", is understood.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static Optimiser parse(String label) {
        return label.equals(FORMER_NESTEROV) ? NESTEROV : Named.of(Optimiser.class, "optimiser", label);
    }

    @Override
    public String label() {
        return label;
    }

    /** The update rule or its settings as text. */
    public String formula() {
        return formula;
    }

    IUpdater updater(double learningRate) {
        return updater.apply(learningRate);
    }

    @Override
    public String toString() {
        return label;
    }
}
