package gradientlab.model;

import static gradientlab.model.DrawRule.ZERO;
import static gradientlab.model.DrawRule.constant;
import static gradientlab.model.DrawRule.normal;
import static gradientlab.model.DrawRule.uniform;

/**
 * The table of initialisations: one row each, with its formula, its source and the rules by which weights and biases of
 * hidden layers and of the output layer are drawn.
 *
 * <p>The factor of a uniform rule is that of its standard deviation: U(±b) has std b/√3. DL4J's own
 * {@code WeightInit} is not used: several of its names do not have the std of their definition, and none draws a bias.
 */
public enum InitialisationScheme implements Named {
    STANDARD_NORMAL(
            "standard-normal",
            "W, b ~ N(0, 1)",
            "the lecture, step 0",
            Argument.NONE,
            new LayerRules(normal(1), normal(1)),
            new LayerRules(normal(1), normal(1))),
    STANDARD_NORMAL_SMALL_OUTPUT(
            "standard-normal-small-output",
            "hidden W, b ~ N(0, 1); output W ~ N(0, 0.01²), b = 0",
            "the lecture, step 1.1",
            Argument.NONE,
            new LayerRules(normal(1), normal(1)),
            new LayerRules(normal(0.01), ZERO)),
    STANDARD_NORMAL_SCALED(
            "standard-normal-scaled",
            "hidden W ~ N(0, (5/3)²/fanIn), b ~ N(0, 0.01²); output W ~ N(0, 0.01²), b = 0",
            "the lecture, step 1.3; Karpathy, makemore part 3",
            Argument.NONE,
            new LayerRules(normal(5.0 / 3, Fan.IN), normal(0.01)),
            new LayerRules(normal(0.01), ZERO)),
    TORCH_LINEAR(
            "torch-linear",
            "W, b ~ U(±1/√fanIn)",
            "torch.nn.Linear.reset_parameters",
            Argument.NONE,
            new LayerRules(uniform(1 / Math.sqrt(3), Fan.IN), uniform(1 / Math.sqrt(3), Fan.IN))),
    LECUN_NORMAL(
            "lecun-normal",
            "W ~ N(0, 1/fanIn), b = 0",
            "LeCun et al. 1998, section 4.6",
            Argument.NONE,
            new LayerRules(normal(1, Fan.IN), ZERO)),
    LECUN_UNIFORM(
            "lecun-uniform",
            "W ~ U(±√(3/fanIn)), b = 0",
            "LeCun et al. 1998, section 4.6",
            Argument.NONE,
            new LayerRules(uniform(1, Fan.IN), ZERO)),
    XAVIER_NORMAL(
            "xavier-normal",
            "W ~ N(0, 2/(fanIn + fanOut)), b = 0",
            "Glorot and Bengio 2010, equation 12",
            Argument.NONE,
            new LayerRules(normal(1, Fan.AVERAGE), ZERO)),
    XAVIER_UNIFORM(
            "xavier-uniform",
            "W ~ U(±√(6/(fanIn + fanOut))), b = 0",
            "Glorot and Bengio 2010, equation 16",
            Argument.NONE,
            new LayerRules(uniform(1, Fan.AVERAGE), ZERO)),
    KAIMING_NORMAL(
            "kaiming-normal",
            "W ~ N(0, gain²/fan), b = 0",
            "He et al. 2015, equations 10 and 14",
            Argument.FAN,
            new LayerRules(normal(1, Fan.IN).timesGainOfActivation(), ZERO)),
    KAIMING_UNIFORM(
            "kaiming-uniform",
            "W ~ U(±gain·√(3/fan)), b = 0",
            "He et al. 2015, equations 10 and 14",
            Argument.FAN,
            new LayerRules(uniform(1, Fan.IN).timesGainOfActivation(), ZERO)),
    ORTHOGONAL(
            "orthogonal",
            "W = gain·Q with QᵀQ = 1 or QQᵀ = 1, b = 0",
            "Saxe et al. 2014, section 3",
            Argument.NONE,
            new LayerRules(new DrawRule(WeightDistribution.ORTHOGONAL, 1, Fan.LARGER, true), ZERO)),
    LSUV(
            "lsuv",
            "W = Q with QᵀQ = 1 or QQᵀ = 1, divided layer by layer by the std of Wx on a batch, b = 0",
            "Mishkin and Matas 2016, algorithm 1",
            Argument.NONE,
            new LayerRules(new DrawRule(WeightDistribution.ORTHOGONAL, 1, Fan.LARGER, false), ZERO)),
    ZEROS("zeros", "W = 0, b = 0", "what symmetry costs", Argument.NONE, new LayerRules(ZERO, ZERO)),
    CONSTANT(
            "constant",
            "W = V, b = 0",
            "what symmetry costs",
            Argument.NUMBER,
            new LayerRules(constant(Double.NaN), ZERO)),
    NORMAL(
            "normal",
            "W ~ N(0, STD²), b = 0",
            "a size of your choice",
            Argument.STD,
            new LayerRules(normal(Double.NaN), ZERO)),
    SCALED(
            "scaled",
            "hidden W ~ N(0, (F·gain)²/fanIn), b ~ N(0, S²); output W ~ N(0, 1/fanIn), b = 0",
            "a size of your choice for every width; Schoenholz et al. 2017, section 2: F·gain = σw, S = σb",
            Argument.FACTOR,
            new LayerRules(normal(Double.NaN, Fan.IN).timesGainOfActivation(), normal(Double.NaN)),
            new LayerRules(normal(1, Fan.IN), ZERO));

    /** What a user adds to the name after a colon. */
    enum Argument {
        NONE(""),
        NUMBER(":V"),
        STD(":STD"),
        FACTOR(":F[:S]"),
        FAN("[:fan-in|:fan-out]");

        final String form;

        Argument(String form) {
            this.form = form;
        }
    }

    /** The rules of one kind of layer. */
    record LayerRules(DrawRule weights, DrawRule bias) {}

    private final String label;
    private final String formula;
    private final String source;
    final Argument argument;
    final LayerRules hidden;
    final LayerRules output;

    InitialisationScheme(
            String label, String formula, String source, Argument argument, LayerRules hidden, LayerRules output) {
        this.label = label;
        this.formula = formula;
        this.source = source;
        this.argument = argument;
        this.hidden = hidden;
        this.output = output;
    }

    InitialisationScheme(String label, String formula, String source, Argument argument, LayerRules everyLayer) {
        this(label, formula, source, argument, everyLayer, everyLayer);
    }

    @Override
    public String label() {
        return label;
    }

    /** The name with the form of its argument, as the help shows it: {@code normal:STD}. */
    public String form() {
        return label + argument.form;
    }

    /** The formula of the weights and biases as text. */
    public String formula() {
        return formula;
    }

    /** Whether the draw is only half of it: the weights are then scaled by what they make of a batch. */
    public boolean needsData() {
        return this == LSUV;
    }

    /** Where the formula comes from. */
    public String source() {
        return source;
    }
}
