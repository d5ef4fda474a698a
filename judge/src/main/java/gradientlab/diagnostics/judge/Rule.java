package gradientlab.diagnostics.judge;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that can be found, in the order in which findings are listed.
 *
 * <p>Each row is one object that knows how much the rule matters, which limits it reads, and how it checks a run; the stage
 * is where the fault lies that it names. A new rule is that object, its row here, its sentences in {@code findings.properties} and its test. The names of the rows
 * are what stored findings hold.
 */
public enum Rule {
    LABELS_CONSTANT(Stage.DATA, new LabelsConstant()),
    LABELS_UNRELATED(Stage.DATA, new LabelsUnrelated()),
    LABELS_SORTED(Stage.DATA, new LabelsSorted()),
    HELD_OUT_DIFFERS(Stage.DATA, new HeldOutDiffers()),
    BATCH_REPEATED(Stage.DATA, new BatchRepeated()),
    WRONG_GRADIENT(Stage.LOSS, new WrongGradient()),
    GRADIENT_ASCENT(Stage.LOSS, new GradientAscent()),
    OUTPUT_MISMATCH(Stage.LOSS, new OutputMismatch()),
    SOFTMAX_TWICE(Stage.LOSS, new SoftmaxTwice()),
    TARGETS_OUT_OF_RANGE(Stage.LOSS, new TargetsOutOfRange()),
    TARGETS_NOT_SCALED(Stage.LOSS, new TargetsNotScaled()),
    LOSS_SUMMED(Stage.LOSS, new LossSummed()),
    INITIAL_LOSS_TOO_HIGH(Stage.SYMPTOM, new InitialLossTooHigh()),
    INITIAL_LOSS_TOO_LOW(Stage.DATA, new InitialLossTooLow()),
    OUTPUT_TOO_WIDE(Stage.SYMPTOM, new OutputTooWide()),
    INPUT_NOT_SCALED(Stage.DATA, new InputNotScaled()),
    INPUT_COLUMNS(Stage.DATA, new InputColumns()),
    INPUT_TOO_SMALL(Stage.DATA, new InputTooSmall()),
    SYMMETRIC_UNITS(Stage.INITIALISATION, new SymmetricUnits()),
    HIDDEN_SATURATION(Stage.SYMPTOM, new HiddenSaturation()),
    DEAD_UNITS(Stage.SYMPTOM, new DeadUnits()),
    VANISHING_DELTA(Stage.SYMPTOM, new VanishingDelta()),
    EXPLODING_DELTA(Stage.SYMPTOM, new ExplodingDelta()),
    VANISHING_OVER_TIME(Stage.SYMPTOM, new VanishingOverTime()),
    EXPLODING_OVER_TIME(Stage.SYMPTOM, new ExplodingOverTime()),
    NO_NONLINEARITY(Stage.ARCHITECTURE, new NoNonlinearity()),
    BIAS_BEFORE_BATCH_NORM(Stage.ARCHITECTURE, new BiasBeforeBatchNorm()),
    BOTTLENECK(Stage.ARCHITECTURE, new Bottleneck()),
    BATCH_NORM_OF_ONE(Stage.ARCHITECTURE, new BatchNormOfOne()),
    NOT_UNDERSTOOD(Stage.ARCHITECTURE, new NotUnderstood()),
    LAYERS_FROZEN(Stage.OPTIMISER, new LayersFrozen()),
    OVER_REGULARISED(Stage.OPTIMISER, new OverRegularised()),
    DROPOUT_TOO_STRONG(Stage.OPTIMISER, new DropoutTooStrong()),
    OVERFITTING(Stage.OPTIMISER, new Overfitting()),
    CLIPPED_TO_NOTHING(Stage.OPTIMISER, new ClippedToNothing()),
    NON_FINITE(Stage.SYMPTOM, new NonFiniteValue()),
    STEP_KILLED_UNITS(Stage.SYMPTOM, new StepKilledUnits()),
    RUNNING_STATISTICS_FAR(Stage.ARCHITECTURE, new RunningStatisticsFar()),
    LOSS_NOT_FALLING(Stage.SYMPTOM, new LossNotFalling()),
    LOSS_OSCILLATING(Stage.SYMPTOM, new LossOscillating()),
    UPDATE_RATIO(Stage.SYMPTOM, new UpdateRatio());

    private final Stage stage;
    private final RuleCheck check;

    Rule(Stage stage, RuleCheck check) {
        this.stage = stage;
        this.check = check;
    }

    /** Short name for files, logs and tables, such as output-too-wide. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for people, in English. */
    public String title() {
        return title(Locale.ROOT);
    }

    /** A few words for people, in a language; in English where the catalogue has no other. */
    public String title(Locale locale) {
        return Message.of(label() + ".title").text(locale);
    }

    /** How much its findings matter, as long as no other finding explains them. */
    public Severity severity() {
        return check.severity();
    }

    /** The limits that it reads; empty where none is involved. */
    public Set<Limit> limits() {
        return check.limits();
    }

    Stage stage() {
        return stage;
    }

    List<Finding> check(RuleContext run) {
        return check.findings(run);
    }
}
