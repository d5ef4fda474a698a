package gradientlab.rulebenchmark;

/** What a rule can say is wrong with a training: the vocabulary that all sets of rules are translated into. */
public enum FaultClass {
    /** The parameters start at a bad size, whatever the consequence. */
    INITIALISATION("bad initialisation"),
    /** Units of a layer start alike and stay alike. */
    SYMMETRY("symmetric units"),
    /** The fresh network is confidently wrong: its loss starts far above that of chance. */
    OVERCONFIDENT_START("overconfident at the start"),
    /** The signal or the gradient shrinks on its way through the layers. */
    VANISHING("vanishing"),
    /** The signal, the gradient or a parameter grows without measure. */
    EXPLODING("exploding"),
    /** Pre-activations lie where the nonlinearity is flat. */
    SATURATION("saturated units"),
    /** Units let no gradient through for any example. */
    DEAD_UNITS("dead units"),
    /** A loss, parameter, gradient or activation is NaN or infinite. */
    NON_FINITE("not finite"),
    /** Steps are too large for the parameters. */
    LEARNING_RATE_TOO_HIGH("learning rate too high"),
    /** Steps are too small for the parameters. */
    LEARNING_RATE_TOO_LOW("learning rate too low"),
    /** The inputs are not of the order of 1. */
    INPUT_SCALE("input not scaled"),
    /** The loss does not fall, or the accuracy does not rise; why is not said. */
    NOT_LEARNING("not learning"),
    /** The accuracy swings up and down. */
    UNSTABLE("unstable"),
    /** The network is built wrongly; no fault of the suite is of this kind. */
    STRUCTURE("wrong structure");

    private final String label;

    FaultClass(String label) {
        this.label = label;
    }

    /** The name in tables. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
