package gradientlab.experiments.lesson;

import gradientlab.lab.Experiment;
import gradientlab.language.Catalogue;
import java.util.List;

/** The parts of the lecture in its order. */
public final class Lessons {

    /** Every experiment; the command line, the report and the tests take theirs from here. */
    public static final List<Experiment<?>> ALL = List.of(
            new InitialLoss(),
            new LogitScale(),
            new FreshLogits(),
            new ActivationFunctions(),
            new TanhSaturation(),
            new MatrixProduct(),
            new GainAndFan(),
            new TorchLinear(),
            new BetterStill(),
            new GradientFlow(),
            new BatchNorm(),
            new SingleExample());

    /** The sentences of their sections. */
    static final Catalogue WORDS = Catalogue.of(Lessons.class, "lesson");

    private Lessons() {}
}
