package gradientlab.diagnostics.judge;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that can be found, in the order in which findings are listed.
 *
 * <p>Each row is one object that knows how much the rule matters, which limits it reads, and how it checks a run; a new
 * rule is that object, its row here, its sentences in {@code findings.properties} and its test. The names of the rows
 * are what stored findings hold.
 */
public enum Rule {
    INITIAL_LOSS_TOO_HIGH(new InitialLossTooHigh()),
    INITIAL_LOSS_TOO_LOW(new InitialLossTooLow()),
    OUTPUT_TOO_WIDE(new OutputTooWide()),
    INPUT_NOT_SCALED(new InputNotScaled()),
    INPUT_TOO_SMALL(new InputTooSmall()),
    SYMMETRIC_UNITS(new SymmetricUnits()),
    HIDDEN_SATURATION(new HiddenSaturation()),
    DEAD_UNITS(new DeadUnits()),
    VANISHING_DELTA(new VanishingDelta()),
    EXPLODING_DELTA(new ExplodingDelta()),
    VANISHING_OVER_TIME(new VanishingOverTime()),
    EXPLODING_OVER_TIME(new ExplodingOverTime()),
    NO_NONLINEARITY(new NoNonlinearity()),
    BIAS_BEFORE_BATCH_NORM(new BiasBeforeBatchNorm()),
    BATCH_NORM_OF_ONE(new BatchNormOfOne()),
    NOT_UNDERSTOOD(new NotUnderstood()),
    NON_FINITE(new NonFiniteValue()),
    STEP_KILLED_UNITS(new StepKilledUnits()),
    RUNNING_STATISTICS_FAR(new RunningStatisticsFar()),
    LOSS_NOT_FALLING(new LossNotFalling()),
    LOSS_OSCILLATING(new LossOscillating()),
    UPDATE_RATIO(new UpdateRatio());

    private final RuleCheck check;

    Rule(RuleCheck check) {
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

    /** How much its findings matter at most; some are told as hints. */
    public Severity severity() {
        return check.severity();
    }

    /** The limits that it reads; empty where none is involved. */
    public Set<Limit> limits() {
        return check.limits();
    }

    List<Finding> check(RuleContext run) {
        return check.findings(run);
    }
}
