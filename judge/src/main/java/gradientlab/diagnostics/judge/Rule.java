package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.limits.Limit;
import gradientlab.language.Language;
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
    LABELS_CONSTANT(CausalStage.DATA, new LabelsConstant()),
    LABELS_UNRELATED(CausalStage.DATA, new LabelsUnrelated()),
    LABELS_SORTED(CausalStage.DATA, new LabelsSorted()),
    PADDING_UNMASKED(CausalStage.DATA, new PaddingUnmasked()),
    LABELS_IMBALANCED(CausalStage.DATA, new LabelsImbalanced()),
    HELD_OUT_DIFFERS(CausalStage.DATA, new HeldOutDiffers()),
    BATCH_REPEATED(CausalStage.DATA, new BatchRepeated()),
    WRONG_GRADIENT(CausalStage.LOSS, new WrongGradient()),
    GRADIENT_ASCENT(CausalStage.LOSS, new GradientAscent()),
    OUTPUT_MISMATCH(CausalStage.LOSS, new OutputMismatch()),
    SOFTMAX_TWICE(CausalStage.LOSS, new SoftmaxTwice()),
    TARGETS_OUT_OF_RANGE(CausalStage.LOSS, new TargetsOutOfRange()),
    TARGETS_NOT_SCALED(CausalStage.LOSS, new TargetsNotScaled()),
    LOSS_SUMMED(CausalStage.LOSS, new LossSummed()),
    INITIAL_LOSS_TOO_HIGH(CausalStage.SYMPTOM, new InitialLossTooHigh()),
    INITIAL_LOSS_TOO_LOW(CausalStage.DATA, new InitialLossTooLow()),
    OUTPUT_TOO_WIDE(CausalStage.SYMPTOM, new OutputTooWide()),
    INPUT_NOT_SCALED(CausalStage.DATA, new InputNotScaled()),
    INPUT_COLUMNS(CausalStage.DATA, new InputColumns()),
    COLUMNS_REPEATED(CausalStage.DATA, new ColumnsRepeated()),
    INPUT_TOO_SMALL(CausalStage.DATA, new InputTooSmall()),
    SYMMETRIC_UNITS(CausalStage.INITIALISATION, new SymmetricUnits()),
    HIDDEN_SATURATION(CausalStage.SYMPTOM, new HiddenSaturation()),
    DEAD_UNITS(CausalStage.SYMPTOM, new DeadUnits()),
    VANISHING_DELTA(CausalStage.SYMPTOM, new VanishingDelta()),
    EXPLODING_DELTA(CausalStage.SYMPTOM, new ExplodingDelta()),
    VANISHING_OVER_TIME(CausalStage.SYMPTOM, new VanishingOverTime()),
    EXPLODING_OVER_TIME(CausalStage.SYMPTOM, new ExplodingOverTime()),
    NO_NONLINEARITY(CausalStage.ARCHITECTURE, new NoNonlinearity()),
    BIAS_BEFORE_BATCH_NORM(CausalStage.ARCHITECTURE, new BiasBeforeBatchNorm()),
    BOTTLENECK(CausalStage.ARCHITECTURE, new Bottleneck()),
    BATCH_NORM_OF_ONE(CausalStage.ARCHITECTURE, new BatchNormOfOne()),
    NOT_UNDERSTOOD(CausalStage.ARCHITECTURE, new NotUnderstood()),
    LAYERS_FROZEN(CausalStage.OPTIMISER, new LayersFrozen()),
    OVER_REGULARISED(CausalStage.OPTIMISER, new OverRegularised()),
    DROPOUT_TOO_STRONG(CausalStage.OPTIMISER, new DropoutTooStrong()),
    OVERFITTING(CausalStage.OPTIMISER, new Overfitting()),
    CLIPPED_TO_NOTHING(CausalStage.OPTIMISER, new ClippedToNothing()),
    NON_FINITE(CausalStage.SYMPTOM, new NonFiniteValue()),
    STEP_KILLED_UNITS(CausalStage.SYMPTOM, new StepKilledUnits()),
    RUNNING_STATISTICS_FAR(CausalStage.ARCHITECTURE, new RunningStatisticsFar()),
    LOSS_NOT_FALLING(CausalStage.SYMPTOM, new LossNotFalling()),
    LOSS_OSCILLATING(CausalStage.SYMPTOM, new LossOscillating()),
    UPDATE_RATIO(CausalStage.SYMPTOM, new UpdateRatio());

    private final CausalStage stage;
    private final RuleCheck check;

    Rule(CausalStage stage, RuleCheck check) {
        this.stage = stage;
        this.check = check;
    }

    /** Short name for files, logs and tables, such as output-too-wide. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for people, in English. */
    public String title() {
        return title(Language.ENGLISH);
    }

    /** A few words for people, in a language. */
    public String title(Language language) {
        return Message.of(label() + ".title").text(language);
    }

    /** How much its findings matter, as long as no other finding explains them. */
    public Severity severity() {
        return check.severity();
    }

    /** The limits that it reads; empty where none is involved. */
    public Set<Limit> limits() {
        return check.limits();
    }

    CausalStage stage() {
        return stage;
    }

    List<Finding> check(RuleContext run) {
        return check.findings(run);
    }
}
