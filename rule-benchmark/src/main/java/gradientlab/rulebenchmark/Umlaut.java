package gradientlab.rulebenchmark;

import static gradientlab.rulebenchmark.PublishedRule.rule;

import java.util.List;

/**
 * The heuristics of UMLAUT (Schoop, Huang and Hartmann 2021, "UMLAUT: Debugging Deep Learning Programs using Program
 * Structure and Model Behavior") that bear on the suite: input range, learning rate, NaN in the loss.
 *
 * <p>The range of learning rates was written with Adam in mind, whose usual rate is 0.001; it is applied as published,
 * to every optimiser. Heuristics about overfitting, missing softmax and suspiciously high accuracy are left out: no run
 * of the suite has those faults.
 */
final class Umlaut {

    static final double INPUT = 1;
    static final double HIGH_RATE = 0.01;
    static final double LOW_RATE = 1e-7;

    /** All of them. */
    static final PublishedRules RULES = new PublishedRules(
            "UMLAUT",
            List.of(
                    rule(
                            "input exceeds limits",
                            trace -> trace.inputMin() < -INPUT || trace.inputMax() > INPUT,
                            FaultClass.INPUT_SCALE),
                    rule(
                            "learning rate high",
                            trace -> trace.learningRate() > HIGH_RATE,
                            FaultClass.LEARNING_RATE_TOO_HIGH),
                    rule(
                            "learning rate low",
                            trace -> trace.learningRate() < LOW_RATE,
                            FaultClass.LEARNING_RATE_TOO_LOW),
                    rule(
                            "NaN in loss",
                            trace -> trace.losses().stream().anyMatch(loss -> loss.isNaN()),
                            FaultClass.NON_FINITE)));

    private Umlaut() {}
}
